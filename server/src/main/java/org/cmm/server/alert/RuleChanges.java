package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.cmm.server.alert.RuleEntry.Condition;

/** Changes rules for whoever may: from a page or by program. */
@Singleton
class RuleChanges {

    private final AlertEngine engine;
    private final InstantSource clock;

    RuleChanges(AlertEngine engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** It is in force when this returns. */
    RuleEntry make(Condition condition, boolean enabled, String by) {
        RuleEntry changed = new RuleEntry(condition, enabled, clock.instant().truncatedTo(ChronoUnit.MILLIS), by);
        engine.adopt(changed);
        return changed;
    }
}
