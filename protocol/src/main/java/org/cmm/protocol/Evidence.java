package org.cmm.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an agent came to know of a {@link MachineEvent}. */
public enum Evidence {
    /** The agent was there and saw it. */
    AGENT,
    /** A file that the agent takes away when it ends in order was still there. */
    AGENT_MARKER,
    /** The system says when it was started. */
    BOOT_TIME,
    /** A clock that stands still during sleep fell behind one that does not. */
    CLOCKS,
    /** The system's log has it. */
    EVENT_LOG,
    /** The battery or its adapter says so. */
    POWER_SUPPLY,
    /** The system said that it was going down. */
    SYSTEM;

    /** As it travels and as programs see it, such as {@code event-log}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Evidence> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
