package org.cmm.core.outage;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a machine's agent told about the machine, by CMM's clock.
 *
 * @param at when; of {@link Kind#UNCLEAN_STOP} and {@link Kind#AGENT_KILLED}, when it was noticed
 * @param since when what ended then had begun
 * @param fromLog whether the system's own log has it
 * @param detail a word for experts; possibly empty
 */
public record Sign(Kind kind, Instant at, Optional<Instant> since, boolean fromLog, String detail) {

    /** As the agents' protocol has them, by the same names. */
    public enum Kind {
        MACHINE_STARTED,
        STOP_PLANNED,
        MACHINE_STOPPED,
        UNCLEAN_STOP,
        FELL_ASLEEP,
        WOKE,
        AGENT_STARTED,
        AGENT_STOPPED,
        AGENT_KILLED,
        MAINS_LOST,
        MAINS_BACK,
        BATTERY_LOW
    }

    static final String BUGCHECK = "bugcheck";
    static final String POWER_BUTTON = "power-button";

    /** A sign that needs no more words. */
    public static Sign of(Kind kind, Instant at) {
        return new Sign(kind, at, Optional.empty(), false, "");
    }
}
