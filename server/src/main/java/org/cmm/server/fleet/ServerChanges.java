package org.cmm.server.fleet;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cmm.server.access.AuditLog;
import org.cmm.server.platform.Problem.FieldFault;
import org.jdbi.v3.core.Jdbi;

/** Servers are added, changed, retired and restored. Where faults are answered, nothing was changed. */
@Singleton
class ServerChanges {

    private static final int NOBODY = 0;

    private final Jdbi jdbi;
    private final ServerTable table;
    private final SiteTable sites;
    private final Listing listing;
    private final AuditLog audit;
    private final Event<ServerChanged> changed;
    private final InstantSource clock;

    ServerChanges(
            Jdbi jdbi,
            ServerTable table,
            SiteTable sites,
            Listing listing,
            AuditLog audit,
            Event<ServerChanged> changed,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.sites = sites;
        this.listing = listing;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    List<FieldFault> add(ServerDraft draft, FleetMessages words) {
        List<FieldFault> faults = faults(draft, NOBODY, words);
        if (!faults.isEmpty()) {
            return faults;
        }
        boolean added = jdbi.inTransaction(db -> {
            boolean inserted = ServerTable.insert(db, draft);
            if (inserted) {
                audit.record(db, "server.create", target(draft.code()), null, draft);
            }
            return inserted;
        });
        listing.forget();
        return added ? List.of() : List.of(codeTaken(draft, words));
    }

    List<FieldFault> change(Server server, ServerDraft draft, FleetMessages words) {
        List<FieldFault> faults = faults(draft, server.id(), words);
        if (!faults.isEmpty()) {
            return faults;
        }
        jdbi.useTransaction(db -> {
            ServerTable.update(db, server.id(), draft);
            audit.record(db, "server.change", target(server.code()), draft(server), draft);
        });
        listing.forget();
        changed.fire(new ServerChanged(server.id()));
        return List.of();
    }

    /** Its agent is refused from now on; its history stays. */
    void retire(Server server) {
        jdbi.useTransaction(db -> {
            ServerTable.retire(db, server.id(), clock.instant());
            audit.record(db, "server.retire", target(server.code()), null, null);
        });
        listing.forget();
    }

    /** Undoes {@link #retire}; answers the code under which the same machine was enrolled meanwhile, if it was. */
    Optional<String> restore(Server server) {
        Optional<String> other = table.enrolledAgainAs(server.id());
        if (other.isPresent()) {
            return other;
        }
        jdbi.useTransaction(db -> {
            ServerTable.restore(db, server.id());
            audit.record(db, "server.restore", target(server.code()), null, null);
        });
        listing.forget();
        return Optional.empty();
    }

    /** A code that no server has, for whoever has none in mind. */
    String freeCode() {
        return freeCode("");
    }

    private String freeCode(String like) {
        return ServerCode.free(like, code -> table.codeTaken(code, NOBODY));
    }

    /** The fault of a draft whose code another server has. */
    FieldFault codeTaken(ServerDraft draft, FleetMessages words) {
        return new FieldFault("code", words.faultCodeTaken(freeCode(draft.code())));
    }

    /** The server as its form shows it. */
    ServerDraft draft(Server server) {
        Integer parent = server.dependsOn();
        return ServerDraft.of(server, parent == null ? "" : table.codeOf(parent).orElse(""));
    }

    private static String target(String code) {
        return "server " + code;
    }

    private List<FieldFault> faults(ServerDraft draft, int id, FleetMessages words) {
        List<FieldFault> faults = new ServerCheck(words).faults(draft);
        if (!faults.isEmpty()) {
            return faults;
        }
        Integer site = draft.siteId();
        if (site != null && sites.all().stream().noneMatch(known -> known.id() == site)) {
            return List.of(new FieldFault("siteId", words.faultSite()));
        }
        if (!draft.dependsOn().isEmpty() && !mayDependOn(draft, id)) {
            return List.of(new FieldFault("dependsOn", words.faultDependsOn()));
        }
        return table.codeTaken(draft.code(), id) ? List.of(codeTaken(draft, words)) : List.of();
    }

    /** On a server that there is, other than itself and than one that depends on it. */
    private boolean mayDependOn(ServerDraft draft, int id) {
        return !draft.dependsOn().equals(draft.code())
                && table.codeTaken(draft.dependsOn(), NOBODY)
                && !table.dependsInTurn(draft.dependsOn(), id);
    }
}
