package org.cmm.server.incident;

import jakarta.inject.Singleton;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Traces;
import org.jdbi.v3.core.Handle;

/** Incidents of servers and sites with their timelines. */
@Singleton
class IncidentTraces implements Traces {

    private static final String THEIRS =
            "(SELECT id FROM incident WHERE server_id = ANY (:servers) OR site_id = ANY (:sites))";
    private static final String THEIR_ALERTS = "(SELECT id FROM alert WHERE server_id = ANY (:servers))";

    @Override
    public Turn turn() {
        return Turn.INCIDENTS;
    }

    /** A site's incident may hold alerts of machines that stay, and the other way round. */
    @Override
    public void erase(Handle db, Gone gone) {
        delete(db, "DELETE FROM incident_entry WHERE incident_id IN " + THEIRS, gone);
        delete(db, "UPDATE incident_entry SET alert_id = NULL WHERE alert_id IN " + THEIR_ALERTS, gone);
        delete(
                db,
                "DELETE FROM incident_alert WHERE incident_id IN %s OR alert_id IN %s".formatted(THEIRS, THEIR_ALERTS),
                gone);
        delete(db, "DELETE FROM incident WHERE id IN " + THEIRS, gone);
    }

    private static void delete(Handle db, String sql, Gone gone) {
        try (var statement = db.createUpdate(sql)) {
            statement.bindArray("servers", Integer.class, gone.servers());
            if (sql.contains(":sites")) {
                statement.bindArray("sites", Integer.class, gone.sites());
            }
            statement.execute();
        }
    }
}
