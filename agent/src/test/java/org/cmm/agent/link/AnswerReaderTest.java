package org.cmm.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    @Test
    void readsAnAnswerWithoutABodyAndKeepsTheConnection() throws IOException {
        Answer answer = read("HTTP/1.1 204 No Content\r\nRetry-After: 7\r\n\r\n");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("retry-after")).contains("7");
        assertThat(answer.body()).isEmpty();
        assertThat(answer.keepsOpen()).isTrue();
    }

    @Test
    void readsABodyOfAGivenLengthAndNotAByteMore() throws IOException {
        var in = input("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nélanHTTP/1.1 204\r\n\r\n");
        var reader = new AnswerReader(in);

        assertThat(reader.read().body()).isEqualTo("élan");
        assertThat(reader.read().status()).isEqualTo(204);
    }

    @Test
    void putsChunksTogether() throws IOException {
        Answer answer = read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "4\r\n{\"a\"\r\n3;x=y\r\n:1}\r\n0\r\nTrailer: yes\r\n\r\n");

        assertThat(answer.body()).isEqualTo("{\"a\":1}");
        assertThat(answer.keepsOpen()).isTrue();
    }

    @Test
    void readsToTheEndWhereNoLengthIsTold() throws IOException {
        Answer answer = read("HTTP/1.0 502 Bad Gateway\r\n\r\n<html>");

        assertThat(answer.body()).isEqualTo("<html>");
        assertThat(answer.keepsOpen()).isFalse();
    }

    @Test
    void passesOverInterimAnswers() throws IOException {
        assertThat(read("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void leavesAConnectionThatIsToldToClose() throws IOException {
        assertThat(read("HTTP/1.1 204 No Content\r\nConnection: Close\r\n\r\n").keepsOpen())
                .isFalse();
    }

    @Test
    void leavesTheRestOfAnEndlessBody() throws IOException {
        Answer answer = read("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + "x".repeat(70_000));

        assertThat(answer.body()).hasSize(65_536);
        assertThat(answer.keepsOpen()).isFalse();
    }

    @Test
    void tellsASilentEndFromACutAnswer() {
        assertThatThrownBy(() -> read("")).isInstanceOf(UnansweredException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nContent-Le")).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void saysWhatCameInsteadOfHttp() {
        assertThatThrownBy(() -> read("SSH-2.0-OpenSSH_9.2\r\n"))
                .isInstanceOf(NoHttpException.class)
                .hasMessageContaining("SSH-2.0");
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n"))
                .isInstanceOf(NoHttpException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nno colon\r\n\r\n")).isInstanceOf(NoHttpException.class);
    }

    @Property
    void nothingThatComesBreaksItOtherwise(@ForAll byte[] noise) {
        byte[] bytes = Arrays.copyOf("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII), 17 + noise.length);
        System.arraycopy(noise, 0, bytes, 17, noise.length);

        try {
            new AnswerReader(new ByteArrayInputStream(bytes)).read();
        } catch (IOException expected) {
            assertThat(expected).isInstanceOfAny(EOFException.class, NoHttpException.class);
        }
    }

    private static Answer read(String text) throws IOException {
        return new AnswerReader(input(text)).read();
    }

    private static ByteArrayInputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
