package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Rules;
import org.cmm.core.alert.SilenceRule;
import org.cmm.server.alert.RuleEntry.Condition;

/** The rules in force, in memory and on disk. */
@Singleton
class RuleBook {

    private final RuleTable table;
    private final InstantSource clock;
    private volatile Edition edition = new Edition(List.of());

    RuleBook(RuleTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** All rules at one moment, and what of them is in force. */
    private record Edition(List<RuleEntry> entries, Rules onMetrics, Optional<SilenceRule> onSilence) {

        Edition(List<RuleEntry> entries) {
            this(List.copyOf(entries), metricRules(entries), silenceRule(entries));
        }

        private static Rules metricRules(List<RuleEntry> entries) {
            return new Rules(entries.stream()
                    .filter(RuleEntry::enabled)
                    .flatMap(entry -> entry.condition() instanceof Condition.OnMetric(Rule rule)
                            ? Optional.of(rule).stream()
                            : Optional.<Rule>empty().stream())
                    .toList());
        }

        private static Optional<SilenceRule> silenceRule(List<RuleEntry> entries) {
            return entries.stream()
                    .filter(RuleEntry::enabled)
                    .flatMap(entry -> entry.condition() instanceof Condition.OnSilence(SilenceRule rule)
                            ? Optional.of(rule).stream()
                            : Optional.<SilenceRule>empty().stream())
                    .findFirst();
        }
    }

    /** Reads the rules; those that CMM comes with are added when they are missing. */
    void open() {
        RuleEntry.defaults(clock.instant().truncatedTo(ChronoUnit.MILLIS)).forEach(table::addMissing);
        edition = new Edition(table.all());
    }

    List<RuleEntry> entries() {
        return edition.entries();
    }

    Optional<RuleEntry> find(String id) {
        return entries().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The rules in force on metrics. */
    Rules onMetrics() {
        return edition.onMetrics();
    }

    /** The rule about silence, when it is in force. */
    Optional<SilenceRule> onSilence() {
        return edition.onSilence();
    }

    /** Writes the changed rule, then puts it in force. */
    void replace(RuleEntry changed) {
        table.update(changed);
        edition = new Edition(table.all());
    }
}
