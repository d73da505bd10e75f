package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cmm.server.access.AuditLog;
import org.cmm.server.alert.RuleEntry.Condition;
import org.jspecify.annotations.Nullable;

/** Changes rules for whoever may: from a page or by program. */
@Singleton
class RuleChanges {

    private final AlertEngine engine;
    private final RuleBook book;
    private final RuleScopes scopes;
    private final AuditLog audit;
    private final InstantSource clock;

    RuleChanges(AlertEngine engine, RuleBook book, RuleScopes scopes, AuditLog audit, InstantSource clock) {
        this.engine = engine;
        this.book = book;
        this.scopes = scopes;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody wants a rule of this scope to be. */
    record Wanted(Condition condition, RuleScope scope, boolean enabled) {}

    /** Changes a rule, or adds one; it is in force when this returns. */
    RuleEntry make(Wanted wanted, String by) {
        String action = book.find(wanted.condition().id(), wanted.scope()).isPresent() ? "rule.change" : "rule.create";
        return adopt(action, new RuleEntry(wanted.condition(), wanted.scope(), wanted.enabled(), clock.instant(), by));
    }

    /**
     * Back to what CMM comes with, or away with a rule that somebody added: a wider one of its id decides then. In
     * force when this returns.
     *
     * @return the rule as it is now; empty when it is gone
     */
    Optional<RuleEntry> reset(RuleEntry entry) {
        if (entry.isOriginal()) {
            return RuleEntry.defaults(clock.instant()).stream()
                    .filter(original -> original.id().equals(entry.id()))
                    .findFirst()
                    .map(original -> adopt("rule.reset", original));
        }
        engine.remove(entry);
        audit.record("rule.delete", thing(entry), view(entry), null);
        return Optional.empty();
    }

    private RuleEntry adopt(String action, RuleEntry wanted) {
        RuleView before = book.find(wanted.id(), wanted.scope()).map(this::view).orElse(null);
        RuleEntry changed = new RuleEntry(
                wanted.condition(),
                wanted.scope(),
                wanted.enabled(),
                wanted.updatedAt().truncatedTo(ChronoUnit.MILLIS),
                wanted.updatedBy());
        engine.adopt(changed);
        audit.record(action, thing(changed), before, view(changed));
        return changed;
    }

    private @Nullable RuleView view(RuleEntry entry) {
        return RuleView.of(entry, scopes.text(entry.scope()));
    }

    private String thing(RuleEntry entry) {
        String scope = scopes.text(entry.scope());
        return "rule " + entry.id() + (entry.scope().equals(RuleScope.FLEET) ? "" : " for " + scope);
    }
}
