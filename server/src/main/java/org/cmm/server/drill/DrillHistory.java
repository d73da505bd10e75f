package org.cmm.server.drill;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.cmm.core.drill.DrillLife;
import org.cmm.server.fleet.DrillTimes;

/** When drills were. */
@Singleton
class DrillHistory implements DrillTimes {

    private final DrillTable table;
    private final DrillOrders orders;
    private final InstantSource clock;

    DrillHistory(DrillTable table, DrillOrders orders, InstantSource clock) {
        this.table = table;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public boolean practises(int server) {
        return orders.practises(server);
    }

    @Override
    public List<DrillTime> between(Instant from, Instant to) {
        Instant now = clock.instant();
        return table.begunBetween(from.minus(DrillLife.AFTERMATH), to).stream()
                .flatMap(drill -> drill.life().marked(now).stream()
                        .map(time -> new DrillTime(
                                drill.id(),
                                drill.server(),
                                time.from(),
                                time.to().minus(DrillLife.AFTERMATH),
                                time.to())))
                .toList();
    }
}
