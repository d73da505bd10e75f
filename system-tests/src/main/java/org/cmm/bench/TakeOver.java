package org.cmm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cmm.process.RunningServer;

/**
 * How long after the start of its process CMM knows again what every server was doing: 10,000 of them, each with an
 * alert that fires and ten minutes of samples.
 */
record TakeOver(Path data) {

    private static final int SERVERS = 10_000;
    private static final int SERVERS_QUICK = 1_000;
    static final int MINUTES = 10;
    private static final int SAMPLES = MINUTES * 6;
    private static final String DONE = "servers are taken over";
    private static final long PATIENCE_SECONDS = 120;

    static void prepare(RunningServer server, boolean quick) throws SQLException {
        int servers = quick ? SERVERS_QUICK : SERVERS;
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            statement.execute("""
                    INSERT INTO server (code, name) SELECT 'taken-' || n, 'Taken over ' || n FROM generate_series(1, %d) n
                    """.formatted(servers));
            statement.execute("""
                    INSERT INTO alert (server_id, rule, subject, severity, worst, value, raised_at, changed_at)
                    SELECT id, 'disk', 'system.filesystem.utilization{system.filesystem.mountpoint=/}', 'warning',
                        'warning', 0.91, now() - interval '1 hour', now() - interval '1 hour'
                    FROM server WHERE code LIKE 'taken-%'
                    """);
            statement.execute("""
                    INSERT INTO sample (server_id, at, layout_id, readings)
                    SELECT server.id, date_trunc('second', now()) - n * interval '10 seconds', layout.id,
                        ARRAY[0.2, 0.5, 0.91, 0.3, 0.05, 0.5, 20000, 9000, 86400, 180]
                    FROM server, layout, generate_series(0, %d) n
                    WHERE code LIKE 'taken-%%' AND layout.fingerprint = 'bench'
                    """.formatted(SAMPLES - 1));
        }
    }

    void measure(int rounds, Figures figures) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            long said = timesSaid();
            long start = System.nanoTime();
            try (RunningServer server = RunningServer.launch(data)) {
                server.awaitReady();
                figures.add("alerts.restart_ready_s", (System.nanoTime() - start) / 1e9);
                while (timesSaid() == said) {
                    if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                        throw new IOException("no alert state after " + PATIENCE_SECONDS + " s");
                    }
                    TimeUnit.MILLISECONDS.sleep(10);
                }
                figures.add("alerts.restart_s", (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private long timesSaid() throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("server.log"))) {
            return lines.filter(line -> line.contains(DONE)).count();
        }
    }
}
