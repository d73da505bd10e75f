package org.cmm.server.alert;

import java.time.Instant;
import java.util.List;
import org.cmm.core.alert.DefaultRules;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.SilenceRule;

/**
 * A rule as people see and change it.
 *
 * @param updatedBy who changed it last; empty when it is as CMM comes
 */
record RuleEntry(Condition condition, boolean enabled, Instant updatedAt, String updatedBy) {

    /** What the rule looks at, and when that is trouble. */
    sealed interface Condition {

        String id();

        record OnMetric(Rule rule) implements Condition {
            @Override
            public String id() {
                return rule.id();
            }
        }

        record OnSilence(SilenceRule rule) implements Condition {
            @Override
            public String id() {
                return AlertKey.SILENT;
            }
        }
    }

    String id() {
        return condition.id();
    }

    /** What CMM comes with, in the order in which people read it. */
    static List<RuleEntry> defaults(Instant at) {
        return List.of(
                new RuleEntry(new Condition.OnMetric(DefaultRules.CPU), true, at, ""),
                new RuleEntry(new Condition.OnMetric(DefaultRules.MEMORY), true, at, ""),
                new RuleEntry(new Condition.OnMetric(DefaultRules.DISK), true, at, ""),
                new RuleEntry(new Condition.OnSilence(DefaultRules.SILENCE), true, at, ""));
    }
}
