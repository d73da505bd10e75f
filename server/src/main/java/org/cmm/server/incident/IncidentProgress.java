package org.cmm.server.incident;

import org.jdbi.v3.core.Handle;

/** How far incidents have been worked out; whoever holds its row is the only one who does. */
final class IncidentProgress {

    private IncidentProgress() {}

    /** Number of the last change that was worked out; other processes wait until this transaction ends. */
    static long lock(Handle db) {
        return db.createQuery("SELECT last_change FROM incident_progress FOR UPDATE")
                .mapTo(Long.class)
                .one();
    }

    /** Whether an alert has changed, or a silence waits, that nobody has worked out; costs no write. */
    static boolean isBehind(Handle db) {
        return db.createQuery("""
                        SELECT EXISTS (SELECT FROM alert_change
                                       WHERE id > (SELECT last_change FROM incident_progress))
                            OR EXISTS (SELECT FROM alert
                                       WHERE rule = 'silent' AND cleared_at IS NULL
                                           AND NOT EXISTS (SELECT FROM incident_alert WHERE alert_id = alert.id))
                        """).mapTo(Boolean.class).one();
    }

    static void save(Handle db, long change) {
        db.execute("UPDATE incident_progress SET last_change = ?", change);
    }
}
