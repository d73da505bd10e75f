package org.cmm.system.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Map;
import org.cmm.process.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server without encryption of its own, behind a proxy on the same machine that has it. */
class BehindProxyIT {

    @TempDir
    Path data;

    private RunningServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        server = RunningServer.launch(data, Map.of("CMM_TLS", "off", "CMM_PROXIES", "127.0.0.1"));
        server.awaitReady();
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void whatTheProxySaysAboutTheRequestHolds() throws Exception {
        HttpResponse<String> setUp = send(
                "/setup",
                "name=awa&email=awa%40example.org&password=a+long+enough+pass+phrase&token="
                        + server.setupLink().replaceAll(".*token=", ""));

        assertThat(setUp.statusCode()).as(setUp.body()).isEqualTo(303);
        assertThat(setUp.headers().firstValue("Location")).hasValue("https://cmm.example.org/fleet");
        assertThat(setUp.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(setUp.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .containsIgnoringCase("; Secure"));
        assertThat(addressInTheAuditLog())
                .as("not what the client wrote itself")
                .isEqualTo("203.0.113.7");
    }

    private HttpResponse<String> send(String path, String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "cmm.example.org")
                        .header("X-Forwarded-For", "198.51.100.1, 203.0.113.7")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private String addressInTheAuditLog() throws Exception {
        try (Connection database = server.database();
                ResultSet row = database.createStatement()
                        .executeQuery("SELECT address FROM audit_entry WHERE address <> '' ORDER BY id LIMIT 1")) {
            row.next();
            return row.getString(1);
        }
    }
}
