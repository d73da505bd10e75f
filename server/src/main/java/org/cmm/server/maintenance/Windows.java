package org.cmm.server.maintenance;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.cmm.server.access.AuditLog;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.incident.HoldBackSource;
import org.cmm.server.incident.HoldBacks;
import org.cmm.server.incident.Scope;
import org.cmm.server.maintenance.PlannedWindow.Target;
import org.jdbi.v3.core.Jdbi;

/** Maintenance windows: planned, ended, and asked whether they hold something back. */
@Singleton
class Windows implements HoldBackSource {

    private final Jdbi jdbi;
    private final WindowTable table;
    private final Listing listing;
    private final AuditLog audit;
    private final InstantSource clock;

    Windows(Jdbi jdbi, WindowTable table, Listing listing, AuditLog audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.listing = listing;
        this.audit = audit;
        this.clock = clock;
    }

    /** The number of the new window. */
    int plan(WindowDraft.Checked wanted, String by) {
        return jdbi.inTransaction(db -> {
            int id = WindowTable.insert(db, wanted, by, now());
            audit.record(db, "window.plan", "maintenance window " + id, null, wanted);
            return id;
        });
    }

    /** Ends it for good, whether it goes on or is yet to come; false when somebody has. */
    boolean end(int id, String by) {
        return jdbi.inTransaction(db -> {
            boolean ended = WindowTable.end(db, id, by, now());
            if (ended) {
                audit.record(db, "window.end", "maintenance window " + id, null, null);
            }
            return ended;
        });
    }

    @Override
    public HoldBacks at(Instant now) {
        List<PlannedWindow> open = table.notEnded().stream()
                .filter(planned -> planned.window().covering(now).isPresent())
                .toList();
        return scope -> open.stream()
                .filter(planned -> isOf(planned.target(), scope))
                .findFirst()
                .map(planned -> "window:" + planned.id());
    }

    /** A window of one machine or tag does not hold back what happens to its whole site. */
    private boolean isOf(Target target, Scope scope) {
        return switch (scope) {
            case Scope.OfSite(int site) -> target.equals(new Target.OfSite(site)) || target instanceof Target.Fleet;
            // The listing may not know a machine that was added a moment ago
            case Scope.OfServer(int id) ->
                target instanceof Target.Fleet
                        || target.equals(new Target.OfServer(id))
                        || listing.server(id)
                                .filter(server -> isOf(target, server))
                                .isPresent();
        };
    }

    /** Whether it is about this machine, be it for its site or a tag. */
    static boolean isOf(Target target, Server server) {
        return switch (target) {
            case Target.Fleet() -> true;
            case Target.OfServer(int one) -> one == server.id();
            case Target.OfSite(int site) -> Objects.equals(server.site(), site);
            case Target.OfTag(String tag) -> server.tags().contains(tag);
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
