package org.cmm.agent.settings;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.cmm.protocol.DrillFault;

/**
 * What this machine's own configuration lets a drill do. Without a fault nothing can be ordered.
 *
 * @param longest a drill lasts no longer
 * @param percent a drill is no stronger
 * @param freeMemory bytes that a drill leaves, or it stops
 * @param freeDisk bytes that a drill leaves where the agent keeps its data, or it stops
 * @param file bytes that a disk drill writes at most
 */
public record DrillLimits(
        Set<DrillFault> faults, Duration longest, int percent, long freeMemory, long freeDisk, long file) {
    /** Nobody can set more. */
    public static final Duration LONGEST = Duration.ofMinutes(30);

    public DrillLimits {
        faults = Set.copyOf(faults);
    }

    public boolean allowsAny() {
        return !faults.isEmpty();
    }

    static Set<DrillFault> all() {
        return EnumSet.allOf(DrillFault.class);
    }
}
