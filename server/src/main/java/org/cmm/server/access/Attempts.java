package org.cmm.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Failures of one account or one address, and until when it is locked.
 *
 * <p>Some failures are free; each further one locks twice as long as the one before, from {@value #FIRST_LOCK_SECONDS}
 * seconds up to {@link #LONGEST_LOCK}. An hour without a failure forgets all of them.
 */
record Attempts(int failures, Instant last, Optional<Instant> lockedUntil) {

    static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final int FIRST_LOCK_SECONDS = 15;

    static Attempts none(Instant now) {
        return new Attempts(0, now, Optional.empty());
    }

    /** How long nothing is tried, if anything. */
    Optional<Duration> lockedFor(Instant now) {
        return lockedUntil.filter(now::isBefore).map(until -> Duration.between(now, until));
    }

    /** One more failure, or an attempt that is counted as one until it turns out well. */
    Attempts failed(Instant now, int free) {
        int count = last.plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : failures + 1;
        if (count < free) {
            return new Attempts(count, now, Optional.empty());
        }
        int doublings = Math.min(count - free, 10);
        Duration lock = Duration.ofSeconds((long) FIRST_LOCK_SECONDS << doublings);
        Duration bounded = lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK;
        return new Attempts(count, now, Optional.of(now.plus(bounded)));
    }

    /** The same without the last failure. */
    Attempts forgiven() {
        return new Attempts(Math.max(0, failures - 1), last, Optional.empty());
    }
}
