package org.cmm.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ContentTest {
    @Test
    void packsWhatGetsShorter() throws IOException {
        var zeros = new byte[20_000];

        var content = Content.packed(zeros);

        assertThat(content.encoding()).isEqualTo("gzip");
        assertThat(content.bytes()).hasSizeLessThan(200);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(content.bytes())).readAllBytes())
                .isEqualTo(zeros);
    }

    @Test
    void leavesAloneWhatWouldGetLonger() {
        var noise = new byte[120];
        new Random(1).nextBytes(noise);

        var content = Content.packed(noise);

        assertThat(content.encoding()).isEqualTo("identity");
        assertThat(content.bytes()).isEqualTo(noise);
    }
}
