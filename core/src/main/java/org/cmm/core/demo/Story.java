package org.cmm.core.demo;

/** What is the matter with a machine. */
public enum Story {
    CALM,
    /** A database query that never ends keeps the processor busy: now, and for an hour on some mornings before. */
    HOT_PROCESSOR,
    /** A program leaks for six days, until somebody restarts the machine; now it holds nearly all memory. */
    FULL_MEMORY,
    /** Memory fills and empties, so that alerts are raised and cleared while one watches. */
    RESTLESS_MEMORY,
    /** Nearly nothing is left on its last disk; it has been filling for weeks. */
    FULL_DISK,
    /** Its last disk fills by nearly two percent of its size a day; somebody cleans up when it is late. */
    FILLING_DISK,
    /** Stops with a blue screen every few days. */
    CRASHING,
    /** Sleeps while its user is at lunch and away, and goes on by its battery when the mains are gone. */
    LAPTOP,
    /** Somebody has stopped its agent yesterday. */
    AGENT_STOPPED,
    /** Loses its mains soon after the demo has begun, for some hours. */
    SILENT,
    /** Its line is cut soon after the demo has begun; some minutes later it delivers all that it measured meanwhile. */
    LINE_CUT,
    /** Its clock is three hours slow. */
    WRONG_CLOCK
}
