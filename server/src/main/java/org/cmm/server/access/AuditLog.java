package org.cmm.server.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who changed what, from where, when, and how it was before: a table that only grows. */
@ApplicationScoped
public class AuditLog {

    private static final Origin CMM = new Origin(null, "CMM", "");

    private final Jdbi jdbi;
    private final Visitor visitor;
    private final InstantSource clock;
    private final RedactedJson json;

    @Inject
    AuditLog(Jdbi jdbi, Visitor visitor, InstantSource clock, ObjectMapper mapper) {
        this.jdbi = jdbi;
        this.visitor = visitor;
        this.clock = clock;
        this.json = new RedactedJson(mapper);
    }

    private record Origin(@Nullable Integer user, String actor, String address) {}

    /**
     * Adds an entry.
     *
     * @param action what happened, as {@code thing.verb}: "user.approve"
     * @param target the thing it happened to, by its kind and name: "user Awa Ngo"
     * @param before the thing as it was, written as JSON; null when it is new
     * @param after the thing as it is now; null when it is gone
     */
    public void record(String action, String target, @Nullable Object before, @Nullable Object after) {
        jdbi.useHandle(db -> record(db, action, target, before, after));
    }

    /** The same within a transaction, so that change and entry are kept or lost together. */
    public void record(Handle db, String action, String target, @Nullable Object before, @Nullable Object after) {
        insert(db, origin(), new AuditEntry.Change(action, target, json.of(before), json.of(after)));
    }

    /** Adds what somebody did whom the request did not know yet, as at a login. */
    void record(Handle db, User actor, String action, @Nullable Object after) {
        Origin from = new Origin(actor.id(), actor.name(), origin().address());
        insert(db, from, new AuditEntry.Change(action, "user " + actor.name(), null, json.of(after)));
    }

    List<AuditEntry> page(AuditQuery query) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT * FROM audit_entry
                         WHERE id < :before
                           AND starts_with(action, :action)
                           AND strpos(lower(actor), lower(:actor)) > 0
                           AND at >= :since AND at < :until
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .bind("before", query.before())
                .bind("action", query.filter().action())
                .bind("actor", query.filter().actor())
                .bind("since", query.filter().since())
                .bind("until", query.filter().until())
                .bind("limit", query.limit())
                .map(AuditEntry::of)
                .list());
    }

    private Origin origin() {
        if (!Arc.container().requestContext().isActive() || visitor.exchange().isEmpty()) {
            return CMM;
        }
        return visitor.caller()
                .map(caller -> new Origin(caller.user().id(), caller.getName(), visitor.address()))
                .orElseGet(() -> new Origin(null, "", visitor.address()));
    }

    private void insert(Handle db, Origin origin, AuditEntry.Change change) {
        db.createUpdate("""
                        INSERT INTO audit_entry (at, user_id, actor, address, action, target, before, after)
                        VALUES (:at, :user, :actor, :address, :action, :target,
                                CAST(:before AS jsonb), CAST(:after AS jsonb))
                        """)
                .bind("at", clock.instant())
                .bind("user", origin.user())
                .bind("actor", origin.actor())
                .bind("address", origin.address())
                .bind("action", change.action())
                .bind("target", change.target())
                .bind("before", change.before())
                .bind("after", change.after())
                .execute();
    }
}
