package org.cmm.server.outage;

import jakarta.inject.Singleton;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Traces;
import org.jdbi.v3.core.Handle;

/** Outages of servers and sites, and what was to be looked at. */
@Singleton
class OutageTraces implements Traces {

    private final News news;
    private final WatchedTimes times;

    OutageTraces(News news, WatchedTimes times) {
        this.news = news;
        this.times = times;
    }

    @Override
    public Turn turn() {
        return Turn.OUTAGES;
    }

    @Override
    public void erase(Handle db, Gone gone) {
        Object servers = gone.servers().toArray(Integer[]::new);
        db.execute("DELETE FROM outage_due WHERE server_id = ANY (?)", servers);
        db.execute("DELETE FROM outage WHERE server_id = ANY (?)", servers);
        db.execute("DELETE FROM site_outage WHERE site_id = ANY (?)", (Object)
                gone.sites().toArray(Integer[]::new));
    }

    @Override
    public void forget(Gone gone) {
        gone.servers().forEach(news::forget);
        times.forget(gone.servers());
    }
}
