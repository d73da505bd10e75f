package org.cmm.server.simulation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cmm.server.platform.Rounds;
import org.cmm.server.simulation.StoredExperiment.State;
import org.jboss.logging.Logger;

/**
 * Runs experiments in the background, several side by side, on few threads of low priority, so that the watch over real
 * machines goes first. What a process had claimed when it was killed is taken over when the claim runs out.
 */
@Singleton
class ExperimentRunner {

    private static final Logger LOG = Logger.getLogger(ExperimentRunner.class);

    static final Duration LEASE = Duration.ofSeconds(30);
    static final int SIDE_BY_SIDE = 4;
    private static final Duration KEPT_REMOVED = Duration.ofDays(30);
    private static final Duration RENEWAL = LEASE.dividedBy(3);

    private final ExperimentTable table;
    private final InstantSource clock;
    private final UUID owner = UUID.randomUUID();
    private final Rounds rounds = new Rounds("experiments", Duration.ofSeconds(1), Duration.ofMillis(500), this::round);
    private final Map<Integer, Thread> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = threads(Runtime.getRuntime().availableProcessors());
    private Instant renewed = Instant.EPOCH;
    private boolean troubled;

    ExperimentRunner(ExperimentTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** One processor is left to everything else, where there is more than one. */
    static ExecutorService threads(int processors) {
        return Executors.newFixedThreadPool(Math.max(1, processors - 1), work -> {
            Thread thread = new Thread(work, "simulation");
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.setDaemon(true);
            return thread;
        });
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    /** Beans go in any order, and the database's connections with them. */
    void beforeBeansGo(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void stop() throws InterruptedException {
        rounds.end();
        threads.shutdownNow();
        for (Thread thread : running.values()) {
            thread.join(Duration.ofSeconds(2));
        }
        try {
            table.release(owner);
        } catch (RuntimeException e) {
            LOG.debug("claims of experiments run out by themselves", e);
        }
    }

    /** How many of this process's threads work on experiments. */
    boolean isWorking() {
        return !running.isEmpty();
    }

    private void round() {
        try {
            Instant now = clock.instant();
            if (renewed.plus(RENEWAL).isBefore(now)) {
                table.renew(owner, now.plus(LEASE));
                table.deleteRemovedBefore(now.minus(KEPT_REMOVED));
                renewed = now;
            }
            while (running.size() < SIDE_BY_SIDE && beginNext(now)) {
                // as many as wait, side by side
            }
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.warn("Experiments stand still at the moment; it is tried again", e);
            }
            troubled = true;
        }
    }

    private boolean beginNext(Instant now) {
        Optional<StoredExperiment> next = table.claim(owner, now, LEASE);
        next.ifPresent(this::begin);
        return next.isPresent();
    }

    private void begin(StoredExperiment experiment) {
        Thread thread = Thread.ofVirtual().name("experiment-" + experiment.id()).unstarted(() -> run(experiment));
        if (running.putIfAbsent(experiment.id(), thread) == null) {
            thread.start();
        }
    }

    private void run(StoredExperiment experiment) {
        try {
            new ExperimentRun(experiment, table, owner, threads, rounds::isEnding).run(clock);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            if (!rounds.isEnding()) {
                fail(experiment, e);
            }
        } finally {
            running.remove(experiment.id());
        }
    }

    private void fail(StoredExperiment experiment, Exception fault) {
        LOG.errorf(fault, "experiment %d failed", experiment.id());
        try {
            table.end(experiment.id(), owner, State.FAILED, clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("what failed could not be written down; it is tried again when the claim runs out", e);
        }
    }
}
