package org.cmm.core.simulation;

/** What is told of a run, event by event. */
public enum What {
    POWER_OFF,
    POWER_ON,
    LINK_LOST,
    LINK_BACK,
    /** A fault can be seen from now on. */
    FAULT_BEGAN,
    /** Monitoring saw a fault, or a silent machine. */
    ALERT,
    FALSE_ALERT,
    FAILED,
    /** Somebody knows of the failure. */
    NOTICED,
    /** A technician has begun. */
    WORK_BEGAN,
    MENDED,
    /** Renewed though nothing was the matter. */
    RENEWED,
    INSPECTED,
    LOOKED_INTO
}
