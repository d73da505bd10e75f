package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.util.List;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Traces;
import org.jdbi.v3.core.Handle;

/** Alerts of servers and what happened to them; rules that were made for one of them go with it. */
@Singleton
class AlertTraces implements Traces {

    private final AlertEngine engine;
    private final SilenceWatch silences;
    private final OpenAlerts open;
    private final RuleBook book;

    AlertTraces(AlertEngine engine, SilenceWatch silences, OpenAlerts open, RuleBook book) {
        this.engine = engine;
        this.silences = silences;
        this.open = open;
        this.book = book;
    }

    @Override
    public Turn turn() {
        return Turn.ALERTS;
    }

    @Override
    public void erase(Handle db, Gone gone) {
        Object servers = gone.servers().toArray(Integer[]::new);
        db.execute("""
                DELETE FROM alert_change WHERE alert_id IN (SELECT id FROM alert WHERE server_id = ANY (?))
                """, servers);
        db.execute("DELETE FROM alert WHERE server_id = ANY (?)", servers);
    }

    @Override
    public void forget(Gone gone) {
        engine.forget(gone.servers());
        silences.forget(gone.servers());
        open.replace(gone.servers(), List.of());
        book.open();
    }
}
