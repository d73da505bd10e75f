package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.cmm.server.access.AuditLog;
import org.cmm.server.alert.RuleEntry.Condition;

/** Changes rules for whoever may: from a page or by program. */
@Singleton
class RuleChanges {

    private final AlertEngine engine;
    private final RuleBook book;
    private final AuditLog audit;
    private final InstantSource clock;

    RuleChanges(AlertEngine engine, RuleBook book, AuditLog audit, InstantSource clock) {
        this.engine = engine;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /** It is in force when this returns. */
    RuleEntry make(Condition condition, boolean enabled, String by) {
        return adopt("rule.change", new RuleEntry(condition, enabled, clock.instant(), by));
    }

    /** Back to what CMM comes with; it is in force when this returns. */
    RuleEntry reset(String id) {
        RuleEntry original = RuleEntry.defaults(clock.instant()).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
        return adopt("rule.reset", original);
    }

    private RuleEntry adopt(String action, RuleEntry wanted) {
        RuleView before = book.find(wanted.id()).map(RuleView::of).orElse(null);
        RuleEntry changed = new RuleEntry(
                wanted.condition(),
                wanted.enabled(),
                wanted.updatedAt().truncatedTo(ChronoUnit.MILLIS),
                wanted.updatedBy());
        engine.adopt(changed);
        audit.record(action, "rule " + changed.id(), before, RuleView.of(changed));
        return changed;
    }
}
