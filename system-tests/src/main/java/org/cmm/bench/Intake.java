package org.cmm.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.cmm.process.ProcessUsage;
import org.cmm.process.RunningServer;

/** The server and its database while they take samples in, seen from outside. */
record Intake(RunningServer server, Connection database, Figures figures) {

    int port() {
        return server.port();
    }

    /** Runs the load into an empty table, and notes what it reached and what it cost. */
    void measure(String name, int rowsARequest, Callable<Load.Outcome> load) throws Exception {
        ProcessUsage serverBefore = server.serverUsage();
        ProcessUsage databaseBefore = server.databaseUsage();
        double loadBefore = ownCpuSeconds();
        Load.Outcome outcome = load.call();
        double serverCpu = server.serverUsage().cpuSeconds() - serverBefore.cpuSeconds();
        double databaseCpu = server.databaseUsage().cpuSeconds() - databaseBefore.cpuSeconds();
        double loadCpu = ownCpuSeconds() - loadBefore;
        require(outcome);
        requireStored((long) outcome.acknowledged() * rowsARequest);

        double values = (double) outcome.acknowledged() * rowsARequest * BenchFleet.COLUMNS;
        figures.add(name + ".values_per_s", values / outcome.seconds());
        figures.add(name + ".samples_per_s", outcome.perSecond() * rowsARequest);
        figures.add(name + ".requests_per_s", outcome.perSecond());
        figures.add(name + ".p50_ms", outcome.milliseconds(0.50));
        figures.add(name + ".p99_ms", outcome.milliseconds(0.99));
        figures.add(name + ".cpu_s_per_million", (serverCpu + databaseCpu) / values * 1e6);
        figures.add(name + ".server.cpu_s_per_million", serverCpu / values * 1e6);
        figures.add(name + ".database.cpu_s_per_million", databaseCpu / values * 1e6);
        figures.add(name + ".load.cpu_s_per_million", loadCpu / values * 1e6);
        figures.add(name + ".bytes_per_value", bytesOnDisk() / values);
    }

    /** A refused request is not acknowledged, and figures of a run with refusals would mean nothing. */
    void require(Load.Outcome outcome) throws IOException {
        if (outcome.refused() > 0) {
            throw new IOException("%d of %d requests were refused; the first answer was: %s"
                    .formatted(
                            outcome.refused(),
                            outcome.refused() + outcome.acknowledged(),
                            outcome.firstRefusal().orElse("")));
        }
    }

    private void requireStored(long acknowledged) throws SQLException {
        long stored = BenchFleet.storedSamples(database);
        if (stored != acknowledged) {
            throw new IllegalStateException(
                    "%d samples were acknowledged, but %d are stored".formatted(acknowledged, stored));
        }
    }

    void clear() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("TRUNCATE sample");
        }
    }

    private static double ownCpuSeconds() {
        return ProcessUsage.of(ProcessHandle.current().pid()).cpuSeconds();
    }

    /** Tables and indexes of the samples' days. */
    private double bytesOnDisk() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('sample')")) {
            row.next();
            return row.getLong(1);
        }
    }
}
