package org.cmm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cmm.core.simulation.Experiment;
import org.cmm.core.simulation.Replication;

/**
 * Runs replications of the headline scenario in a process of its own, started as {@code ./cmm experiment} is, and
 * prints what it took: seconds, events, and the policies' machine-years.
 */
final class ExperimentRuns {

    private static final long SEED = 20_260_105;

    private ExperimentRuns() {}

    /** @param arguments machines, years, replications, threads */
    public static void main(String... arguments) throws Exception {
        int machines = Integer.parseInt(arguments[0]);
        int years = Integer.parseInt(arguments[1]);
        int replications = Integer.parseInt(arguments[2]);
        int threads = Integer.parseInt(arguments[3]);
        Experiment experiment = new Experiment(HeadlineScenario.of(machines, years), SEED);
        long began = System.nanoTime();
        long events = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Replication>> running = new ArrayList<>();
            for (int number = 0; number < replications; number++) {
                int one = number;
                running.add(workers.submit(() -> experiment.replication(one)));
            }
            for (Future<Replication> each : running) {
                events += each.get().policies().stream()
                        .mapToLong(totals -> totals.events())
                        .sum();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "%.4f %d%n", seconds, events);
        System.out.flush();
        System.in.read();
    }
}
