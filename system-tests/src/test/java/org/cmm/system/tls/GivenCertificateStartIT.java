package org.cmm.system.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cmm.process.RunningServer;
import org.cmm.process.TrustedCertificates;
import org.cmm.system.Institution;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A start with a certificate that an operator gives; another server's own serves as one. */
@ExtendWith(SharedServer.class)
class GivenCertificateStartIT {

    @TempDir
    Path data;

    private final Institution institution;

    GivenCertificateStartIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void isRefusedInWordsUntilItFitsAndThenServed() throws Exception {
        refuses(
                Map.of("CMM_TLS_CERT", file("server.crt"), "CMM_TLS_KEY", file("authority.key")),
                "cmm: CMM_TLS_KEY: the key in ",
                "is not that of the certificate in ",
                "that belong together");
        String taken =
                Integer.toString(URI.create(institution.server().httpsUrl()).getPort());
        refuses(Map.of("CMM_HTTPS_PORT", taken), "cmm: port " + taken + " of 0.0.0.0 is taken", "CMM_HTTPS_PORT");

        try (RunningServer server = RunningServer.launch(
                        data, Map.of("CMM_TLS_CERT", file("server.crt"), "CMM_TLS_KEY", file("server.key")));
                HttpClient http = HttpClient.newBuilder()
                        .sslContext(TrustedCertificates.of(institution.server().authority()))
                        .build()) {
            server.awaitReady();
            HttpResponse<String> page = http.send(
                    HttpRequest.newBuilder(URI.create(server.httpsUrl() + "/trust"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
        }
    }

    private void refuses(Map<String, String> settings, String... words) throws Exception {
        Files.deleteIfExists(data.resolve("server.log"));
        try (RunningServer server = RunningServer.launch(data, settings)) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(Files.readString(data.resolve("server.log"))).contains(words);
        }
    }

    private String file(String name) {
        return institution.server().authority().resolveSibling(name).toString();
    }
}
