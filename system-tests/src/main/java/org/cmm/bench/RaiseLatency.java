package org.cmm.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.cmm.process.RunningServer;
import org.cmm.protocol.SampleRow;

/**
 * How long it takes from sending a sample that is over a level until its alert can be read in the database. The rule
 * about processors is told not to wait; each machine has been heard before.
 */
record RaiseLatency(RunningServer server) {

    private static final int AGENTS = 300;
    private static final int A_SECOND = 50;
    private static final long PATIENCE_SECONDS = 30;
    private static final double[] CALM = {0.1, 0.5, 0.5, 0.3, 0.05, 0.5, 20_000, 9_000, 86_400, 180};
    private static final double[] BUSY = {0.99, 0.5, 0.5, 0.3, 0.05, 0.5, 20_000, 9_000, 86_400, 180};

    /** Also makes the database hold the days of the last ten minutes. */
    static void prepare(RunningServer server) throws Exception {
        try (Connection database = server.database();
                Statement statement = database.createStatement();
                HttpClient client = HttpClient.newHttpClient()) {
            BenchFleet fleet = BenchFleet.create(database, AGENTS);
            statement.execute("UPDATE rule SET raise_after = '0', clear_after = '0' WHERE id = 'cpu'");
            long now = System.currentTimeMillis();
            Deliveries.to(server, client, fleet.layout())
                    .send(
                            1,
                            List.of(
                                    new SampleRow(now - TimeUnit.MINUTES.toMillis(TakeOver.MINUTES), CALM),
                                    new SampleRow(now, CALM)));
        }
    }

    void measure(int rounds, Figures figures) throws Exception {
        try (Connection database = server.database();
                Connection onlooker = server.database();
                HttpClient client = HttpClient.newHttpClient()) {
            Deliveries deliveries = Deliveries.to(
                    server, client, number(database, "SELECT id FROM layout WHERE fingerprint = 'bench'"));
            int first = number(database, "SELECT id FROM server WHERE code = 'bench-1'");
            for (int round = 0; round < rounds; round++) {
                send(deliveries, CALM, new AtomicLongArray(AGENTS));
                TimeUnit.SECONDS.sleep(3);
                AtomicLongArray sent = new AtomicLongArray(AGENTS);
                long[] seen = new long[AGENTS];
                int before = number(database, "SELECT coalesce(max(id), 0) FROM alert");
                Thread watch = Thread.ofPlatform().start(() -> watch(onlooker, before, first, seen));
                send(deliveries, BUSY, sent);
                watch.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
                add(sent, seen, figures);
                TimeUnit.SECONDS.sleep(2);
            }
        }
    }

    private static void send(Deliveries deliveries, double[] values, AtomicLongArray sent)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int agent = 1; agent <= AGENTS; agent++) {
            sent.set(agent - 1, System.nanoTime());
            deliveries.send(agent, List.of(new SampleRow(System.currentTimeMillis(), values)));
            TimeUnit.NANOSECONDS.sleep(start + agent * TimeUnit.SECONDS.toNanos(1) / A_SECOND - System.nanoTime());
        }
    }

    /** Notes when each server's alert appears, until all have. */
    private static void watch(Connection database, int before, int first, long[] seen) {
        int left = AGENTS;
        try (Statement statement = database.createStatement()) {
            long newest = before;
            while (left > 0) {
                try (ResultSet rows = statement.executeQuery(
                        "SELECT id, server_id FROM alert WHERE rule = 'cpu' AND id > " + newest + " ORDER BY id")) {
                    long now = System.nanoTime();
                    while (rows.next()) {
                        newest = rows.getLong(1);
                        seen[rows.getInt(2) - first] = now;
                        left--;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void add(AtomicLongArray sent, long[] seen, Figures figures) throws IOException {
        double[] millis = new double[AGENTS];
        for (int agent = 0; agent < AGENTS; agent++) {
            if (seen[agent] == 0) {
                throw new IOException("agent %d raised no alert".formatted(agent + 1));
            }
            millis[agent] = (seen[agent] - sent.get(agent)) / 1e6;
        }
        Arrays.sort(millis);
        figures.add("alerts.raise_p50_ms", millis[AGENTS / 2]);
        figures.add("alerts.raise_p99_ms", millis[AGENTS * 99 / 100]);
    }

    private static int number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
