package org.cmm.server.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cmm.core.simulation.Experiment;
import org.cmm.core.simulation.Replication;

/** An experiment run here and now, on some threads; the outcome does not depend on how many. */
final class LocalRun {

    /** Is told how many of how many replications are done. */
    interface Progress {
        void reached(int done, int of);
    }

    private LocalRun() {}

    /** All replications in the order of their numbers. */
    static List<Replication> of(ExperimentFile file, int threads, Progress progress) throws InterruptedException {
        ReplicationTarget target = new ReplicationTarget(file);
        Experiment experiment = file.experiment();
        List<Replication> done = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            try {
                for (int until = target.next(done); done.size() < until; until = target.next(done)) {
                    add(experiment, until, workers, done, progress);
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } finally {
                workers.shutdownNow();
            }
        }
        return done;
    }

    private static void add(
            Experiment experiment, int until, ExecutorService workers, List<Replication> done, Progress progress)
            throws InterruptedException, ExecutionException {
        List<Future<Replication>> running = new ArrayList<>();
        for (int number = done.size(); number < until; number++) {
            int one = number;
            running.add(workers.submit(() -> experiment.replication(one)));
        }
        for (Future<Replication> each : running) {
            done.add(each.get());
            progress.reached(done.size(), until);
        }
    }
}
