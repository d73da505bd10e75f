package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.cmm.server.access.AuditLog;
import org.cmm.server.platform.Problem.FieldFault;
import org.jdbi.v3.core.Jdbi;

/** Sites are added, changed and, once empty, removed. Where faults are answered, nothing was changed. */
@Singleton
class Sites {

    private final Jdbi jdbi;
    private final SiteTable table;
    private final Listing listing;
    private final AuditLog audit;

    Sites(Jdbi jdbi, SiteTable table, Listing listing, AuditLog audit) {
        this.jdbi = jdbi;
        this.table = table;
        this.listing = listing;
        this.audit = audit;
    }

    Optional<Site> byId(int id) {
        return table.all().stream().filter(site -> site.id() == id).findFirst();
    }

    Optional<Site> byName(String name) {
        return table.all().stream().filter(site -> site.name().equals(name)).findFirst();
    }

    List<FieldFault> add(SiteDraft draft, FleetMessages words) {
        List<FieldFault> faults = draft.faults(words);
        if (!faults.isEmpty()) {
            return faults;
        }
        boolean added = jdbi.inTransaction(db -> {
            boolean inserted = SiteTable.insert(db, draft).isPresent();
            if (inserted) {
                audit.record(db, "site.create", target(draft.name()), null, draft);
            }
            return inserted;
        });
        listing.forget();
        return added ? List.of() : List.of(taken(words));
    }

    List<FieldFault> change(Site site, SiteDraft draft, FleetMessages words) {
        List<FieldFault> faults = draft.faults(words);
        if (!faults.isEmpty()) {
            return faults;
        }
        if (table.nameTaken(draft.name(), site.id())) {
            return List.of(taken(words));
        }
        jdbi.useTransaction(db -> {
            SiteTable.update(db, site.id(), draft);
            audit.record(db, "site.change", target(site.name()), SiteDraft.of(site), draft);
        });
        listing.forget();
        return List.of();
    }

    /** False when something still belongs to it. */
    boolean remove(Site site) {
        boolean removed = jdbi.inTransaction(db -> {
            boolean deleted = SiteTable.delete(db, site.id());
            if (deleted) {
                audit.record(db, "site.remove", target(site.name()), SiteDraft.of(site), null);
            }
            return deleted;
        });
        listing.forget();
        return removed;
    }

    private static String target(String name) {
        return "site " + name;
    }

    /** The fault of a draft whose name another site has. */
    static FieldFault taken(FleetMessages words) {
        return new FieldFault("name", words.faultSiteTaken());
    }
}
