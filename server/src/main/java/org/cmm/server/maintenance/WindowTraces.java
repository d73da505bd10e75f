package org.cmm.server.maintenance;

import jakarta.inject.Singleton;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Traces;
import org.jdbi.v3.core.Handle;

/** Maintenance windows of one server; those of a site go with their site. */
@Singleton
class WindowTraces implements Traces {

    @Override
    public Turn turn() {
        return Turn.RECORDS;
    }

    @Override
    public void erase(Handle db, Gone gone) {
        db.execute("DELETE FROM maintenance_window WHERE server_id = ANY (?)", (Object)
                gone.servers().toArray(Integer[]::new));
    }
}
