package org.cmm.server.fleet;

import org.jdbi.v3.core.Handle;

/**
 * What a feature keeps about servers and sites, and how it lets go of it. Each feature that refers to them has one; a
 * test compares every table before and after.
 */
public interface Traces {

    /** Whose turn it is: rows go before those that they refer to. */
    enum Turn {
        NOTICES,
        INCIDENTS,
        OUTAGES,
        ALERTS,
        RECORDS,
        FLEET
    }

    Turn turn();

    /** Deletes the rows, in the one transaction of all features. */
    void erase(Handle db, Gone gone);

    /** Drops what is in memory; before the rows go, so that nothing is written of it any more, and again after it. */
    default void forget(Gone gone) {}
}
