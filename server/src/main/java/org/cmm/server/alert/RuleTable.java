package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.SilenceRule;
import org.cmm.core.alert.Timing;
import org.cmm.server.alert.RuleEntry.Condition;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Table {@code rule}. */
@Singleton
class RuleTable {

    private static final GenericType<List<String>> TEXTS = new GenericType<>() {};
    private static final GenericType<List<Double>> NUMBERS = new GenericType<>() {};

    private final Jdbi jdbi;

    RuleTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The row of a rule; silence has no metric, no thresholds, and needs no time to clear. */
    private record Row(@Nullable String metric, List<Level> levels, List<String> severities, Timing timing) {

        static Row of(Condition condition) {
            return switch (condition) {
                case Condition.OnMetric(Rule rule) -> new Row(rule.metric(), rule.levels(), words(rule), rule.timing());
                case Condition.OnSilence(SilenceRule rule) ->
                    new Row(
                            null,
                            List.of(),
                            List.of(Words.word(rule.severity())),
                            new Timing(rule.after(), Duration.ZERO, Duration.ZERO));
            };
        }

        private static List<String> words(Rule rule) {
            return rule.levels().stream()
                    .map(level -> Words.word(level.severity()))
                    .toList();
        }
    }

    /** Adds a rule that is not there yet; what people changed stays. */
    void addMissing(RuleEntry entry) {
        jdbi.useHandle(handle -> bind(handle.createUpdate("""
                                INSERT INTO rule (id, metric, severities, raise_at, clear_below, raise_after, clear_after,
                                    max_gap, enabled, updated_at, updated_by)
                                VALUES (:id, :metric, :severities, :raiseAt, :clearBelow, :raiseAfter, :clearAfter,
                                    :maxGap, :enabled, :updatedAt, :updatedBy)
                                ON CONFLICT DO NOTHING
                                """), entry).execute());
    }

    void update(RuleEntry entry) {
        jdbi.useHandle(handle -> bind(handle.createUpdate("""
                                UPDATE rule SET metric = :metric, severities = :severities, raise_at = :raiseAt,
                                    clear_below = :clearBelow, raise_after = :raiseAfter, clear_after = :clearAfter,
                                    max_gap = :maxGap, enabled = :enabled, updated_at = :updatedAt,
                                    updated_by = :updatedBy
                                WHERE id = :id
                                """), entry).execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, RuleEntry entry) {
        Row row = Row.of(entry.condition());
        return statement
                .bind("id", entry.id())
                .bind("metric", row.metric())
                .bindArray("severities", String.class, row.severities())
                .bindArray(
                        "raiseAt",
                        Double.class,
                        row.levels().stream().map(Level::raiseAt).toList())
                .bindArray(
                        "clearBelow",
                        Double.class,
                        row.levels().stream().map(Level::clearBelow).toList())
                .bind("raiseAfter", row.timing().raiseAfter())
                .bind("clearAfter", row.timing().clearAfter())
                .bind("maxGap", row.timing().maxGap())
                .bind("enabled", entry.enabled())
                .bind("updatedAt", entry.updatedAt())
                .bind("updatedBy", entry.updatedBy());
    }

    /** In the order in which people read them: silence last. */
    List<RuleEntry> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM rule ORDER BY metric NULLS LAST")
                .map(RuleTable::entry)
                .list());
    }

    private static RuleEntry entry(RowView row) {
        return new RuleEntry(
                condition(row),
                row.getColumn("enabled", Boolean.class),
                row.getColumn("updated_at", Instant.class),
                row.getColumn("updated_by", String.class));
    }

    private static Condition condition(RowView row) {
        List<String> severities = row.getColumn("severities", TEXTS);
        Timing timing = new Timing(
                row.getColumn("raise_after", Duration.class),
                row.getColumn("clear_after", Duration.class),
                row.getColumn("max_gap", Duration.class));
        String metric = row.getColumn("metric", String.class);
        if (metric == null) {
            return new Condition.OnSilence(
                    new SilenceRule(timing.raiseAfter(), Words.storedSeverity(severities.getFirst())));
        }
        return new Condition.OnMetric(
                new Rule(row.getColumn("id", String.class), metric, levels(row, severities), timing));
    }

    private static List<Level> levels(RowView row, List<String> severities) {
        List<Double> raiseAt = row.getColumn("raise_at", NUMBERS);
        List<Double> clearBelow = row.getColumn("clear_below", NUMBERS);
        List<Level> levels = new ArrayList<>();
        for (int index = 0; index < severities.size(); index++) {
            levels.add(
                    new Level(Words.storedSeverity(severities.get(index)), raiseAt.get(index), clearBelow.get(index)));
        }
        return levels;
    }
}
