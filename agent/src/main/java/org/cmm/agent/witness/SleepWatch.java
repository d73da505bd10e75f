package org.cmm.agent.witness;

import java.time.Duration;
import java.util.Optional;
import org.cmm.agent.clock.Moment;

/** Notices that the machine slept: one clock stood still meanwhile, and another went on. Not thread-safe. */
final class SleepWatch {
    /** The clocks are read one after the other, and each has its steps. */
    static final Duration SHORTEST = Duration.ofSeconds(3);

    private Moment before;
    private long awakeBefore;

    /**
     * A sleep.
     *
     * @param asleep when it began, as far as is known: when the machine was last looked at
     */
    record Sleep(Moment asleep, Moment awake) {}

    SleepWatch(Moment now, long awakeMillis) {
        before = now;
        awakeBefore = awakeMillis;
    }

    /** Looks again; best as often as samples are taken. */
    Optional<Sleep> look(Moment now, long awakeMillis) {
        long slept = now.elapsedMillis() - before.elapsedMillis() - (awakeMillis - awakeBefore);
        var sleep = new Sleep(before, now);
        before = now;
        awakeBefore = awakeMillis;
        return slept >= SHORTEST.toMillis() ? Optional.of(sleep) : Optional.empty();
    }
}
