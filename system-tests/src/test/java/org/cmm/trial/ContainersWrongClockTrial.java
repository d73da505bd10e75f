package org.cmm.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.cmm.process.FreePort;
import org.cmm.system.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server whose clock is years off while its agent's and its database's are right, by Debian's libfaketime laid over
 * the image: containers share the clock of their machine, so no other way turns back that of one of them.
 */
class ContainersWrongClockTrial {

    private static final int INTERVAL = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final ComposedStack stack = new ComposedStack(
            "cmm-trial-clock",
            FreePort.find(),
            Map.of("CMM_AGENT_INTERVAL", INTERVAL + "s", "CMM_AGENT_DELIVERY_INTERVAL", INTERVAL + "s"));

    private Path shared = Path.of("");

    @BeforeEach
    void giveTheServerAClockOfItsOwn() throws IOException {
        String library = System.getProperty("cmm.trial.faketime", "");
        assumeThat(library).as("Debian's libfaketime").isNotEmpty();
        shared = Files.createDirectory(folder.resolve("faketime"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(Path.of(library), shared.resolve("libfaketime.so.1"));
        clockIsOffBy("+0");
        stack.over(Files.writeString(folder.resolve("clock.yaml"), """
                services:
                  server:
                    environment:
                      LD_PRELOAD: /faketime/libfaketime.so.1
                      FAKETIME_TIMESTAMP_FILE: /faketime/offset
                      FAKETIME_CACHE_DURATION: "1"
                      DONT_FAKE_MONOTONIC: "1"
                      NO_FAKE_STAT: "1"
                    volumes: ["%s:/faketime:ro"]
                    healthcheck: {start_period: 10m, timeout: 30s}  # it makes Java some eight times slower
                """.formatted(shared)));
        stack.remove();
        stack.compose("build");
        stack.compose("up", "--detach", "--wait", "database", "server");
        stack.compose("up", "--detach", "agent");
    }

    @AfterEach
    void takeItAway() {
        stack.remove();
    }

    @Test
    void aWrongClockIsSaidLosesNothingAndIsForgottenOnceItIsRight() throws Exception {
        Instant start = Instant.now();
        HttpClient http = stack.client(folder);
        goesOn();

        clockIsOffBy("-30y");
        isSaid("the clock of CMM's machine says 199");
        stack.compose("restart", "server");
        isSaid("the clock of CMM's machine says 199");
        stack.awaitHealthy("server");
        assertThat(answer(http)).as("by a certificate that others find valid").isEqualTo(200);
        takesNothing();
        clockIsOffBy("+0");
        goesOn();

        clockIsOffBy("+10y");
        stack.compose("restart", "server");
        isSaid("the clock of CMM's machine says 20[3-9]");
        takesNothing();
        clockIsOffBy("+0");
        goesOn();
        Eventually.become(PATIENCE, () -> answer(http), status -> status == 200);

        assertThat(Gaps.longerThan(INTERVAL, stack.samplesSince(start))).isEmpty();
        assertThat(stack.sql("SELECT count(*) FROM sample WHERE at NOT BETWEEN to_timestamp(%d) AND now()"
                        .formatted(start.minus(PATIENCE).getEpochSecond())))
                .as("samples at a wrong time")
                .containsExactly("0");
        assertThat(stack.sql("SELECT count(*) FROM alert")).as("alerts").containsExactly("0");
    }

    private void clockIsOffBy(String offset) throws IOException {
        Path fresh = Files.writeString(shared.resolve("offset.new"), offset + "\n");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(fresh, shared.resolve("offset"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void isSaid(String pattern) throws InterruptedException {
        Eventually.become(
                PATIENCE,
                () -> stack.compose("logs", "--since", "30s", "server"),
                log -> log.matches("(?s).*" + pattern + ".*"));
    }

    /** The agent is refused, and says why. */
    private void takesNothing() throws InterruptedException {
        Instant now = Instant.now();
        Eventually.become(PATIENCE, stack::agentStatus, said -> said.contains("the clock of CMM's machine says"));
        assertThat(stack.samplesSince(now)).isEmpty();
    }

    private void goesOn() throws InterruptedException {
        Instant now = Instant.now();
        Eventually.become(PATIENCE, () -> stack.samplesSince(now), times -> times.size() > 2);
    }

    /** 0 when the certificate is not believed. */
    private int answer(HttpClient http) throws IOException, InterruptedException {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(stack.url() + "/health/live"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (javax.net.ssl.SSLException e) {
            return 0;
        }
    }
}
