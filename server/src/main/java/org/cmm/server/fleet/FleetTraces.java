package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/** Servers, agents, tokens and sites. */
@Singleton
class FleetTraces implements Traces {

    private final Listing listing;

    FleetTraces(Listing listing) {
        this.listing = listing;
    }

    @Override
    public Turn turn() {
        return Turn.FLEET;
    }

    @Override
    public void erase(Handle db, Gone gone) {
        Integer[] servers = gone.servers().toArray(Integer[]::new);
        Integer[] sites = gone.sites().toArray(Integer[]::new);
        db.execute("DELETE FROM agent WHERE server_id = ANY (?)", (Object) servers);
        db.execute("UPDATE server SET depends_on = NULL WHERE depends_on = ANY (?)", (Object) servers);
        db.execute("DELETE FROM server WHERE id = ANY (?)", (Object) servers);
        db.execute("""
                UPDATE agent SET token_id = NULL
                WHERE token_id IN (SELECT id FROM enrolment_token WHERE demo OR site_id = ANY (?))
                """, (Object) sites);
        db.execute("DELETE FROM enrolment_token WHERE demo OR site_id = ANY (?)", (Object) sites);
        db.execute("DELETE FROM site WHERE id = ANY (?)", (Object) sites);
    }

    @Override
    public void forget(Gone gone) {
        listing.forget();
    }
}
