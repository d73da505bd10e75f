package org.cmm.server.intake;

import jakarta.inject.Singleton;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Traces;
import org.jdbi.v3.core.Handle;

/** Clocks and processes of machines, and who may deliver. */
@Singleton
class IntakeTraces implements Traces {

    private final AgentLogins logins;
    private final AgentClocks clocks;

    IntakeTraces(AgentLogins logins, AgentClocks clocks) {
        this.logins = logins;
        this.clocks = clocks;
    }

    @Override
    public Turn turn() {
        return Turn.RECORDS;
    }

    @Override
    public void erase(Handle db, Gone gone) {
        Object servers = gone.servers().toArray(Integer[]::new);
        db.execute("DELETE FROM agent_clock WHERE server_id = ANY (?)", servers);
        db.execute("DELETE FROM process_snapshot WHERE server_id = ANY (?)", servers);
    }

    @Override
    public void forget(Gone gone) {
        logins.forget(gone.servers());
        clocks.forget(gone.servers());
    }
}
