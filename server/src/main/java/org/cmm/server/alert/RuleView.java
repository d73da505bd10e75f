package org.cmm.server.alert;

import java.time.Instant;
import java.util.List;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.SilenceRule;
import org.cmm.core.metric.Metrics;
import org.cmm.server.alert.RuleEdit.LevelEdit;
import org.cmm.server.alert.RuleEntry.Condition;

/**
 * A rule for programs; the middle part is what a {@link RuleEdit} takes.
 *
 * @param metric empty for silence
 * @param unit of the thresholds, as {@code ratio}; empty for silence
 * @param updatedBy who changed it last; empty when it is as CMM comes
 */
record RuleView(
        String id,
        String metric,
        String unit,
        boolean enabled,
        List<LevelEdit> levels,
        long raiseAfterSeconds,
        long clearAfterSeconds,
        long maxGapSeconds,
        Instant updatedAt,
        String updatedBy) {

    static RuleView of(RuleEntry entry) {
        return switch (entry.condition()) {
            case Condition.OnMetric(Rule rule) -> of(entry, rule);
            case Condition.OnSilence(SilenceRule rule) -> of(entry, rule);
        };
    }

    private static RuleView of(RuleEntry entry, Rule rule) {
        return new RuleView(
                rule.id(),
                rule.metric(),
                Metrics.find(rule.metric())
                        .map(metric -> Words.word(metric.unit()))
                        .orElse(""),
                entry.enabled(),
                rule.levels().stream()
                        .map(level -> new LevelEdit(Words.word(level.severity()), level.raiseAt(), level.clearBelow()))
                        .toList(),
                rule.timing().raiseAfter().toSeconds(),
                rule.timing().clearAfter().toSeconds(),
                rule.timing().maxGap().toSeconds(),
                entry.updatedAt(),
                entry.updatedBy());
    }

    private static RuleView of(RuleEntry entry, SilenceRule rule) {
        return new RuleView(
                entry.id(),
                "",
                "",
                entry.enabled(),
                List.of(new LevelEdit(Words.word(rule.severity()), null, null)),
                rule.after().toSeconds(),
                0,
                0,
                entry.updatedAt(),
                entry.updatedBy());
    }
}
