package org.cmm.server.event;

import jakarta.inject.Singleton;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Traces;
import org.jdbi.v3.core.Handle;

/** What agents told of their machines. */
@Singleton
class EventTraces implements Traces {

    @Override
    public Turn turn() {
        return Turn.RECORDS;
    }

    @Override
    public void erase(Handle db, Gone gone) {
        db.execute("DELETE FROM machine_event WHERE server_id = ANY (?)", (Object)
                gone.servers().toArray(Integer[]::new));
    }
}
