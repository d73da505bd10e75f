package org.cmm.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cmm.process.ProcessUsage;
import org.cmm.process.RunningServer;

/**
 * How many samples a second CMM puts on disk: agents' batches of 60, single samples, and beside both the ceiling, the
 * same rows copied straight into the same table without HTTP. Rounds of the three take turns.
 */
record IngestBench(Bench.Options options, Figures figures) {

    private static final int AGENTS = 500;
    private static final int ROWS_A_BATCH = 60;
    private static final int CONNECTIONS = 64;
    private static final long SEED = 20_261_123;

    void run(Path data) throws Exception {
        try (RunningServer server = RunningServer.start(data);
                Connection database = server.database()) {
            BenchFleet fleet = BenchFleet.create(database, AGENTS);
            Requests requests = new Requests(fleet, SEED, lastWeek());
            warmUp(server, database, fleet, requests);
            for (int round = 0; round < options.rounds(); round++) {
                batches(server, database, fleet, requests);
                singles(server, database, fleet, requests);
            }
        }
    }

    private int batchRequests() {
        return options.quick() ? 4_000 : 12_000;
    }

    private int singleRequests() {
        return options.quick() ? 15_000 : 60_000;
    }

    /** The compilers of both processes need some seconds before figures mean anything. */
    private void warmUp(RunningServer server, Connection database, BenchFleet fleet, Requests requests)
            throws Exception {
        for (int rows : new int[] {ROWS_A_BATCH, 1}) {
            measure("warm-up", server, database, fleet, requests.make(batchRequests(), rows), rows);
        }
    }

    private void batches(RunningServer server, Connection database, BenchFleet fleet, Requests requests)
            throws Exception {
        measure("ingest.batch", server, database, fleet, requests.make(batchRequests(), ROWS_A_BATCH), ROWS_A_BATCH);
        double ceiling = new Ceiling(database, server).valuesPerSecond(figures, BenchFleet.COLUMNS);
        figures.add("ingest.batch.of_ceiling_ratio", figures.last("ingest.batch.values_per_s") / ceiling);
    }

    private void singles(RunningServer server, Connection database, BenchFleet fleet, Requests requests)
            throws Exception {
        measure("ingest.single", server, database, fleet, requests.make(singleRequests(), 1), 1);
    }

    private void measure(
            String name, RunningServer server, Connection database, BenchFleet fleet, List<byte[]> requests, int rows)
            throws Exception {
        empty(database);
        introduce(server, fleet, requests);
        empty(database);
        ProcessUsage serverBefore = server.serverUsage();
        ProcessUsage databaseBefore = server.databaseUsage();
        double loadBefore = ownCpuSeconds();
        Load.Outcome outcome =
                Load.run(server.port(), requests.subList(fleet.agents(), requests.size()), fleet.agents(), CONNECTIONS);
        double serverCpu = server.serverUsage().cpuSeconds() - serverBefore.cpuSeconds();
        double databaseCpu = server.databaseUsage().cpuSeconds() - databaseBefore.cpuSeconds();
        long stored = BenchFleet.storedSamples(database);
        if (stored != (long) outcome.acknowledged() * rows) {
            throw new IllegalStateException("%d samples were acknowledged, %d are stored"
                    .formatted((long) outcome.acknowledged() * rows, stored));
        }
        double millions = stored * BenchFleet.COLUMNS / 1e6;
        figures.add(name + ".requests_per_s", outcome.perSecond());
        figures.add(name + ".samples_per_s", outcome.perSecond() * rows);
        figures.add(name + ".values_per_s", outcome.perSecond() * rows * BenchFleet.COLUMNS);
        figures.add(name + ".p50_ms", outcome.milliseconds(0.50));
        figures.add(name + ".p99_ms", outcome.milliseconds(0.99));
        figures.add(name + ".cpu_s_per_million", (serverCpu + databaseCpu) / millions);
        figures.add(name + ".server.cpu_s_per_million", serverCpu / millions);
        figures.add(name + ".database.cpu_s_per_million", databaseCpu / millions);
        figures.add(name + ".load.cpu_s_per_million", (ownCpuSeconds() - loadBefore) / millions);
        figures.add(name + ".bytes_per_value", bytes(database) / (double) (stored * BenchFleet.COLUMNS));
    }

    /** The first batch of a clock is an occasion of its own; the rest is what every day is made of. */
    private static void introduce(RunningServer server, BenchFleet fleet, List<byte[]> requests) throws Exception {
        Load.run(server.port(), requests.subList(0, fleet.agents()), fleet.agents(), CONNECTIONS);
    }

    /** Old enough that no round reaches into the future. */
    private static long lastWeek() {
        return Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .minus(9, ChronoUnit.DAYS)
                .toEpochMilli();
    }

    private static double ownCpuSeconds() {
        return ProcessUsage.of(ProcessHandle.current().pid()).cpuSeconds();
    }

    private static void empty(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("TRUNCATE sample");
        }
    }

    /** Tables and indexes of the samples' days. */
    private static long bytes(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                var row = statement.executeQuery(
                        "SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('sample')")) {
            row.next();
            return row.getLong(1);
        }
    }
}
