package org.cmm.server.alert;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.SilenceRule;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Unit;
import org.cmm.server.alert.RuleEntry.Condition;

/**
 * A rule as the fields of a form, just as they were typed.
 *
 * @param look what it makes of readings
 * @param levels one a severity, from least to most; of silence none
 * @param raiseAfter for silence, how long it is
 */
record RuleForm(
        String id,
        boolean enabled,
        Look look,
        List<LevelFields> levels,
        String raiseAfter,
        String clearAfter,
        String maxGap) {

    /**
     * @param kind as {@link KindRow} names it, and {@code silence}
     * @param side {@code high} or {@code low}
     * @param agreeing how many of the newest {@code ofLast} readings
     * @param over a duration; only of rates and restarts
     * @param severity of silence; else empty
     */
    record Look(String kind, String metric, String side, String agreeing, String ofLast, String over, String severity) {

        static Look silence(Severity severity) {
            return new Look(KindRow.SILENCE, "", "high", "1", "1", "", Words.word(severity));
        }

        static Look of(Condition condition) {
            return switch (condition) {
                case Condition.OnMetric(Rule rule) -> of(rule.kind());
                case Condition.OnSilence(SilenceRule rule) -> silence(rule.severity());
            };
        }

        public boolean isThreshold() {
            return kind.equals(KindRow.THRESHOLD);
        }

        public boolean hasTime() {
            return kind.equals(KindRow.RATE) || kind.equals(KindRow.RESTART) || isHabit();
        }

        /** Whether it is about what is usual: then it has one severity. */
        public boolean isHabit() {
            return kind.equals(KindRow.HABIT);
        }

        /** Whether low values are trouble, as of the time that is left, so that it is over above a value. */
        public boolean isLow() {
            return isThreshold() && side.equals("low") || kind.equals(KindRow.DISK_FULL);
        }

        /** Whether free bytes may be asked for as well. */
        public boolean asksForSpace() {
            return isThreshold() && side.equals("high") && metric.equals(Metrics.FILESYSTEM_UTILIZATION.name());
        }

        static Look of(Kind kind) {
            KindRow row = KindRow.of(kind);
            return new Look(
                    row.kind(),
                    row.metric(),
                    row.side(),
                    Integer.toString(row.agreeing()),
                    Integer.toString(row.ofLast()),
                    row.over().isZero() ? "" : DurationText.write(row.over()),
                    "");
        }

        Stream<Severity> severities() {
            return isHabit() ? Stream.of(Severity.INFO) : Arrays.stream(Severity.values());
        }

        /** How its levels are typed. */
        AmountText amounts() {
            return switch (kind) {
                case KindRow.NO_DATA, KindRow.DISK_FULL -> new AmountText(Unit.SECONDS, false);
                case KindRow.RESTART, KindRow.HABIT -> new AmountText(Unit.COUNT, false);
                default -> new AmountText(RuleFigures.unit(metric), kind.equals(KindRow.RATE));
            };
        }
    }

    /** @param severity {@code info}, {@code warning} or {@code critical} */
    record LevelFields(String severity, String raiseAt, String clearBelow, String freeAtMost) {

        public String raiseName() {
            return severity + "-raise";
        }

        public String clearName() {
            return severity + "-clear";
        }

        public String freeName() {
            return severity + "-free";
        }

        public boolean isEmpty() {
            return raiseAt.isBlank() && clearBelow.isBlank() && freeAtMost.isBlank();
        }
    }

    public boolean isSilence() {
        return look.kind().equals(KindRow.SILENCE);
    }

    static RuleForm of(RuleEntry entry) {
        return switch (entry.condition()) {
            case Condition.OnMetric(Rule rule) ->
                new RuleForm(
                        rule.id(),
                        entry.enabled(),
                        Look.of(rule.kind()),
                        Look.of(rule.kind())
                                .severities()
                                .map(severity -> fields(rule, severity))
                                .toList(),
                        DurationText.write(rule.timing().raiseAfter()),
                        DurationText.write(rule.timing().clearAfter()),
                        DurationText.write(rule.timing().maxGap()));
            case Condition.OnSilence(SilenceRule rule) ->
                new RuleForm(
                        entry.id(),
                        entry.enabled(),
                        Look.silence(rule.severity()),
                        List.of(),
                        DurationText.write(rule.after()),
                        "",
                        "");
        };
    }

    /** A new rule that looks so; holds as of a processor's. */
    static RuleForm blank(String id, Look look) {
        List<LevelFields> levels = look.severities()
                .map(severity -> new LevelFields(Words.word(severity), "", "", ""))
                .toList();
        return new RuleForm(id, true, look, levels, "5 min", "15 min", "10 min");
    }

    /** What came in; what it looks at is known where the rule is. */
    static RuleForm read(String id, Look known, MultivaluedMap<String, String> fields) {
        List<LevelFields> levels = known.severities()
                .map(Words::word)
                .map(word -> new LevelFields(
                        word,
                        field(fields, word + "-raise"),
                        field(fields, word + "-clear"),
                        field(fields, word + "-free")))
                .toList();
        Look look = new Look(
                known.kind(),
                known.metric(),
                known.side(),
                fields.containsKey("agreeing") ? field(fields, "agreeing") : known.agreeing(),
                fields.containsKey("of-last") ? field(fields, "of-last") : known.ofLast(),
                fields.containsKey("over") ? field(fields, "over") : known.over(),
                known.severity());
        boolean silence = look.kind().equals(KindRow.SILENCE);
        return new RuleForm(
                id,
                fields.containsKey("enabled"),
                look,
                silence ? List.of() : levels,
                field(fields, "raise-after"),
                field(fields, "clear-after"),
                field(fields, "max-gap"));
    }

    static String field(MultivaluedMap<String, String> fields, String name) {
        String given = fields.getFirst(name);
        return given == null ? "" : given;
    }

    private static LevelFields fields(Rule rule, Severity severity) {
        AmountText amounts = Look.of(rule.kind()).amounts();
        Optional<Level> level = rule.levels().stream()
                .filter(known -> known.severity() == severity)
                .findFirst();
        return new LevelFields(
                Words.word(severity),
                level.map(known -> amounts.write(KindRow.turned(rule.kind(), known.raiseAt())))
                        .orElse(""),
                level.map(known -> amounts.write(KindRow.turned(rule.kind(), known.clearBelow())))
                        .orElse(""),
                level.map(Level::freeAtMost)
                        .filter(Double::isFinite)
                        .map(bytes -> AmountText.number(bytes / AmountText.GIB))
                        .orElse(""));
    }
}
