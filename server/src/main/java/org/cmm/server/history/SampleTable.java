package org.cmm.server.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code sample} as one writer sees it. Rows newer than everything stored of their server are copied straight
 * into their day's partition; others may be there already, so they pass a temporary table that leaves the known out,
 * and what they fell into is noted for the roll-ups. Either way a row delivered twice counts once. Owned by one thread.
 */
final class SampleTable {

    static final String DUPLICATE = "23505";
    private static final String NO_SUCH_TABLE = "42P01";
    /** No partition takes a row, in PostgreSQL's words a broken check. */
    private static final String NO_PLACE = "23514";

    private static final Set<String> CURED_BY_LOOKING_AGAIN = Set.of(DUPLICATE, NO_SUCH_TABLE, NO_PLACE);
    private static final long DAY_MILLIS = 86_400_000;

    private final DataSource source;
    private final Partitions partitions;
    private final Map<Integer, Long> newest = new HashMap<>();
    private final TreeMap<LocalDate, CopyBuffer> fresh = new TreeMap<>();
    private final CopyBuffer late = new CopyBuffer();
    private @Nullable Connection connection;

    SampleTable(DataSource source, Partitions partitions) {
        this.source = source;
        this.partitions = partitions;
    }

    /** Stores everything or nothing; when it returns, the rows are on disk. */
    void store(List<SampleRows> group) throws SQLException {
        try {
            Connection open = connected();
            try {
                storeIn(open, group);
            } catch (SQLException e) {
                if (!CURED_BY_LOOKING_AGAIN.contains(e.getSQLState())) {
                    throw e;
                }
                // another process stored rows of a server that this one thought its own, or a day was taken away
                newest.clear();
                partitions.forgetAll();
                storeIn(open, group);
            }
        } catch (SQLException | RuntimeException e) {
            newest.clear();
            close();
            throw e;
        }
    }

    void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // it is gone already, which is what was wanted
            }
            connection = null;
        }
    }

    private Connection connected() throws SQLException {
        if (connection == null) {
            connection = source.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("""
                        CREATE TEMPORARY TABLE IF NOT EXISTS late_sample (LIKE sample)
                        ON COMMIT DELETE ROWS
                        """);
            }
        }
        return connection;
    }

    /** A COPY alone commits by itself, as it nearly always is; that saves two round trips. */
    private void storeIn(Connection open, List<SampleRows> group) throws SQLException {
        clear();
        for (SampleRows rows : group) {
            sort(open, rows);
        }
        if (fresh.size() == 1 && late.rows() == 0) {
            copyFresh(open);
            return;
        }
        Transaction.run(open, () -> {
            copyFresh(open);
            if (late.rows() > 0) {
                copy(open, "late_sample", late);
                insertUnknown(open);
            }
        });
    }

    private void copyFresh(Connection open) throws SQLException {
        for (Map.Entry<LocalDate, CopyBuffer> day : fresh.entrySet()) {
            copy(open, partitions.table(day.getKey()), day.getValue());
        }
    }

    private void clear() {
        late.clear();
        fresh.values().removeIf(buffer -> buffer.rows() == 0);
        fresh.values().forEach(CopyBuffer::clear);
    }

    private void sort(Connection open, SampleRows rows) throws SQLException {
        long last = newestOf(open, rows.server());
        boolean allFresh = rows.allNewerThan(last);
        CopyBuffer buffer = late;
        long end = Long.MIN_VALUE;
        for (int row = 0; row < rows.count(); row++) {
            long at = rows.at()[row];
            if (at >= end || at < end - DAY_MILLIS) {
                LocalDate day = partitions.ensure(open, at);
                partitions.willBeWritten(day);
                end = Partitions.instant(day).toEpochMilli() + DAY_MILLIS;
                buffer = allFresh ? fresh.computeIfAbsent(day, _ -> new CopyBuffer()) : late;
            }
            buffer.add(rows, row);
        }
        newest.put(rows.server(), Math.max(last, rows.newest()));
    }

    private long newestOf(Connection open, int server) throws SQLException {
        Long known = newest.get(server);
        if (known != null) {
            return known;
        }
        return NewestSample.of(open, server);
    }

    private static void copy(Connection open, String table, CopyBuffer buffer) throws SQLException {
        if (buffer.rows() == 0) {
            return;
        }
        buffer.copyInto(open, table);
    }

    private static void insertUnknown(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("""
                    WITH added AS (
                        INSERT INTO sample SELECT * FROM late_sample ON CONFLICT DO NOTHING RETURNING server_id, at)
                    INSERT INTO rollup_due (server_id, at)
                    SELECT DISTINCT server_id, date_bin('5 minutes', at, 'epoch') FROM added ORDER BY 1, 2
                    """);
        }
    }
}
