package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cmm.process.RunningServer;

/** History as SQL reads it, beside what machines sent. */
record StoredHistory(Connection database) implements AutoCloseable {

    private static final Duration RESTART = Duration.ofSeconds(60);

    private static final List<String> SERIES = List.of("system.cpu.utilization", "system.memory.utilization");

    /** Where differences are told one by one. */
    private static final int MOST_TOLD = 12;

    /** A tier of roll-ups by its name in SQL. */
    enum RollupTier {
        FIVE_MINUTES("5min", Duration.ofMinutes(5)),
        HOUR("1h", Duration.ofHours(1)),
        DAY("1d", Duration.ofDays(1));

        private final String word;
        private final Duration length;

        RollupTier(String word, Duration length) {
            this.word = word;
            this.length = length;
        }
    }

    /** On a connection of its own, once the database takes one; it may just have been killed. */
    static StoredHistory of(RunningServer server) throws InterruptedException {
        return new StoredHistory(Eventually.become(RESTART, () -> connected(server), Optional::isPresent)
                .orElseThrow());
    }

    private static Optional<Connection> connected(RunningServer server) {
        try {
            return Optional.of(server.database());
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    /** Every sample of the span is there once, and nothing that was never sent. */
    void compareSamples(String code, SentSamples sent, Instant from, Instant to) throws SQLException {
        for (int series = 0; series < SERIES.size(); series++) {
            assertSame(
                    "samples of %s of %s".formatted(SERIES.get(series), code),
                    sent.readings(series, from.toEpochMilli(), to.toEpochMilli()),
                    samples(code, SERIES.get(series), from, to));
        }
    }

    /** Every interval that begins and ends in the span says what its samples come to. */
    void compareRollups(String code, SentSamples sent, RollupTier tier, Instant from, Instant to) throws SQLException {
        for (int series = 0; series < SERIES.size(); series++) {
            assertSame(
                    "%s of %s of %s".formatted(tier.word, SERIES.get(series), code),
                    written(sent.intervals(series, tier.length, from.toEpochMilli(), to.toEpochMilli())),
                    written(rollups(code, SERIES.get(series), tier, from, to)));
        }
    }

    /** With the sum for the mean, because it is exact to the readings' four decimals. */
    private static Map<Long, String> written(Map<Long, SentSamples.Interval> intervals) {
        Map<Long, String> written = new TreeMap<>();
        intervals.forEach((at, one) -> written.put(
                at,
                "%.4f %.4f %.4f %.4f %d %.4f"
                        .formatted(
                                one.minimum(),
                                one.mean() * one.count(),
                                one.maximum(),
                                one.last(),
                                one.count(),
                                one.coverage())));
        return written;
    }

    private static <T> void assertSame(String what, Map<Long, T> expected, Map<Long, T> actual) {
        if (expected.equals(actual)) {
            return;
        }
        List<String> differences = new ArrayList<>();
        Map<Long, T> either = new TreeMap<>(expected);
        either.putAll(actual);
        for (long at : either.keySet()) {
            if (!String.valueOf(expected.get(at)).equals(String.valueOf(actual.get(at)))) {
                differences.add(
                        "%s: %s instead of %s".formatted(Instant.ofEpochMilli(at), actual.get(at), expected.get(at)));
            }
        }
        assertThat(differences.subList(0, Math.min(MOST_TOLD, differences.size())))
                .as("%s: %d of %d are wrong", what, differences.size(), either.size())
                .isEmpty();
    }

    private Map<Long, Double> samples(String code, String series, Instant from, Instant to) throws SQLException {
        Map<Long, Double> samples = new TreeMap<>();
        try (PreparedStatement query = database.prepareStatement("SELECT at, value FROM history_samples(?, ?, ?, ?)")) {
            bind(query, code, series, from, to);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Double before = samples.put(row.getTimestamp(1).getTime(), row.getDouble(2));
                    assertThat(before)
                            .as("the reading of %s comes twice", row.getTimestamp(1))
                            .isNull();
                }
            }
        }
        return samples;
    }

    private Map<Long, SentSamples.Interval> rollups(
            String code, String series, RollupTier tier, Instant from, Instant to) throws SQLException {
        Map<Long, SentSamples.Interval> rollups = new TreeMap<>();
        try (PreparedStatement query = database.prepareStatement("""
                SELECT at, minimum, mean, maximum, last, count, coverage
                FROM history_rollups(?, ?, '%s', ?, ?)
                """.formatted(tier.word))) {
            bind(query, code, series, from, to.minus(tier.length).plusMillis(1));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rollups.put(
                            row.getTimestamp(1).getTime(),
                            new SentSamples.Interval(
                                    row.getDouble(2),
                                    row.getDouble(3),
                                    row.getDouble(4),
                                    row.getDouble(5),
                                    row.getLong(6),
                                    row.getDouble(7)));
                }
            }
        }
        return rollups;
    }

    private static void bind(PreparedStatement query, String code, String series, Instant from, Instant to)
            throws SQLException {
        query.setString(1, code);
        query.setString(2, series);
        query.setTimestamp(3, Timestamp.from(from));
        query.setTimestamp(4, Timestamp.from(to));
    }

    /** Intervals that late samples fell into and whose roll-ups are not made yet. */
    long marks() throws SQLException {
        return KnownAgents.count(database, "SELECT count(*) FROM rollup_due");
    }

    /** Days that are being closed. */
    long closing() throws SQLException {
        return KnownAgents.count(
                database, "SELECT count(*) FROM pg_inherits WHERE inhparent = 'sample_closing'::regclass");
    }

    /** Days of rows that were over this long ago. */
    long daysOfRows(String table, Duration ago) throws SQLException {
        return KnownAgents.count(database, """
                WITH day AS MATERIALIZED (
                    SELECT right(relname, 8) AS name FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
                    WHERE inhparent = '%s'::regclass)
                SELECT count(*) FROM day
                WHERE to_date(name, 'YYYYMMDD') + interval '1 day'
                    < (now() - interval '%d seconds') AT TIME ZONE 'UTC'
                """.formatted(table, ago.toSeconds()));
    }

    /** Whether somebody writes into this table or a partition of it. */
    boolean isWritten(String table) throws SQLException {
        return KnownAgents.count(database, """
                SELECT count(*) FROM pg_locks JOIN pg_class ON pg_class.oid = relation
                WHERE relname ~ '^%s' AND mode = 'RowExclusiveLock'
                """.formatted(table)) > 0;
    }

    /** Tables of history that hang from no parent: what a kill in the middle of moving or dropping might leave. */
    List<String> strayTables() throws SQLException {
        List<String> stray = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement("""
                        SELECT relname FROM pg_class
                        WHERE relkind = 'r' AND relpersistence = 'p' AND relname ~ '^(sample|rollup_(5min|1h|1d))'
                            AND NOT relispartition ORDER BY 1
                        """);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                stray.add(row.getString(1));
            }
        }
        return stray;
    }
}
