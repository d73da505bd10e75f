package org.cmm.server.history;

/** Waiting for tables that others use. */
final class Locks {

    /** Whoever comes after a waiting lock waits too, so it is given up soon and tried again later. */
    static final String BRIEFLY = "SET LOCAL lock_timeout = '200ms'";

    /** PostgreSQL's state of a lock that was not to be had in that time. */
    static final String TIMEOUT = "55P03";

    private Locks() {}
}
