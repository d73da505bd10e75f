package org.cmm.core.history;

import java.time.Duration;
import java.util.Optional;

/** How finely history is kept. Intervals are of UTC, and each tier's are made of the one before. */
public enum Tier {
    SAMPLES(Duration.ZERO),
    FIVE_MINUTES(Duration.ofMinutes(5)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final long millis;

    Tier(Duration length) {
        this.millis = length.toMillis();
    }

    /** Length of an interval in milliseconds; 0 for samples. */
    public long millis() {
        return millis;
    }

    /** The start of the interval that holds this time, both in milliseconds since 1970. */
    public long start(long at) {
        return this == SAMPLES ? at : Math.floorDiv(at, millis) * millis;
    }

    /** The tier that the intervals of this one are made of. */
    public Optional<Tier> finer() {
        return this == SAMPLES ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    /** The tier whose intervals are made of this one's. */
    public Optional<Tier> coarser() {
        return this == DAY ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** The coarsest tier that still has so many intervals in the span; samples when none has. */
    public static Tier coarsest(Duration span, int intervals) {
        for (int index = values().length - 1; index > 0; index--) {
            if (span.toMillis() / values()[index].millis >= intervals) {
                return values()[index];
            }
        }
        return SAMPLES;
    }
}
