package org.cmm.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cmm.agent.clock.Anchor;
import org.cmm.agent.clock.EpochClock;
import org.cmm.agent.clock.Moment;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.journal.TimeText;

/**
 * Decides when a sample is due and which time it carries. Within an epoch no two samples share a time, however coarse
 * the clock and however early a wait ends. Used by one thread, but for {@link #beginEpoch}.
 */
final class Timetable {
    /** The time of a sample, by the clock of its epoch. */
    record Entry(Anchor anchor, long atMillis) {}

    private final EpochClock clock;
    private final SampleGrid grid;
    private final Journal journal;
    private final AtomicBoolean epochAsked = new AtomicBoolean();
    private Anchor anchor;
    private long dueMillis;

    Timetable(EpochClock clock, SampleGrid grid, Journal journal, Moment now) {
        this.clock = clock;
        this.grid = grid;
        this.journal = journal;
        anchor = clock.epochAt(now);
        dueMillis = grid.after(anchor.timeAt(now));
    }

    /** The next sample begins a new epoch. */
    void beginEpoch() {
        epochAsked.set(true);
    }

    /** How long until the next sample is due; zero when it is. The first of a later epoch is due at once. */
    long millisToNext(Moment now) {
        Anchor present = epochAsked.getAndSet(false) ? clock.begin(now) : clock.epochAt(now);
        long time = present.timeAt(now);
        if (!present.equals(anchor)) {
            tellOfJump(Duration.ofMillis(now.wallMillis() - anchor.timeAt(now)));
            anchor = present;
            dueMillis = time;
        }
        return Math.max(0, dueMillis - time);
    }

    private void tellOfJump(Duration jump) {
        if (jump.abs().compareTo(EpochClock.TOLERANCE) > 0) {
            journal.say("the clock of this machine was set %s by %s; samples stay in order"
                    .formatted(jump.isNegative() ? "back" : "forward", TimeText.of(jump.abs())));
        }
    }

    /** The entry of a sample taken now, if one is due. */
    Optional<Entry> due(Moment now) {
        if (millisToNext(now) > 0) {
            return Optional.empty();
        }
        long at = grid.timeOf(anchor.timeAt(now));
        dueMillis = grid.after(at);
        return Optional.of(new Entry(anchor, at));
    }
}
