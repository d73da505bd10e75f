package org.cmm.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can happen to a machine or its agent that tells why it was silent. Facts only, no conclusions. */
public enum MachineEventKind {
    /** The system was started. */
    MACHINE_STARTED,
    /** A shutdown or restart was asked for, by a person or a program. */
    STOP_PLANNED,
    /** The system went down in order. */
    MACHINE_STOPPED,
    /** The system had gone down without being asked; {@code at} is when that was noticed, after the next start. */
    UNCLEAN_STOP,
    /** The machine was about to sleep. */
    FELL_ASLEEP,
    /** The machine woke; {@code since} is when it fell asleep. */
    WOKE,
    /** The agent was started. */
    AGENT_STARTED,
    /** The agent ended because it was told to. */
    AGENT_STOPPED,
    /** The agent had ended without being told to, while the machine ran on; {@code at} is when that was noticed. */
    AGENT_KILLED,
    /** The machine went on by its battery. */
    MAINS_LOST,
    /** The mains were there again. */
    MAINS_BACK,
    /** The battery was nearly empty, without mains. */
    BATTERY_LOW,
    /** A drill began; the detail is its key. */
    DRILL_STARTED,
    /** A drill was over; the detail is its key and a {@link DrillReason}. */
    DRILL_ENDED,
    /** The agent would not begin a drill; the detail is its key and a {@link DrillReason}. */
    DRILL_REFUSED;

    /** As it travels and as programs see it, such as {@code machine-started}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MachineEventKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
