package org.cmm.core.notify;

import java.time.Duration;
import java.time.Instant;

/**
 * When a notice that did not arrive is tried again: after twice as long each time, up to a longest wait, and each wait
 * lengthened by up to a half at random, so that what failed together does not come back together.
 */
public record BackOff(Duration first, Duration longest) {

    public static final BackOff USUAL = new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(15));

    private static final int MOST_DOUBLINGS = 30;

    public BackOff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("back-off from %s to %s".formatted(first, longest));
        }
    }

    /**
     * @param failures how many attempts have failed, at least 1
     * @param asked how long the counterpart asked to be left alone; zero when it did not
     * @param dice from 0 to 1
     */
    public Instant next(Instant now, int failures, Duration asked, double dice) {
        int doublings = Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS);
        Duration doubled = first.multipliedBy(1L << doublings);
        Duration wait = doubled.compareTo(longest) > 0 ? longest : doubled;
        Duration polite = asked.compareTo(longest.multipliedBy(4)) > 0 ? longest.multipliedBy(4) : asked;
        Duration least = polite.compareTo(wait) > 0 ? polite : wait;
        return now.plus(least).plusMillis(Math.round(wait.toMillis() / 2.0 * Math.clamp(dice, 0, 1)));
    }
}
