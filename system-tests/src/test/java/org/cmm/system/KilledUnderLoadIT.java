package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cmm.process.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is acknowledged is on disk, whatever is killed in the middle of a load. */
class KilledUnderLoadIT {

    private static final int SENDERS = 6;

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
                        .as("samples of %s: stored, and acknowledged to its agent", sender.code())
                        .isGreaterThanOrEqualTo(sender.acknowledged());
                assertThat(stored(database, sender))
                        .as("samples of %s: nothing twice, nothing that was never sent", sender.code())
                        .isLessThanOrEqualTo(sender.sent());
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
            long wanted = sender.acknowledged() + more;
            while (sender.acknowledged() < wanted) {
                assertThat(System.nanoTime())
                        .as("%s makes no progress", sender.code())
                        .isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static long stored(Connection database, Sender sender) throws Exception {
        return KnownAgents.count(
                database,
                "SELECT count(*) FROM sample JOIN server ON id = server_id WHERE code = '%s'".formatted(sender.code()));
    }
}
