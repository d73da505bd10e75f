package org.cmm.server.intake;

import java.time.Duration;

/**
 * How far one stretch of an agent's clock is behind CMM's.
 *
 * @param applied milliseconds added to every time of the stretch: what was measured at first sight, or 0 when that was
 *     within {@link #TOLERANCE}
 */
record ClockSkew(long applied) {

    /** A slow link delays a request by seconds, so a smaller difference proves nothing. */
    static final Duration TOLERANCE = Duration.ofSeconds(10);

    static ClockSkew firstSeen(long measuredMillis) {
        return new ClockSkew(within(measuredMillis) ? 0 : measuredMillis);
    }

    /** Whether the clock has drifted so far since that the agent should begin a new stretch. */
    boolean outgrownBy(long measuredMillis) {
        return !within(measuredMillis - applied);
    }

    private static boolean within(long millis) {
        return Math.abs(millis) <= TOLERANCE.toMillis();
    }
}
