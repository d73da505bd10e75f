package org.cmm.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cmm.process.RunningServer;

/**
 * How many samples a second CMM puts on disk: agents' batches of 60, single samples, and beside both the ceiling, the
 * same rows copied straight into the same table without HTTP. Rounds of the three take turns. Then what 500 machines
 * cost that send a sample every ten seconds each.
 */
record IngestBench(Bench.Options options, Figures figures) {

    private static final int AGENTS = 500;
    private static final int CONNECTIONS = 64;
    private static final int ROWS_A_BATCH = 60;
    private static final int STEADY_REQUESTS_A_SECOND = 50;
    private static final int STEADY_SECONDS = 10;
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final long SEED = 20_261_123;
    /** A run that takes longer is cut short, so that a slow machine measures less and not for ever. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(8);

    void run(Path data) throws Exception {
        try (RunningServer server = RunningServer.start(data);
                Connection database = server.database()) {
            BenchFleet fleet = BenchFleet.create(database, AGENTS);
            Requests requests = new Requests(fleet, SEED, lastWeek());
            Intake intake = new Intake(server, database, figures);
            warmUp(intake, requests);
            for (int round = 0; round < options.rounds(); round++) {
                measure(intake, "ingest.batch", requests.make(batches(), ROWS_A_BATCH), ROWS_A_BATCH);
                double ceiling = new Ceiling(database, server).valuesPerSecond(figures, BenchFleet.COLUMNS);
                figures.add("ingest.batch.of_ceiling_ratio", figures.last("ingest.batch.values_per_s") / ceiling);
                measure(intake, "ingest.single", requests.make(singles(), 1), 1);
            }
            steady(intake, requests);
        }
    }

    private int batches() {
        return options.quick() ? 5_000 : 12_000;
    }

    private int singles() {
        return options.quick() ? 25_000 : 60_000;
    }

    /** The compilers of both processes need some seconds before figures mean anything. */
    private void warmUp(Intake intake, Requests requests) throws Exception {
        for (int rows : new int[] {1, ROWS_A_BATCH}) {
            List<byte[]> made = requests.make(rows == 1 ? singles() : batches(), rows);
            intake.clear();
            intake.require(Load.run(intake.port(), made, AGENTS, CONNECTIONS, LONGEST_RUN));
        }
    }

    private void measure(Intake intake, String name, List<byte[]> requests, int rows) throws Exception {
        introduce(intake, requests);
        List<byte[]> rest = requests.subList(AGENTS, requests.size());
        intake.measure(name, rows, () -> Load.run(intake.port(), rest, AGENTS, CONNECTIONS, LONGEST_RUN));
    }

    /** A day of 500 machines, ten seconds of it at a time; what the load before has left to do is done first. */
    private void steady(Intake intake, Requests requests) throws Exception {
        for (int round = 0; round < options.rounds(); round++) {
            List<byte[]> made = requests.make(AGENTS, 1);
            introduce(intake, made);
            Thread.sleep(SETTLING);
            List<byte[]> sent = requests.more(STEADY_SECONDS * STEADY_REQUESTS_A_SECOND, 1);
            intake.measure("ingest.steady", 1, () -> SteadyLoad.run(intake.port(), sent, STEADY_REQUESTS_A_SECOND));
            figures.add(
                    "ingest.steady.cpu_percent",
                    figures.last("ingest.steady.cpu_s_per_million")
                            * figures.last("ingest.steady.values_per_s")
                            / 1e6
                            * 100);
        }
    }

    /** The first batch of a clock is an occasion of its own; the rest is what every day is made of. */
    private static void introduce(Intake intake, List<byte[]> requests) throws Exception {
        intake.require(Load.run(intake.port(), requests.subList(0, AGENTS), AGENTS, CONNECTIONS, LONGEST_RUN));
        intake.clear();
    }

    /** Old enough that no round reaches into the future. */
    private static long lastWeek() {
        return Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .minus(9, ChronoUnit.DAYS)
                .toEpochMilli();
    }
}
