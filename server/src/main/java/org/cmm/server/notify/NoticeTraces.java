package org.cmm.server.notify;

import jakarta.inject.Singleton;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Traces;
import org.jdbi.v3.core.Handle;

/** Notices of incidents, and the escalations of them; nobody keeps who was to be told of what never was. */
@Singleton
class NoticeTraces implements Traces {

    private static final String INCIDENTS =
            "(SELECT id FROM incident WHERE server_id = ANY (:servers) OR site_id = ANY (:sites))";

    @Override
    public Turn turn() {
        return Turn.NOTICES;
    }

    @Override
    public void erase(Handle db, Gone gone) {
        delete(db, "DELETE FROM notice WHERE incident_id IN " + INCIDENTS, gone);
        delete(db, "DELETE FROM escalation_taken WHERE incident_id IN " + INCIDENTS, gone);
    }

    private static void delete(Handle db, String sql, Gone gone) {
        db.createUpdate(sql)
                .bindArray("servers", Integer.class, gone.servers())
                .bindArray("sites", Integer.class, gone.sites())
                .execute();
    }
}
