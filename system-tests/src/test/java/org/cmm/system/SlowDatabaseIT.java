package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cmm.process.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that stands still, as on a failing disk: intake neither waits for ever nor gathers without a bound. */
class SlowDatabaseIT {

    private static final int ROWS = 1_000;

    /** More rows than the writer queues. */
    private static final int BATCHES = 240;

    private static final long FIRST = Instant.now()
            .minus(60, ChronoUnit.DAYS)
            .truncatedTo(ChronoUnit.HOURS)
            .toEpochMilli();

    @TempDir
    Path data;

    @Test
    void putsAgentsOffWhileTheDatabaseStandsStillAndKeepsWhatItAcknowledges() throws Exception {
        try (RunningServer server = RunningServer.start(data);
                HttpClient http = HandMadeAgent.client()) {
            HandMadeAgent agent = agent(server, http);
            int layout = agent.announce();
            server.freezeDatabase();
            List<CompletableFuture<HttpResponse<String>>> answers = flood(agent, layout);
            try {
                CompletableFuture<Integer> ready = health(server, http);
                Eventually.become(Duration.ofSeconds(30), () -> putOff(answers).size(), count -> count > 0);
                assertThat(ready.join()).as("whether it is ready").isEqualTo(503);
            } finally {
                server.thawDatabase();
            }
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);

            assertThat(putOff(answers)).allSatisfy(answer -> {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            });
            long acknowledged = answers.stream()
                            .filter(answer -> answer.join().statusCode() < 300)
                            .count()
                    * ROWS;
            assertThat(stored(server)).isEqualTo(acknowledged);
            assertThat(acknowledged).as("what was queued before").isPositive();
            assertThat(agent.deliver(batch(layout, BATCHES)).statusCode())
                    .as("afterwards")
                    .isLessThan(300);
        }
    }

    /** A load balancer does not wait for ever either. */
    private static CompletableFuture<Integer> health(RunningServer server, HttpClient http) {
        HttpRequest ready = HttpRequest.newBuilder(URI.create(server.url() + "/health/ready"))
                .timeout(Duration.ofSeconds(40))
                .build();
        return http.sendAsync(ready, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private static HandMadeAgent agent(RunningServer server, HttpClient http) throws Exception {
        try (Connection database = server.database()) {
            return new HandMadeAgent(http, server.url(), KnownAgents.add(database, "slow-0"));
        }
    }

    private static List<CompletableFuture<HttpResponse<String>>> flood(HandMadeAgent agent, int layout) {
        return IntStream.range(0, BATCHES)
                .mapToObj(number -> agent.deliverLater(batch(layout, number)))
                .toList();
    }

    private static byte[] batch(int layout, int number) {
        return HandMadeAgent.batch(layout, 1, FIRST + (long) number * ROWS * 10_000, ROWS);
    }

    /** Those that were put off so far. */
    private static List<HttpResponse<String>> putOff(List<CompletableFuture<HttpResponse<String>>> answers) {
        return answers.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 503)
                .toList();
    }

    private static long stored(RunningServer server) throws Exception {
        try (Connection database = server.database()) {
            return KnownAgents.count(database, "SELECT count(*) FROM sample");
        }
    }
}
