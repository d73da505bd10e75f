package org.cmm.server.drill;

import jakarta.inject.Singleton;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Traces;
import org.jdbi.v3.core.Handle;

/** Drills of machines, and that machines are for tests. */
@Singleton
class DrillTraces implements Traces {

    private final DrillOrders orders;

    DrillTraces(DrillOrders orders) {
        this.orders = orders;
    }

    @Override
    public Turn turn() {
        return Turn.RECORDS;
    }

    @Override
    public void erase(Handle db, Gone gone) {
        Object servers = gone.servers().toArray(Integer[]::new);
        db.execute("DELETE FROM drill WHERE server_id = ANY (?)", servers);
        db.execute("DELETE FROM test_machine WHERE server_id = ANY (?)", servers);
    }

    @Override
    public void forget(Gone gone) {
        orders.look();
    }
}
