package org.cmm.core.alert;

import java.time.Duration;

/**
 * How long a rule wants to be sure. A hold starts with the first reading that speaks for a change, lasts as long as
 * every further reading does, and is over with the first reading at or after its end: "80 or more for 3 samples" of 5
 * minutes is a hold of 10 minutes. A hold of zero is over at once.
 *
 * @param raiseAfter hold before an alert is raised, or its severity grows
 * @param clearAfter hold before an alert is cleared, or its severity falls
 * @param maxGap between two readings farther apart than this nobody knows what happened: a hold starts again
 */
public record Timing(Duration raiseAfter, Duration clearAfter, Duration maxGap) {

    /** The longest time before now in which a reading can still matter to a hold. */
    Duration lookback() {
        Duration longest = raiseAfter.compareTo(clearAfter) < 0 ? clearAfter : raiseAfter;
        return longest.plus(maxGap);
    }

    void check(String rule) {
        requireAtLeast(Duration.ZERO, "raise-after", raiseAfter, rule);
        requireAtLeast(Duration.ZERO, "clear-after", clearAfter, rule);
        requireAtLeast(Duration.ofSeconds(1), "max-gap", maxGap, rule);
    }

    private static void requireAtLeast(Duration least, String name, Duration given, String rule) {
        if (given.compareTo(least) < 0) {
            throw new IllegalArgumentException("rule '%s': %s must be at least %ds, was %ds"
                    .formatted(rule, name, least.toSeconds(), given.toSeconds()));
        }
    }
}
