package org.cmm.core.scenario;

import java.time.Duration;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;
import org.cmm.core.random.Never;

/**
 * Cuts of the mains or of the link, one after the other.
 *
 * @param between hours from the end of a cut to the beginning of the next; {@link Never} for none
 * @param length hours that a cut lasts
 * @param aftermath how long after a cut stressed parts age faster
 */
public record Cuts(Law between, Law length, Duration aftermath) {

    public static final Cuts NONE = new Cuts(new Never(), new Fixed(0), Duration.ZERO);

    /** Shorter times between cuts on average would be no mains at all. */
    private static final double LEAST_BETWEEN_HOURS = 0.1;

    public Cuts {
        Check.that(
                between.mean() >= LEAST_BETWEEN_HOURS,
                "cuts",
                "between must be at least 0.1 h on average, was %s h".formatted(between.mean()));
        Check.that(!aftermath.isNegative(), "cuts", "aftermath must not be negative");
        Check.that(length.mean() < Double.POSITIVE_INFINITY, "cuts", "length must end");
    }

    public boolean areNone() {
        return between instanceof Never;
    }
}
