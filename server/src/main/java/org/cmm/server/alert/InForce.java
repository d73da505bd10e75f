package org.cmm.server.alert;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Rules;
import org.cmm.core.alert.SilenceRule;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.fleet.Server;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one machine: of each id the nearest.
 *
 * @param entries those that decide, whether they are switched on or off
 */
record InForce(List<RuleEntry> entries, Rules onMetrics, Optional<SilenceRule> onSilence) {

    static final Comparator<RuleEntry> NEAREST_FIRST = Comparator.comparingInt(
                    (RuleEntry entry) -> entry.scope().nearness())
            .reversed()
            .thenComparing(entry -> entry.scope().key());

    InForce(List<RuleEntry> entries) {
        this(List.copyOf(entries), metricRules(entries), silenceRule(entries));
    }

    /** Of each id the nearest entry that covers the server; of two tags the first by name. Ids keep their order. */
    static List<RuleEntry> nearest(List<RuleEntry> all, @Nullable Server server) {
        Map<String, RuleEntry> nearest = new LinkedHashMap<>();
        for (RuleEntry entry : all) {
            if (entry.scope().covers(server)) {
                nearest.merge(entry.id(), entry, InForce::nearer);
            }
        }
        return List.copyOf(nearest.values());
    }

    Optional<RuleEntry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private static RuleEntry nearer(RuleEntry one, RuleEntry other) {
        return NEAREST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private static Rules metricRules(List<RuleEntry> entries) {
        return new Rules(enabled(entries)
                .flatMap(condition ->
                        condition instanceof Condition.OnMetric(Rule rule) ? Stream.of(rule) : Stream.<Rule>empty())
                .toList());
    }

    private static Optional<SilenceRule> silenceRule(List<RuleEntry> entries) {
        return enabled(entries)
                .flatMap(condition -> condition instanceof Condition.OnSilence(SilenceRule rule)
                        ? Stream.of(rule)
                        : Stream.<SilenceRule>empty())
                .findFirst();
    }

    private static Stream<Condition> enabled(List<RuleEntry> entries) {
        return entries.stream().filter(RuleEntry::enabled).map(RuleEntry::condition);
    }
}
