package org.cmm.server.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** A table in partitions by time of UTC. Each is made ahead of its time, or when its first row comes. */
final class Partitions {

    /** How long a partition is. */
    enum Period {
        DAY("yyyyMMdd"),
        MONTH("yyyyMM"),
        YEAR("yyyy");

        private final DateTimeFormatter suffix;

        Period(String suffix) {
            this.suffix = DateTimeFormatter.ofPattern(suffix);
        }

        /** The first day of the period that holds this time, in milliseconds since 1970. */
        LocalDate first(long millis) {
            LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(millis, DAY_MILLIS));
            return switch (this) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate next(LocalDate first) {
            return switch (this) {
                case DAY -> first.plusDays(1);
                case MONTH -> first.plusMonths(1);
                case YEAR -> first.plusYears(1);
            };
        }

        private LocalDate parse(String suffix) {
            return switch (this) {
                case DAY -> LocalDate.parse(suffix, this.suffix);
                case MONTH -> LocalDate.parse(suffix + "01", DAY.suffix);
                case YEAR -> LocalDate.parse(suffix + "0101", DAY.suffix);
            };
        }
    }

    private static final long DAY_MILLIS = 86_400_000;
    /** Any number that no other advisory lock of CMM uses. */
    private static final int LOCK = 20_001;

    private final String table;
    private final Period period;
    private final String storage;
    private final Set<LocalDate> made = ConcurrentHashMap.newKeySet();
    private final Map<LocalDate, Long> written = new ConcurrentHashMap<>();

    Partitions(String table, Period period) {
        this(table, period, "");
    }

    private Partitions(String table, Period period, String storage) {
        this.table = table;
        this.period = period;
        this.storage = storage;
    }

    /**
     * Rows that never change, in partitions that are gone in a day or two: vacuum would only read and write them again.
     */
    static Partitions ofPassingRows(String table, Period period) {
        return new Partitions(table, period, "WITH (autovacuum_enabled = false)");
    }

    Period period() {
        return period;
    }

    /** The parent. */
    String table() {
        return table;
    }

    /** The partition's own name. */
    String table(LocalDate first) {
        return table + "_" + period.suffix.format(first);
    }

    /** The first day of a partition by its name. */
    LocalDate first(String partition) {
        return period.parse(partition.substring(table.length() + 1));
    }

    /**
     * Makes sure that the time has a place, in a transaction of its own, because who waits for the lock must hold no
     * other. The new table is attached, because that lets readers and writers of other partitions go on.
     *
     * @param millis since 1970
     */
    LocalDate ensure(Connection connection, long millis) throws SQLException {
        LocalDate first = period.first(millis);
        if (!made.contains(first)) {
            Transaction.run(connection, () -> make(connection, first));
            made.add(first);
        }
        return first;
    }

    /** Rows are on their way into this partition. */
    void willBeWritten(LocalDate first) {
        written.put(first, System.nanoTime());
    }

    /** For how long nobody wrote into this partition, as far as this process knows. */
    Duration quiet(LocalDate first) {
        Long last = written.get(first);
        return last == null ? Duration.ofDays(1) : Duration.ofNanos(System.nanoTime() - last);
    }

    /** Its table was dropped or taken away. */
    void forget(LocalDate first) {
        made.remove(first);
    }

    /** Any of them may be gone. */
    void forgetAll() {
        made.clear();
    }

    private void make(Connection connection, LocalDate first) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            if (missing(statement, first)) {
                String from = start(first);
                String to = start(period.next(first));
                // the check spares the reading of all its rows when the day is moved to another parent
                statement.execute(
                        "CREATE TABLE %s (LIKE %s INCLUDING ALL, CHECK (at IS NOT NULL AND at >= '%s' AND at < '%s')) %s"
                                .formatted(table(first), table, from, to, storage));
                statement.execute("ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
                        .formatted(table, table(first), from, to));
            }
        }
    }

    /** The first days of all partitions there are, the oldest first. */
    List<LocalDate> existing(Handle db) {
        return db.createQuery("""
                        SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
                        WHERE inhparent = CAST(:table AS regclass) ORDER BY relname
                        """).bind("table", table).mapTo(String.class).stream()
                .map(this::first)
                .toList();
    }

    private boolean missing(Statement statement, LocalDate first) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('%s') IS NULL".formatted(table(first)))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    static String start(LocalDate day) {
        return instant(day).toString();
    }

    static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
