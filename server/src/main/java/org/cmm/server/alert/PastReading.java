package org.cmm.server.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.alert.AlertEvent;
import org.cmm.core.alert.FiringAlert;
import org.cmm.core.alert.Rules;
import org.cmm.core.alert.ServerWatch;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredSamples;

/**
 * Brings one server's watch to where the process before this one would have it, from what is on disk.
 *
 * <p>A stored row pages if it would have paged when it came in, and may not have been decided upon: one from before the
 * process before this one ended, if it was then at most {@link Evaluation#OLDEST_THAT_PAGES} old and is newer than the
 * newest saved event; one that came to this process, by the same measure now. All other rows only count towards holds.
 * So rows that were on disk but not evaluated raise what they would have raised, and nothing else is raised.
 */
final class PastReading {

    /**
     * What was known of a server when this process started.
     *
     * @param firing its alerts on metrics that are not over
     * @param newestEvent when the newest saved event happened; {@link Instant#MIN} when long ago
     * @param lastEnd the latest time at which the process before this one may have lived
     */
    record Legacy(List<FiringAlert> firing, Instant newestEvent, Instant lastEnd) {

        boolean pages(long atMillis) {
            Instant at = Instant.ofEpochMilli(atMillis);
            return at.isAfter(newestEvent) && at.isAfter(lastEnd.minus(Evaluation.OLDEST_THAT_PAGES));
        }
    }

    private final WatchedServer server;
    private final Legacy legacy;
    private final WatchedServer.RulesAt rules;
    private final ServerWatch watch;
    private final List<AlertEvent> decided = new ArrayList<>();
    private long firstArrived;
    private long readTo;

    PastReading(WatchedServer server, Legacy legacy, WatchedServer.RulesAt rules) {
        this.server = server;
        this.legacy = legacy;
        this.rules = rules;
        this.watch = new ServerWatch(legacy.firing());
        this.decided.addAll(watch.adopt(rules.of(server.id()), rules.at()));
    }

    /** Begins a pass; answers after which time rows matter, which are to be fed in order of time. */
    Instant start(StoredSamples samples) {
        firstArrived = server.startPass();
        Instant from = from(samples);
        readTo = from.toEpochMilli();
        return from;
    }

    /** Reads what has come since the pass began, until nothing is left to read, and hands the watch over. */
    void finish(StoredSamples samples) {
        while (!server.takeOver(watch, decided, rules)) {
            firstArrived = server.startPass();
            samples.eachOf(server.id(), Instant.ofEpochMilli(readTo), this::feed);
        }
    }

    /**
     * Core's recipe: rows before this matter neither to a decision nor to a hold. Rows that came to this process page
     * by a later measure, so they need no more. A rule about a series that is missing must know what the last sample
     * before a long gap held.
     */
    private Instant from(StoredSamples samples) {
        Rules inForce = rules.of(server.id());
        Instant decided = legacy.lastEnd().minus(Evaluation.OLDEST_THAT_PAGES);
        Instant known = decided.isAfter(legacy.newestEvent()) ? decided : legacy.newestEvent();
        Instant from = known.minus(inForce.lookback());
        if (!inForce.missSeries()) {
            return from;
        }
        return samples.times().around(server.id(), from, from).stream()
                .findFirst()
                .filter(newest -> newest.isBefore(from))
                .map(newest -> newest.minus(inForce.lookback()))
                .orElse(from);
    }

    void feed(SampleRows rows) {
        decided.addAll(Evaluation.events(watch, rows, this::pages));
        readTo = Math.max(readTo, rows.at()[rows.count() - 1]);
    }

    private boolean pages(long at) {
        boolean isLegacy = at < firstArrived && !Instant.ofEpochMilli(at).isAfter(legacy.lastEnd());
        return isLegacy
                ? legacy.pages(at)
                : Instant.ofEpochMilli(at).isAfter(rules.at().minus(Evaluation.OLDEST_THAT_PAGES));
    }
}
