package org.cmm.server.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The days of table {@code sample}, by UTC. A day's partition is made when its first row comes, or a day ahead. */
final class Partitions {

    private static final long DAY_MILLIS = 86_400_000;
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;
    /** Any number that no other advisory lock of CMM uses. */
    private static final int LOCK = 20_001;

    private final Set<Long> made = ConcurrentHashMap.newKeySet();

    static long day(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS);
    }

    static String table(long day) {
        return "sample_" + SUFFIX.format(LocalDate.ofEpochDay(day));
    }

    /** Makes sure that the day has a place; it commits on its own, before the rows' transaction begins. */
    void ensure(Connection connection, long day) throws SQLException {
        if (made.contains(day)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            statement.execute("CREATE TABLE IF NOT EXISTS %s PARTITION OF sample FOR VALUES FROM ('%s') TO ('%s')"
                    .formatted(table(day), start(day), start(day + 1)));
            connection.commit();
        }
        made.add(day);
    }

    private static String start(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }
}
