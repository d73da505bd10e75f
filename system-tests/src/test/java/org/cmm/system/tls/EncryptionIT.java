package org.cmm.system.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.cmm.process.TrustedCertificates;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The two ports of a server as it is by default. */
@ExtendWith(SharedServer.class)
class EncryptionIT {

    private static final Pattern ASSET = Pattern.compile("/assets/[\\w/.]+\\.css");
    private static final String ALERT_PROTOCOL_VERSION = "0246";

    private final Institution institution;

    EncryptionIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void everyKindOfAnswerTellsTheBrowserToBeStrict() {
        Answer page = institution.callEncrypted(Call.get("/login")).expect(200);
        for (Answer answer : List.of(
                page,
                institution.callEncrypted(Call.get(asset(page.body()))).expect(200),
                institution
                        .callEncrypted(Call.get("/api/v1/servers").as(institution.token(Role.VIEWER)))
                        .expect(200),
                institution.callEncrypted(Call.get("/api/v1/servers")).expect(401),
                institution
                        .callEncrypted(Call.get("/nowhere").header("Accept", "text/html"))
                        .expect(404),
                institution
                        .callEncrypted(Call.get("/fleet").as(institution.browse(Role.VIEWER)))
                        .expect(200))) {
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(answer.toString())
                    .contains("default-src 'none'");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        }
    }

    @Test
    void aBrowserOfAnotherMachineIsToldToComeEncryptedOnly() throws Exception {
        String other = "server.cmm.internal";
        try (TlsDoor door = TlsDoor.open(institution.server(), other)) {
            assertThat(door.ask("GET /login HTTP/1.1\r\nHost: %s:8443\r\nConnection: close\r\n\r\n".formatted(other)))
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("\nStrict-Transport-Security: max-age=15552000\r\n");
        }
        assertThat(institution.callEncrypted(Call.get("/login")).headers().firstValue("Strict-Transport-Security"))
                .as("whoever works at the machine itself uses its other servers, too")
                .isEmpty();
    }

    @Test
    void oldVersionsAreRefusedAndPresentOnesAreNot() {
        int port = URI.create(institution.server().httpsUrl()).getPort();

        assertThat(ClientHello.TLS_1_0.answer(port)).startsWith("15").endsWith(ALERT_PROTOCOL_VERSION);
        assertThat(ClientHello.TLS_1_1.answer(port)).startsWith("15").endsWith(ALERT_PROTOCOL_VERSION);
        assertThat(ClientHello.TLS_1_2.answer(port)).as("a server's hello").startsWith("160303");
    }

    @Test
    void http2IsAgreedOnInTheHandshakeAndCarriesAssetsCompressedOnce() throws Exception {
        String asset = asset(institution.callEncrypted(Call.get("/login")).body());
        String plain = institution.call(Call.get(asset)).expect(200).body();
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(TrustedCertificates.of(institution.server().authority()))
                .build()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(institution.server().httpsUrl() + asset))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofByteArray());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(new String(
                            new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
                            StandardCharsets.UTF_8))
                    .isEqualTo(plain);
        }
    }

    @Test
    void cookiesOfAnEncryptedPageAreNeverSentInClear() {
        Call login = Call.post("/login")
                .form("login=viewer%40example.org&password=" + Institution.PASSWORD.replace(' ', '+'))
                .header("Sec-Fetch-Site", "same-origin");

        assertThat(institution.callEncrypted(login).expect(303).headers().allValues("set-cookie"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("; Secure"));
    }

    @Test
    void whoIsNoTrustedProxyIsNotBelieved() {
        Call login = Call.post("/login")
                .form("login=viewer%40example.org&password=wrong")
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Forwarded-For", "203.0.113.99")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=203.0.113.99;proto=https;host=elsewhere.example");

        institution.call(login).expect(401);

        assertThat(institution
                        .call(Call.get("/api/v1/audit?limit=20").as(institution.token(Role.ADMIN)))
                        .expect(200)
                        .body())
                .contains("127.0.0.1")
                .doesNotContain("203.0.113.99");
    }

    @Test
    void thePlainPortAnswersThisMachineOnly() throws Exception {
        Optional<InetAddress> own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
        if (own.isEmpty()) {
            return;
        }
        int encrypted = URI.create(institution.server().httpsUrl()).getPort();
        new Socket(own.get(), encrypted).close();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Socket(own.get(), institution.server().port()).close());
    }

    private static String asset(String page) {
        Matcher found = ASSET.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
