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
record RuleEntry(Condition condition, RuleScope scope, boolean enabled, Instant updatedAt, String updatedBy) {

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

    /** Whether CMM comes with a rule of this id for the whole fleet: it can be restored and not be deleted. */
    boolean isOriginal() {
        return scope.equals(RuleScope.FLEET)
                && defaults(updatedAt).stream().anyMatch(entry -> entry.id().equals(id()));
    }

    /** What CMM comes with, in the order in which people read it. */
    static List<RuleEntry> defaults(Instant at) {
        return List.of(
                original(new Condition.OnMetric(DefaultRules.CPU), at),
                original(new Condition.OnMetric(DefaultRules.MEMORY), at),
                original(new Condition.OnMetric(DefaultRules.DISK), at),
                original(new Condition.OnMetric(DefaultRules.DISK_FULL), at),
                original(new Condition.OnSilence(DefaultRules.SILENCE), at));
    }

    private static RuleEntry original(Condition condition, Instant at) {
        return new RuleEntry(condition, RuleScope.FLEET, true, at, "");
    }
}
