package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.cmm.core.alert.Rule;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.forecast.Forecasts;
import org.cmm.server.history.StoredSamples;
import org.cmm.server.platform.Problem;

/**
 * What a rule would have done, by the evaluator that pages people, over what is on disk.
 *
 * <p>One replay runs at a time, and each stops when its time is over: it then has looked at some of the machines only,
 * taken evenly from all, and says so. Memory: one machine's states, a day of its samples, its alerts, and the samples
 * around marks.
 */
@Singleton
class RuleReplay {

    /** While a program waits for the answer. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    /** While a person sees how far it is. */
    static final Duration LONGEST_SEEN = Duration.ofMinutes(3);

    static final int MOST_DAYS = 90;
    static final int MOST_MARKS = 30;
    static final Duration LONGEST_MARK = Duration.ofDays(2);

    /** All marks together, with what lies before each: some 260,000 samples. */
    static final Duration MOST_MARKED = Duration.ofDays(30);

    private final StoredSamples samples;
    private final Servers servers;
    private final Forecasts forecasts;
    private final DrillTimes drills;
    private final InstantSource clock;
    private final Semaphore one = new Semaphore(1, true);

    RuleReplay(StoredSamples samples, Servers servers, Forecasts forecasts, DrillTimes drills, InstantSource clock) {
        this.samples = samples;
        this.servers = servers;
        this.forecasts = forecasts;
        this.drills = drills;
        this.clock = clock;
    }

    /** What is to be tried, where, and since how many days. */
    record Trial(Rule rule, RuleScope scope, int days, List<Mark> marks) {

        /** Whether more is marked than fits into memory, with what the rule must know from before. */
        boolean marksTooMuch() {
            Duration lookback = ReplayRun.lookback(rule);
            Duration read = marks.stream()
                    .map(mark -> Duration.between(mark.from(), mark.to()).plus(lookback))
                    .reduce(Duration.ZERO, Duration::plus);
            return read.compareTo(MOST_MARKED) > 0;
        }
    }

    /** A time on a machine that should have been caught. */
    record Mark(Server server, Instant from, Instant to) {}

    /**
     * Runs a trial.
     *
     * @throws org.cmm.server.platform.ProblemException when another one runs
     */
    Replayed run(Trial trial) {
        if (!one.tryAcquire()) {
            throw Problem.conflict(
                            "replay-running",
                            "another replay is running; try again when it is done, in %d s at most"
                                    .formatted(LONGEST_SEEN.toSeconds()))
                    .exception();
        }
        try {
            return run(trial, new ReplayProgress(LONGEST));
        } finally {
            one.release();
        }
    }

    /** Runs a trial while somebody sees how far it is, after those that began before. */
    Replayed runInTurn(Trial trial, ReplayProgress progress) throws InterruptedException {
        one.acquire();
        try {
            return run(trial, progress);
        } finally {
            one.release();
        }
    }

    private Replayed run(Trial trial, ReplayProgress progress) {
        List<Server> covered =
                servers.active().stream().filter(trial.scope()::covers).toList();
        progress.start(covered.size());
        return new ReplayRun(trial, new ReplayRun.Past(samples, forecasts, drills), clock.instant(), progress)
                .over(covered);
    }
}
