package org.cmm.server.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.SilenceRule;
import org.cmm.server.alert.RuleEntry.Condition;

/**
 * A rule as the fields of a form, just as they were typed.
 *
 * @param levels one a severity, from least to most; of silence none
 * @param raiseAfter for silence, how long it is
 */
record RuleForm(
        String id, boolean enabled, List<LevelFields> levels, String raiseAfter, String clearAfter, String maxGap) {

    /** @param severity {@code info}, {@code warning} or {@code critical} */
    record LevelFields(String severity, String raiseAt, String clearBelow) {

        public String raiseName() {
            return severity + "-raise";
        }

        public String clearName() {
            return severity + "-clear";
        }

        public boolean isEmpty() {
            return raiseAt.isBlank() && clearBelow.isBlank();
        }
    }

    public boolean isSilence() {
        return id.equals(AlertKey.SILENT);
    }

    static RuleForm of(RuleEntry entry) {
        return switch (entry.condition()) {
            case Condition.OnMetric(Rule rule) ->
                new RuleForm(
                        rule.id(),
                        entry.enabled(),
                        Arrays.stream(Severity.values())
                                .map(severity -> fields(rule, severity))
                                .toList(),
                        DurationText.write(rule.timing().raiseAfter()),
                        DurationText.write(rule.timing().clearAfter()),
                        DurationText.write(rule.timing().maxGap()));
            case Condition.OnSilence(SilenceRule rule) ->
                new RuleForm(entry.id(), entry.enabled(), List.of(), DurationText.write(rule.after()), "", "");
        };
    }

    private static LevelFields fields(Rule rule, Severity severity) {
        Optional<Level> level = rule.levels().stream()
                .filter(known -> known.severity() == severity)
                .findFirst();
        return new LevelFields(
                Words.word(severity),
                level.map(Level::raiseAt).map(PercentText::write).orElse(""),
                level.map(Level::clearBelow).map(PercentText::write).orElse(""));
    }
}
