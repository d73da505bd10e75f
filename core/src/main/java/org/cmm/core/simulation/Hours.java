package org.cmm.core.simulation;

import java.time.Duration;

/** Simulated time is counted in hours. */
final class Hours {

    private static final double NANOS = 3.6e12;

    private Hours() {}

    static double of(Duration duration) {
        return duration.toSeconds() / 3600.0 + duration.toNanosPart() / NANOS;
    }

    /** To the millisecond. */
    static Duration duration(double hours) {
        return Duration.ofMillis(Math.round(hours * 3.6e6));
    }
}
