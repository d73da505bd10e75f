package org.cmm.core.simulation;

import org.cmm.core.scenario.Part;

/** What is summed up over all machines of one replication, from the end of the warm-up. */
public enum Sum {
    /** Time of all machines together, up or down. */
    MACHINE_HOURS,
    UP_HOURS,
    /** The mains were off, and the machine was well otherwise. */
    POWER_HOURS,
    /** Down for planned work. */
    PLANNED_HOURS,
    /** Down for work that a false alarm led to. */
    UNNEEDED_HOURS,
    /** Down with a failure, by the group of the part that failed. */
    HARDWARE_HOURS,
    STORAGE_HOURS,
    SOFTWARE_HOURS,
    MEMORY_HOURS,
    HEAT_HOURS,
    BATTERY_HOURS,
    NETWORK_HOURS,
    OTHER_HOURS,
    /** Machines that are up when the run ends. */
    UP_AT_END,
    /** Faults that began; each ends as a failure, prevented, or not at all. */
    FAULTS,
    FAILURES,
    /** Faults that were mended before they failed. */
    PREVENTED,
    /** Parts that were renewed though nothing was the matter yet. */
    RENEWALS,
    /** Alerts with something behind them. */
    ALERTS,
    FALSE_ALERTS,
    /** Hours that were left from alerts on faults until those would fail. */
    WARNING_HOURS,
    /** Alerts on faults that had not failed yet. */
    WARNINGS,
    /** Failures that somebody came to know of. */
    NOTICED,
    /** Hours from failures until somebody knew. */
    NOTICING_HOURS,
    /** Failures that were mended. */
    MENDED,
    /** Hours from failures until they were mended, of those that were. */
    MENDING_HOURS,
    /** Working time, travel counted. */
    TECHNICIAN_HOURS,
    VISITS,
    SPARES,
    PARTS_XAF,
    WORK_XAF,
    DOWNTIME_XAF,
    POLICY_XAF;

    static Sum hoursOf(Part.Group group) {
        return switch (group) {
            case HARDWARE -> HARDWARE_HOURS;
            case STORAGE -> STORAGE_HOURS;
            case SOFTWARE -> SOFTWARE_HOURS;
            case MEMORY -> MEMORY_HOURS;
            case HEAT -> HEAT_HOURS;
            case BATTERY -> BATTERY_HOURS;
            case NETWORK -> NETWORK_HOURS;
            case OTHER -> OTHER_HOURS;
        };
    }
}
