package org.cmm.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.cmm.core.alert.Alert;
import org.cmm.core.alert.AlertEvent;
import org.cmm.core.alert.Rules;
import org.cmm.core.alert.ServerWatch;
import org.cmm.core.forecast.Habit;
import org.cmm.core.metric.Series;
import org.cmm.server.history.SampleRows;
import org.jspecify.annotations.Nullable;

/**
 * One server's watch and its owner at each moment: first whoever reads back the past, then whoever brings its samples.
 * Everything is guarded by {@code lock}, which is held for microseconds.
 *
 * <p>Samples that come while the past is read back are not kept here: they are on disk already, and are read from there
 * in another pass.
 */
final class WatchedServer {

    /** A machine that has said nothing for longer has no forecast that is new. */
    private static final Duration LATEST_TO_FORETELL = Duration.ofHours(2);

    private final int id;
    private final AlertWriter writer;
    private final ReentrantLock lock = new ReentrantLock();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private @Nullable ServerWatch watch;
    private Rules adopted = Rules.NONE;
    private boolean recalledForetold;
    private boolean readingBack;
    private boolean missed;
    private long firstMissed = Long.MAX_VALUE;

    WatchedServer(int id, AlertWriter writer) {
        this.id = id;
        this.writer = writer;
    }

    int id() {
        return id;
    }

    /** Evaluates rows that are on disk, or notes that there are some if the past is not read back yet. */
    void stored(SampleRows rows, long nowMillis) {
        lock.lock();
        try {
            if (watch == null) {
                missed = true;
                firstMissed = Math.min(firstMissed, oldest(rows));
                return;
            }
            long pagesAfter = nowMillis - Evaluation.OLDEST_THAT_PAGES.toMillis();
            submit(Evaluation.events(watch, rows, at -> at > pagesAfter));
        } finally {
            lock.unlock();
        }
    }

    /** Takes in what is usual for its series. */
    void learn(Map<Series, Habit> habits) {
        lock.lock();
        try {
            if (watch != null) {
                watch.learn(habits);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Judges what is foretold of its volumes, unless it says nothing. */
    void foretell(Foretold foretold, Instant now) {
        lock.lock();
        try {
            if (watch == null || watch.newest().isBefore(now.minus(LATEST_TO_FORETELL))) {
                return;
            }
            Duration holds = adopted.lookbackOfForecasts();
            if (!recalledForetold && !holds.isZero()) {
                recalledForetold = true;
                foretold.eachDay(watch.newest().minus(holds), watch.newest(), watch::recallForetold);
            }
            submit(watch.foretell(foretold.now()));
        } finally {
            lock.unlock();
        }
    }

    private static long oldest(SampleRows rows) {
        long oldest = Long.MAX_VALUE;
        for (long at : rows.at()) {
            oldest = Math.min(oldest, at);
        }
        return oldest;
    }

    /** Whether the past is to be read back by the caller: true for exactly one. */
    boolean claimPast() {
        lock.lock();
        try {
            boolean claimed = watch == null && !readingBack;
            readingBack |= claimed;
            return claimed;
        } finally {
            lock.unlock();
        }
    }

    /** Starts a pass over what is on disk; answers the oldest time among the rows that this process was told of. */
    long startPass() {
        lock.lock();
        try {
            missed = false;
            return firstMissed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends a pass: from here on the watch decides, and what it has decided so far is saved.
     *
     * @return false when rows have come since the pass started; another one is needed then
     */
    boolean takeOver(ServerWatch caughtUp, List<AlertEvent> decided, RulesAt rules) {
        lock.lock();
        try {
            if (missed) {
                return false;
            }
            submit(decided);
            adopted = rules.of(id);
            submit(caughtUp.adopt(adopted, rules.at()));
            watch = caughtUp;
            ready.complete(null);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The rules in force when they are asked for. */
    record RulesAt(RuleBook book, Instant at) {
        Rules of(int server) {
            return book.inForce(server).onMetrics();
        }
    }

    /** Puts changed rules in force; a watch whose past is not read back yet takes them over then. */
    void adopt(RuleBook book, Instant at) {
        Rules changed = book.inForce(id).onMetrics();
        lock.lock();
        try {
            if (watch != null && !changed.equals(adopted)) {
                adopted = changed;
                submit(watch.adopt(changed, at));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets an alert and saves that a person closed it. */
    CompletableFuture<Void> close(Alert alert, AlertChange.Cleared cleared) {
        lock.lock();
        try {
            if (watch != null) {
                watch.dismiss(alert, cleared.at());
            }
            return writer.submit(List.of(cleared));
        } finally {
            lock.unlock();
        }
    }

    /** Completes when the past is read back. */
    CompletableFuture<Void> ready() {
        return ready.copy();
    }

    /** Within the lock, so that the changes of one server are saved in their order. */
    private void submit(List<AlertEvent> events) {
        if (!events.isEmpty()) {
            var _ = writer.submit(
                    events.stream().map(event -> AlertChange.of(id, event)).toList());
        }
    }
}
