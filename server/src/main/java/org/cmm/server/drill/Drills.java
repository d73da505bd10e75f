package org.cmm.server.drill;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cmm.protocol.DrillOrder;
import org.cmm.server.access.AuditLog;
import org.cmm.server.platform.Secrets;
import org.jdbi.v3.core.Jdbi;

/** Drills are ordered and aborted. */
@Singleton
class Drills {

    private final Jdbi jdbi;
    private final DrillOrders orders;
    private final AuditLog audit;
    private final InstantSource clock;

    Drills(Jdbi jdbi, DrillOrders orders, AuditLog audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
    }

    /** The number of the new drill; nothing while another of its machine is not over. */
    Optional<Integer> order(DrillCheck.Checked wanted, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DrillOrder order = DrillOrder.of(Secrets.createShort(), wanted.fault(), wanted.seconds(), wanted.percent());
        int server = wanted.place().server().id();
        Optional<Integer> id = jdbi.inTransaction(db -> {
            boolean free = DrillTable.locked(db, server)
                    && DrillTable.notOver(db, server).stream()
                            .allMatch(other -> other.life().state(now).isOver());
            if (!free) {
                return Optional.empty();
            }
            int number = DrillTable.insert(
                    db, new DrillTable.New(server, order, wanted.volume(), wanted.purpose(), by, now));
            audit.record(db, "drill.order", target(number), null, wanted(wanted));
            return Optional.of(number);
        });
        orders.look();
        return id;
    }

    /** False when somebody had, or it is over. */
    boolean stop(int id, String by) {
        boolean stopped = jdbi.inTransaction(db -> {
            boolean taken = DrillTable.takeBack(db, id, by, clock.instant());
            if (taken) {
                audit.record(db, "drill.stop", target(id), null, null);
            }
            return taken;
        });
        orders.look();
        return stopped;
    }

    private static DrillWish wanted(DrillCheck.Checked wanted) {
        return new DrillWish(
                wanted.place().server().code(),
                wanted.fault().word(),
                wanted.seconds(),
                wanted.percent(),
                wanted.purpose());
    }

    private static String target(int id) {
        return "drill " + id;
    }
}
