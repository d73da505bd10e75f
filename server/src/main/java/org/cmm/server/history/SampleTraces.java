package org.cmm.server.history;

import jakarta.inject.Singleton;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Traces;
import org.jdbi.v3.core.Handle;

/** Samples, of which days are emptied one by one before: what came in the meantime goes here. */
@Singleton
class SampleTraces implements Traces {

    private final LatestSamples latest;

    SampleTraces(LatestSamples latest) {
        this.latest = latest;
    }

    @Override
    public Turn turn() {
        return Turn.RECORDS;
    }

    @Override
    public void erase(Handle db, Gone gone) {
        db.execute("DELETE FROM sample WHERE server_id = ANY (?)", (Object)
                gone.servers().toArray(Integer[]::new));
    }

    @Override
    public void forget(Gone gone) {
        latest.forget(gone.servers());
    }
}
