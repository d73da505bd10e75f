package org.cmm.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a drill ended, or why an agent would not begin it. */
public enum DrillReason {
    /** Its time was over. */
    DONE,
    /** The server took the order back. */
    ABORTED,
    /** The agent could not ask the server any more whether it should go on. */
    LINK_LOST,
    /** The agent was told to end. */
    AGENT_STOPPED,
    /** The agent had been ended by force; that was noticed at its next start. */
    AGENT_KILLED,
    /** Less memory would be, or was, free than the agent must leave. */
    MEMORY_SHORT,
    /** Less space would be, or was, free than the agent must leave. */
    DISK_SHORT,
    /** The spool was nearly full. */
    SPOOL_SHORT,
    /** The file would be larger than the agent may make it. */
    FILE_TOO_LARGE,
    /** The agent itself may not use so much memory. */
    CONFINED,
    /** As much is in use already without a drill. */
    NO_EFFECT,
    /** The agent's own configuration does not allow this fault. */
    NOT_ALLOWED,
    /** Longer than the agent's own configuration allows. */
    TOO_LONG,
    /** Stronger than the agent's own configuration allows. */
    TOO_STRONG,
    /** Another drill goes on. */
    BUSY,
    /** Something went wrong on the machine. */
    BROKEN;

    /** As it travels and as programs see it, such as {@code link-lost}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DrillReason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst();
    }
}
