package org.cmm.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to a machine in a drill. There is nothing else that a server can ask of an agent. */
public enum DrillFault {
    /** The processors are kept busy, at the lowest priority. */
    CPU,
    /** Memory is taken and given back. */
    MEMORY,
    /** A file in the agent's own folder grows and is deleted. */
    DISK,
    /** The agent delivers nothing for a while; what it measured meanwhile comes afterwards. */
    DOWNTIME;

    /** As it travels and as programs see it, such as {@code cpu}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DrillFault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
