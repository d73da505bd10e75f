package org.cmm.agent.clock;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The clock that samples carry. Within an epoch it moves with elapsed time alone, so samples stay in order when
 * somebody sets the wall clock; when the two part by more than {@link #TOLERANCE} a new epoch begins at the wall
 * clock's time.
 *
 * <p>After a sleep both clocks have moved on together: that is a gap, and the epoch goes on. Not thread-safe.
 */
public final class EpochClock {
    /** How far the wall clock may part from the epoch's time; more than a slow correction does in an hour. */
    public static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final LongSupplier names;
    private Anchor anchor;

    /**
     * Begins the first epoch.
     *
     * @param names random names for epochs, 0 to 2^48 - 1
     */
    public EpochClock(LongSupplier names, Moment now) {
        this.names = names;
        this.anchor = new Anchor(names.getAsLong(), now);
    }

    /** The epoch that a sample taken now belongs to. */
    public Anchor epochAt(Moment now) {
        long apart = Math.abs(now.wallMillis() - anchor.timeAt(now));
        return apart > TOLERANCE.toMillis() ? begin(now) : anchor;
    }

    /** Begins a new epoch whatever the clocks show. */
    public Anchor begin(Moment now) {
        anchor = new Anchor(names.getAsLong(), now);
        return anchor;
    }
}
