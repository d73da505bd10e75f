package org.cmm.server.drill;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.cmm.server.event.MachineEventListener;

/** Hears of events of machines on which a drill is not over. */
@Singleton
class DrillNews implements MachineEventListener {

    /** Asked for late, because orders are read from the very events of whose coming this hears. */
    private final Provider<DrillOrders> orders;

    DrillNews(Provider<DrillOrders> orders) {
        this.orders = orders;
    }

    @Override
    public void told(int server) {
        DrillOrders known = orders.get();
        if (known.about(server)) {
            Thread.ofVirtual().name("drill-news").start(() -> known.told(server));
        }
    }
}
