package org.cmm.server.alert;

import java.time.Duration;
import java.time.Instant;

/**
 * Since when CMM has been able to hear without a break: a process that was frozen, a clock that was set or a database
 * that was away is nobody's silence. Belongs to the loop that ticks.
 */
final class Listening {

    /** The loop ticks every second; a tick may wait this long for the processor or the database. */
    private static final Duration LONGEST_BETWEEN_TICKS = Duration.ofSeconds(15);

    private Instant since;
    private Instant lastTick;

    Listening(Instant start) {
        this.since = start;
        this.lastTick = start;
    }

    /** A tick at which CMM could hear. */
    Instant tick(Instant now) {
        Duration between = Duration.between(lastTick, now);
        if (between.isNegative() || between.compareTo(LONGEST_BETWEEN_TICKS) > 0) {
            since = now;
        }
        lastTick = now;
        return since;
    }

    /** A tick at which it could not. */
    void deafTick(Instant now) {
        since = now;
        lastTick = now;
    }
}
