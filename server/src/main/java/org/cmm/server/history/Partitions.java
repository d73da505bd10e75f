package org.cmm.server.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The days of table {@code sample}, by UTC. A day's partition is made when its first row comes. */
final class Partitions {

    private static final long DAY_MILLIS = 86_400_000;
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;
    /** Any number that no other advisory lock of CMM uses. */
    private static final int LOCK = 20_001;

    private final Set<Long> made = ConcurrentHashMap.newKeySet();

    static long day(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS);
    }

    static LocalDate day(String table) {
        return LocalDate.parse(table.substring(table.indexOf('_') + 1), SUFFIX);
    }

    static String table(long day) {
        return "sample_" + SUFFIX.format(LocalDate.ofEpochDay(day));
    }

    /**
     * Makes sure that the day has a place, in a transaction of its own, because who waits for the lock must hold no
     * other. The new table is attached, because that lets readers and writers of other days go on.
     */
    void ensure(Connection connection, long day) throws SQLException {
        if (made.contains(day)) {
            return;
        }
        Transaction.run(connection, () -> make(connection, day));
        made.add(day);
    }

    /** Its table was dropped. */
    void forget(LocalDate day) {
        made.remove(day.toEpochDay());
    }

    private static void make(Connection connection, long day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            if (missing(statement, day)) {
                statement.execute("CREATE TABLE %s (LIKE sample INCLUDING ALL)".formatted(table(day)));
                statement.execute("ALTER TABLE sample ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
                        .formatted(table(day), start(day), start(day + 1)));
            }
        }
    }

    private static boolean missing(Statement statement, long day) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('%s') IS NULL".formatted(table(day)))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static String start(long day) {
        return LocalDate.ofEpochDay(day)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toString();
    }
}
