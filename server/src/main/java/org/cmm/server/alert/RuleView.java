package org.cmm.server.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.SilenceRule;
import org.cmm.server.alert.RuleEdit.LevelEdit;
import org.cmm.server.alert.RuleEdit.LooksAt;
import org.cmm.server.alert.RuleEntry.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A rule for programs; the middle part is what a {@link RuleEdit} takes.
 *
 * @param scope {@code fleet}, {@code site:3} by number, {@code tag:lab}, or {@code server:srv-001} by code
 * @param metric empty for silence
 * @param unit of the thresholds, as {@code ratio}; empty for silence
 * @param looksAt left out for silence
 * @param updatedBy who changed it last; empty when it is as CMM comes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleView(
        String id,
        String scope,
        String metric,
        String unit,
        boolean enabled,
        @Nullable LooksAt looksAt,
        List<LevelEdit> levels,
        long raiseAfterSeconds,
        long clearAfterSeconds,
        long maxGapSeconds,
        Instant updatedAt,
        String updatedBy) {

    static RuleView of(RuleEntry entry, String scope) {
        return switch (entry.condition()) {
            case Condition.OnMetric(Rule rule) -> of(entry, scope, rule);
            case Condition.OnSilence(SilenceRule rule) -> of(entry, scope, rule);
        };
    }

    private static RuleView of(RuleEntry entry, String scope, Rule rule) {
        return new RuleView(
                rule.id(),
                scope,
                rule.metric(),
                Words.word(RuleFigures.unit(rule.kind())),
                entry.enabled(),
                looksAt(KindRow.of(rule.kind())),
                rule.levels().stream().map(level -> level(rule, level)).toList(),
                rule.timing().raiseAfter().toSeconds(),
                rule.timing().clearAfter().toSeconds(),
                rule.timing().maxGap().toSeconds(),
                entry.updatedAt(),
                entry.updatedBy());
    }

    private static LooksAt looksAt(KindRow row) {
        return new LooksAt(
                row.kind(),
                row.metric(),
                row.side(),
                row.agreeing(),
                row.ofLast(),
                row.over().equals(Duration.ZERO) ? null : row.over().toSeconds());
    }

    static LevelEdit level(Rule rule, Level level) {
        return new LevelEdit(
                Words.word(level.severity()),
                KindRow.turned(rule.kind(), level.raiseAt()),
                KindRow.turned(rule.kind(), level.clearBelow()),
                Double.isInfinite(level.freeAtMost()) ? null : level.freeAtMost());
    }

    private static RuleView of(RuleEntry entry, String scope, SilenceRule rule) {
        return new RuleView(
                entry.id(),
                scope,
                "",
                "",
                entry.enabled(),
                null,
                List.of(new LevelEdit(Words.word(rule.severity()), null, null)),
                rule.after().toSeconds(),
                0,
                0,
                entry.updatedAt(),
                entry.updatedBy());
    }
}
