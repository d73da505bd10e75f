package org.cmm.demo;

/** What is the matter with a machine while somebody looks. */
enum Story {
    CALM,
    /** A database query that never ends has kept the processor busy for half an hour. */
    HOT_PROCESSOR,
    /** A program has leaked for an hour and holds nearly all memory. */
    FULL_MEMORY,
    /** Memory fills and empties, so that alerts are raised and cleared while one watches. */
    RESTLESS_MEMORY,
    /** Nearly nothing is left on its last disk. */
    FULL_DISK,
    /** Its last disk fills by two percent of its size a day. */
    FILLING_DISK,
    /** Sends nothing any more soon after the demo has begun. */
    SILENT,
    /** Its line is cut soon after the demo has begun; some minutes later it delivers all that it measured meanwhile. */
    LINE_CUT,
    /** Its clock is three hours slow. */
    WRONG_CLOCK
}
