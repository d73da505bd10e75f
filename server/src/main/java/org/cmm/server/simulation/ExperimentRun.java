package org.cmm.server.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.cmm.core.simulation.Experiment;
import org.cmm.core.simulation.Replication;
import org.cmm.server.simulation.StoredExperiment.State;

/**
 * One experiment as one process works on it, from where it stands. Replications are kept in the order of their numbers,
 * and whether they are enough is asked only at the ends of batches: neither threads nor a kill change the results.
 */
final class ExperimentRun {

    private static final Duration PROGRESS = Duration.ofMillis(500);
    private static final int MOST_AT_ONCE = 500;

    private final StoredExperiment stored;
    private final ReplicationTarget target;
    private final ExperimentTable table;
    private final UUID owner;
    private final ExecutorService threads;
    private final BooleanSupplier ending;
    private final Experiment experiment;
    private final List<Replication> all = new ArrayList<>();
    private int atOnce = 1;

    /**
     * @param threads on which replications are run
     * @param ending whether this process is about to stop
     */
    ExperimentRun(
            StoredExperiment stored,
            ExperimentTable table,
            UUID owner,
            ExecutorService threads,
            BooleanSupplier ending) {
        this.stored = stored;
        this.table = table;
        this.owner = owner;
        this.threads = threads;
        this.ending = ending;
        ExperimentFile file = stored.read();
        target = new ReplicationTarget(file);
        experiment = file.experiment();
    }

    private record Timed(Replication replication, Duration took) {}

    void run(InstantSource clock) throws InterruptedException, ExecutionException {
        all.addAll(table.replications(stored.id()));
        boolean cancelled = stored.cancelAsked();
        int until = target.next(all);
        while (!cancelled && all.size() < until) {
            if (ending.getAsBoolean()) {
                return;
            }
            Optional<StoredExperiment> now = step(until);
            if (now.isEmpty()) {
                return;
            }
            cancelled = now.get().cancelAsked();
            until = all.size() < until ? until : target.next(all);
        }
        table.end(stored.id(), owner, cancelled ? State.CANCELLED : State.DONE, clock.instant());
    }

    /** Runs some more and keeps them; empty when another process has taken over. */
    private Optional<StoredExperiment> step(int until) throws InterruptedException, ExecutionException {
        int from = all.size();
        int count = Math.min(atOnce, until - from);
        long began = System.nanoTime();
        List<Timed> done = replications(from, count);
        adapt(Duration.ofNanos(System.nanoTime() - began));
        Duration work = done.stream().map(Timed::took).reduce(Duration.ZERO, Duration::plus);
        List<Replication> more = done.stream().map(Timed::replication).toList();
        all.addAll(more);
        return table.keep(stored.id(), owner, more, work);
    }

    /** So many that people see progress, and the database is not asked all the time. */
    private void adapt(Duration took) {
        if (took.compareTo(PROGRESS.dividedBy(2)) < 0) {
            atOnce = Math.min(MOST_AT_ONCE, atOnce * 2);
        } else if (took.compareTo(PROGRESS.multipliedBy(2)) > 0) {
            atOnce = Math.max(1, atOnce / 2);
        }
    }

    private List<Timed> replications(int from, int count) throws InterruptedException, ExecutionException {
        List<Future<Timed>> running = new ArrayList<>();
        for (int number = from; number < from + count; number++) {
            int one = number;
            running.add(threads.submit(() -> timed(one)));
        }
        List<Timed> done = new ArrayList<>();
        try {
            for (Future<Timed> future : running) {
                done.add(future.get());
            }
        } finally {
            running.forEach(future -> future.cancel(false));
        }
        return done;
    }

    private Timed timed(int number) {
        long began = System.nanoTime();
        return new Timed(experiment.replication(number), Duration.ofNanos(System.nanoTime() - began));
    }
}
