package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.cmm.process.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed right after it acknowledged samples leaves it to the next to find the gaps in them. */
class KilledBetweenOutagesIT {

    private static final String CODE = "killed-early";

    @TempDir
    Path data;

    @Test
    void aGapIsFoundOnceHoweverOftenTheServerIsKilled() throws Exception {
        long begin = System.currentTimeMillis() / 10_000 * 10_000
                - Duration.ofMinutes(40).toMillis();
        RunningServer server = RunningServer.start(data);
        int port = server.port();
        String secret;
        try (Connection database = server.database()) {
            secret = KnownAgents.add(database, CODE);
        }
        int layout = new HandMadeAgent(HandMadeAgent.client(), server.url(), secret).announce();
        for (int minute : new int[] {0, 15, 30}) {
            long from = begin + Duration.ofMinutes(minute).toMillis();
            assertThat(new HandMadeAgent(HandMadeAgent.client(), server.url(), secret)
                            .deliver(HandMadeAgent.batch(layout, 7, from, 60))
                            .statusCode())
                    .isEqualTo(204);
            server.kill();
            server = RunningServer.launch(data, port);
            server.awaitReady();
        }
        try (RunningServer last = server;
                Connection database = last.database()) {
            new HandMadeAgent(HandMadeAgent.client(), last.url(), secret)
                    .deliver(HandMadeAgent.batch(layout, 7, System.currentTimeMillis(), 1));
            Eventually.become(Duration.ofSeconds(60), () -> outages(database), found -> found >= 2);
            assertThat(KnownAgents.count(
                            database,
                            "SELECT count(*) FROM outage WHERE until_at - from_at BETWEEN '5 min' AND '6 min'"))
                    .as("the two between the batches")
                    .isEqualTo(2);
        }
    }

    private static long outages(Connection database) throws Exception {
        return KnownAgents.count(
                database,
                "SELECT count(*) FROM outage JOIN server ON server.id = server_id WHERE code = '%s' AND until_at IS NOT NULL"
                        .formatted(CODE));
    }
}
