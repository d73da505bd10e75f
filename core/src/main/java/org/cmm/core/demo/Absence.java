package org.cmm.core.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch in which nobody heard of a machine, and why.
 *
 * @param to when it is heard again
 */
public record Absence(Instant from, Instant to, Why why) {

    /** Two troubles of a machine are so far apart at least. */
    private static final Duration APART = Duration.ofMinutes(20);

    /** What a machine was lost to. */
    public enum Why {
        /** Its site has no mains. */
        POWER,
        /** Its site has no mains; its own battery lasts, and its measurements come later. */
        BATTERY,
        /** Its site cannot reach CMM; its measurements come later. */
        LINK,
        CRASH,
        UPDATES,
        /** A person restarts it, because it has become slow. */
        RESTART,
        SLEEP,
        /** Somebody has stopped its agent. */
        AGENT;

        /** Whether the machine goes on measuring, and delivers later. */
        public boolean isMeasured() {
            return this == LINK || this == BATTERY;
        }

        /** Whether the machine starts anew afterwards. */
        boolean isBoot() {
            return this == POWER || this == CRASH || this == UPDATES || this == RESTART;
        }
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    boolean isNear(Absence other) {
        return from.isBefore(other.to.plus(APART)) && other.from.isBefore(to.plus(APART));
    }
}
