package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.cmm.process.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is acknowledged is on disk, whatever is killed in the middle of a load. */
class KilledUnderLoadIT {

    private static final int SENDERS = 6;
    private static final int ROWS = 20;

    @TempDir
    Path data;

    @Test
    void everyAcknowledgedSampleIsThereAfterServerAndDatabaseWereKilled() throws Exception {
        RunningServer server = RunningServer.start(data);
        int port = server.port();
        List<Sender> senders = senders(server);
        try {
            awaitAcknowledged(senders, 200);

            server.killDatabase();
            awaitAcknowledged(senders, 200);

            server.kill();
            server = RunningServer.launch(data, port);
            server.awaitReady();
            awaitAcknowledged(senders, 200);
        } finally {
            senders.forEach(Sender::end);
        }
        try (RunningServer last = server;
                Connection database = last.database()) {
            for (Sender sender : senders) {
                sender.join();
                assertThat(stored(database, sender))
                        .as("samples of %s: stored, and acknowledged to its agent", sender.code)
                        .isGreaterThanOrEqualTo(sender.acknowledged.get());
                assertThat(stored(database, sender))
                        .as("samples of %s: nothing twice, nothing that was never sent", sender.code)
                        .isLessThanOrEqualTo(sender.sent.get());
            }
        }
    }

    private static List<Sender> senders(RunningServer server) throws Exception {
        List<Sender> senders = new ArrayList<>();
        try (Connection database = server.database()) {
            for (int number = 0; number < SENDERS; number++) {
                String code = "killed-" + number;
                senders.add(new Sender(server.url(), code, KnownAgents.add(database, code)));
            }
        }
        senders.forEach(Sender::start);
        return senders;
    }

    /** Until so many more samples were acknowledged to each. */
    private static void awaitAcknowledged(List<Sender> senders, int more) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        for (Sender sender : senders) {
            long wanted = sender.acknowledged.get() + more;
            while (sender.acknowledged.get() < wanted) {
                assertThat(System.nanoTime())
                        .as("%s makes no progress", sender.code)
                        .isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static long stored(Connection database, Sender sender) throws Exception {
        return KnownAgents.count(
                database,
                "SELECT count(*) FROM sample JOIN server ON id = server_id WHERE code = '%s'".formatted(sender.code));
    }

    /** Sends batch after batch; one that was not acknowledged is sent again until it is, as an agent does. */
    private static final class Sender extends Thread {

        private final String url;
        private final String code;
        private final String secret;
        private final AtomicLong acknowledged = new AtomicLong();
        private final AtomicLong sent = new AtomicLong();
        private final AtomicBoolean ended = new AtomicBoolean();

        Sender(String url, String code, String secret) {
            super("sender-" + code);
            this.url = url;
            this.code = code;
            this.secret = secret;
        }

        void end() {
            ended.set(true);
        }

        @Override
        public void run() {
            long at = Instant.now()
                    .truncatedTo(ChronoUnit.HOURS)
                    .minus(3, ChronoUnit.DAYS)
                    .toEpochMilli();
            try (HttpClient http = HandMadeAgent.client()) {
                HandMadeAgent agent = new HandMadeAgent(http, url, secret);
                int layout = agent.announce();
                while (!ended.get()) {
                    sent.addAndGet(ROWS);
                    deliver(agent, HandMadeAgent.batch(layout, 1, at, ROWS));
                    at += ROWS * 10_000L;
                }
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private void deliver(HandMadeAgent agent, byte[] batch) throws InterruptedException {
            while (!ended.get()) {
                try {
                    int status = agent.deliver(batch).statusCode();
                    if (status == 200 || status == 204) {
                        acknowledged.addAndGet(ROWS);
                        return;
                    }
                    assertThat(status).isEqualTo(503);
                } catch (IOException e) {
                    // the server is away: exactly what is being tried
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }
}
