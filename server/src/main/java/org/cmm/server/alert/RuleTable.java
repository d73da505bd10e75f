package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
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
    private record Row(
            KindRow kind, @Nullable String metric, List<Level> levels, List<String> severities, Timing timing) {

        static Row of(Condition condition) {
            return switch (condition) {
                case Condition.OnMetric(Rule rule) ->
                    new Row(KindRow.of(rule.kind()), rule.metric(), rule.levels(), words(rule), rule.timing());
                case Condition.OnSilence(SilenceRule rule) ->
                    new Row(
                            new KindRow(KindRow.SILENCE, "", "high", 1, 1, Duration.ZERO),
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

        List<Double> numbers(ToDoubleFunction<Level> number) {
            return levels.stream().map(number::applyAsDouble).toList();
        }
    }

    /** Adds a rule that is not there yet; what people changed stays. */
    void addMissing(RuleEntry entry) {
        insert(entry, "NOTHING");
    }

    /** Adds a rule or replaces it. */
    void put(RuleEntry entry) {
        insert(entry, """
                UPDATE SET metric = :metric, severities = :severities, raise_at = :raiseAt, clear_below = :clearBelow,
                    free_at_most = :freeAtMost, raise_after = :raiseAfter, clear_after = :clearAfter,
                    max_gap = :maxGap, kind = :kind, side = :side, agreeing = :agreeing, of_last = :ofLast,
                    over = :over, enabled = :enabled, updated_at = :updatedAt, updated_by = :updatedBy
                """);
    }

    void remove(String id, RuleScope scope) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM rule WHERE id = :id AND scope = :scope")
                .bind("id", id)
                .bind("scope", scope.key())
                .execute());
    }

    private void insert(RuleEntry entry, String whenThere) {
        jdbi.useHandle(
                handle -> bind(handle.createUpdate("""
                                INSERT INTO rule (id, scope, site_id, tag, server_id, metric, severities, raise_at,
                                    clear_below, free_at_most, raise_after, clear_after, max_gap, kind, side, agreeing,
                                    of_last, over, enabled, updated_at, updated_by)
                                VALUES (:id, :scope, :site, :tag, :server, :metric, :severities, :raiseAt,
                                    :clearBelow, :freeAtMost, :raiseAfter, :clearAfter, :maxGap, :kind, :side,
                                    :agreeing, :ofLast, :over, :enabled, :updatedAt, :updatedBy)
                                ON CONFLICT (id, scope) DO
                                """ + whenThere), entry).execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, RuleEntry entry) {
        Row row = Row.of(entry.condition());
        RuleScope scope = entry.scope();
        return statement
                .bind("id", entry.id())
                .bind("scope", scope.key())
                .bind("site", scope instanceof RuleScope.OfSite(int site) ? site : null)
                .bind("tag", scope instanceof RuleScope.OfTag(String tag) ? tag : null)
                .bind("server", scope instanceof RuleScope.OfServer(int server) ? server : null)
                .bind("metric", row.metric())
                .bindArray("severities", String.class, row.severities())
                .bindArray("raiseAt", Double.class, row.numbers(Level::raiseAt))
                .bindArray("clearBelow", Double.class, row.numbers(Level::clearBelow))
                .bindArray("freeAtMost", Double.class, row.numbers(Level::freeAtMost))
                .bind("raiseAfter", row.timing().raiseAfter())
                .bind("clearAfter", row.timing().clearAfter())
                .bind("maxGap", row.timing().maxGap())
                .bind("kind", row.kind().kind())
                .bind("side", row.kind().side())
                .bind("agreeing", row.kind().agreeing())
                .bind("ofLast", row.kind().ofLast())
                .bind("over", row.kind().over())
                .bind("enabled", entry.enabled())
                .bind("updatedAt", entry.updatedAt())
                .bind("updatedBy", entry.updatedBy());
    }

    /** In the order in which people read them: silence last, of one id the widest scope first. */
    List<RuleEntry> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM rule ORDER BY metric NULLS LAST, id, scope")
                .map(RuleTable::entry)
                .list());
    }

    private static RuleEntry entry(RowView row) {
        return new RuleEntry(
                condition(row),
                scope(row),
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
        KindRow kind = new KindRow(
                row.getColumn("kind", String.class),
                metric,
                row.getColumn("side", String.class),
                row.getColumn("agreeing", Integer.class),
                row.getColumn("of_last", Integer.class),
                row.getColumn("over", Duration.class));
        return new Condition.OnMetric(
                new Rule(row.getColumn("id", String.class), kind.kindOf(), levels(row, severities), timing));
    }

    private static RuleScope scope(RowView row) {
        Integer site = row.getColumn("site_id", Integer.class);
        if (site != null) {
            return new RuleScope.OfSite(site);
        }
        Integer server = row.getColumn("server_id", Integer.class);
        if (server != null) {
            return new RuleScope.OfServer(server);
        }
        String tag = row.getColumn("tag", String.class);
        return tag == null ? RuleScope.FLEET : new RuleScope.OfTag(tag);
    }

    private static List<Level> levels(RowView row, List<String> severities) {
        List<Double> raiseAt = row.getColumn("raise_at", NUMBERS);
        List<Double> clearBelow = row.getColumn("clear_below", NUMBERS);
        List<Double> freeAtMost = row.getColumn("free_at_most", NUMBERS);
        List<Level> levels = new ArrayList<>();
        for (int index = 0; index < severities.size(); index++) {
            levels.add(new Level(
                    Words.storedSeverity(severities.get(index)),
                    raiseAt.get(index),
                    clearBelow.get(index),
                    freeAtMost.isEmpty() ? Double.POSITIVE_INFINITY : freeAtMost.get(index)));
        }
        return levels;
    }
}
