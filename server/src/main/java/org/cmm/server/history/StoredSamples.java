package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.cmm.core.history.Tier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads samples back from disk, row by row. */
@Singleton
public class StoredSamples {

    /** Read by place: a name is looked up for every row. */
    private static final String COLUMNS =
            "server_id, (extract(epoch FROM at) * 1000)::bigint AS at, layout_id, array_send(readings) AS sent";

    /** Rows in memory at a time; without a transaction the driver heeds no such wish and holds the whole result. */
    private static final int FETCHED = 5_000;

    /** Milliseconds since 1970, as far away as PostgreSQL's time goes without trouble. */
    private static final long FOR_EVER = Instant.parse("9999-01-01T00:00:00Z").toEpochMilli();

    private final Jdbi jdbi;
    private final Layouts layouts;
    private final HistoryTables tables;
    private final TierRows tierRows;
    private final ClosedSamples closed;
    private final SampleTimes times;

    StoredSamples(
            Jdbi jdbi,
            Layouts layouts,
            HistoryTables tables,
            TierRows tierRows,
            ClosedSamples closed,
            SampleTimes times) {
        this.jdbi = jdbi;
        this.layouts = layouts;
        this.tables = tables;
        this.tierRows = tierRows;
        this.closed = closed;
        this.times = times;
    }

    /** When they were taken. */
    public SampleTimes times() {
        return times;
    }

    /** Every sample since then, of each server in order of time. */
    public void eachSince(Instant since, Consumer<SampleRows> reader) {
        jdbi.useTransaction(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM sample WHERE at >= :since ORDER BY server_id, at")
                .bind("since", since)
                .setFetchSize(FETCHED)
                .map((row, context) -> rows(row))
                .forEach(reader));
    }

    /** The samples of one server after {@code after}, in order of time. */
    public void eachOf(int server, Instant after, Consumer<SampleRows> reader) {
        each(server, after.toEpochMilli() + 1, FOR_EVER, reader);
    }

    /** The samples of each of these servers after its own time, of each server in order of time. */
    public void eachOf(Map<Integer, Instant> after, Consumer<SampleRows> reader) {
        Map<Integer, Instant> recent = new HashMap<>(after);
        after.forEach((server, time) -> {
            if (times.mayBeClosed(time)) {
                recent.remove(server);
                eachOf(server, time, reader);
            }
        });
        eachOpenOf(recent, reader);
    }

    private void eachOpenOf(Map<Integer, Instant> after, Consumer<SampleRows> reader) {
        List<Integer> servers = new ArrayList<>();
        List<Long> millis = new ArrayList<>();
        after.forEach((server, time) -> {
            servers.add(server);
            millis.add(time.toEpochMilli());
        });
        jdbi.useTransaction(handle -> handle.createQuery("SELECT " + COLUMNS + """
                         FROM unnest(:servers, :millis) AS wanted (id, millis) CROSS JOIN LATERAL (
                            SELECT * FROM sample WHERE server_id = wanted.id
                                AND at > timestamptz 'epoch' + wanted.millis * interval '1 millisecond' ORDER BY at) rows
                        ORDER BY server_id, at
                        """)
                .bindArray("servers", Integer.class, servers)
                .bindArray("millis", Long.class, millis)
                .setFetchSize(FETCHED)
                .map((row, context) -> rows(row))
                .forEach(reader));
    }

    /** The samples of one server from {@code from} to {@code to}, in order of time. */
    public void eachBetween(int server, Instant from, Instant to, Consumer<SampleRows> reader) {
        each(server, from.toEpochMilli(), to.toEpochMilli() + 1, reader);
    }

    /** From {@code from} to before {@code to}; a closed day is in memory at a time, the rest passes by. */
    private void each(int server, long from, long to, Consumer<SampleRows> reader) {
        jdbi.useTransaction(db -> {
            long read = from;
            for (long day : times.mayBeClosed(Instant.ofEpochMilli(from))
                    ? closed.days(db, server, from, to)
                    : List.<Long>of()) {
                long start = Math.max(from, day);
                eachOpen(db, server, read, start, reader);
                read = Math.min(day + Tier.DAY.millis(), to);
                tierRows.between(db, tables.samples(), server, start, read)
                        .forEach(row -> reader.accept(rows(server, row)));
            }
            eachOpen(db, server, read, to, reader);
        });
    }

    private void eachOpen(Handle db, int server, long from, long to, Consumer<SampleRows> reader) {
        if (from < to) {
            db.createQuery("SELECT " + COLUMNS + """
                             FROM open_sample WHERE server_id = :server AND at >= :from AND at < :to ORDER BY at
                            """)
                    .bind("server", server)
                    .bind("from", Instant.ofEpochMilli(from))
                    .bind("to", Instant.ofEpochMilli(to))
                    .setFetchSize(FETCHED)
                    .map((row, context) -> rows(row))
                    .forEach(eachTimeOnce(reader));
        }
    }

    /** While a day is being closed, a late sample of it may be there twice. */
    private static Consumer<SampleRows> eachTimeOnce(Consumer<SampleRows> reader) {
        long[] last = {Long.MIN_VALUE};
        return rows -> {
            if (rows.at()[0] > last[0]) {
                last[0] = rows.at()[0];
                reader.accept(rows);
            }
        };
    }

    /** The first sample of one server in each so long a part of the time from {@code from} to {@code to}, in order. */
    public void eachLook(int server, Instant from, Instant to, Duration part, Consumer<SampleRows> reader) {
        jdbi.useTransaction(db -> {
            long[] open = {from.toEpochMilli()};
            for (long day : closed.days(db, server, from.toEpochMilli(), to.toEpochMilli() + 1)) {
                eachOpenLook(db, server, Instant.ofEpochMilli(open[0]), Instant.ofEpochMilli(day - 1), part, reader);
                eachClosedLook(db, server, Math.max(day, from.toEpochMilli()), part, row -> {
                    if (row.at()[0] <= to.toEpochMilli()) {
                        reader.accept(row);
                    }
                });
                open[0] = day + Tier.DAY.millis();
            }
            eachOpenLook(db, server, Instant.ofEpochMilli(open[0]), to, part, reader);
        });
    }

    private void eachClosedLook(Handle db, int server, long from, Duration part, Consumer<SampleRows> reader) {
        Set<Long> seen = new HashSet<>();
        long end = Tier.DAY.start(from) + Tier.DAY.millis();
        for (StoredBlock block : StoredBlock.read(db, tables.samples(), layouts, server, from, end)) {
            block.eachRow(
                    at -> at >= from && seen.add((at - from) / part.toMillis()),
                    row -> reader.accept(rows(server, row)));
        }
    }

    private void eachOpenLook(
            Handle db, int server, Instant from, Instant to, Duration part, Consumer<SampleRows> reader) {
        db.createQuery("SELECT " + COLUMNS + """
                         FROM generate_series(CAST(:from AS timestamptz), :to, make_interval(secs => :part)) looks(start)
                        CROSS JOIN LATERAL (
                            SELECT * FROM open_sample
                            WHERE server_id = :server AND at >= looks.start AND at <= :to
                                AND at < looks.start + make_interval(secs => :part)
                            ORDER BY at LIMIT 1) sample
                        ORDER BY at
                        """)
                .bind("server", server)
                .bind("from", from)
                .bind("to", to)
                .bind("part", (double) part.toSeconds())
                .setFetchSize(FETCHED)
                .map((row, context) -> rows(row))
                .forEach(reader);
    }

    /** The newest sample of each server that is not retired. */
    public void newestOfEach(Consumer<SampleRows> reader) {
        jdbi.useHandle(db -> {
            Set<Integer> closedOnly = new HashSet<>(db.createQuery("SELECT id FROM server WHERE retired_at IS NULL")
                    .mapTo(Integer.class)
                    .list());
            db.createQuery("SELECT " + COLUMNS + """
                             FROM server CROSS JOIN LATERAL (
                                SELECT * FROM open_sample WHERE server_id = server.id ORDER BY at DESC LIMIT 1) newest
                            WHERE retired_at IS NULL
                            """)
                    .map((row, context) -> rows(row))
                    .forEach(rows -> {
                        if (!times.mayBeClosed(Instant.ofEpochMilli(rows.newest()))) {
                            closedOnly.remove(rows.server());
                        }
                        reader.accept(rows);
                    });
            closedOnly.forEach(server -> closed.newest(db, server).ifPresent(row -> reader.accept(rows(server, row))));
        });
    }

    private static SampleRows rows(int server, TierRow row) {
        return new SampleRows(server, row.layout(), new long[] {row.at()}, row.numbers());
    }

    private SampleRows rows(ResultSet row) throws SQLException {
        StoredLayout layout = layouts.find(row.getInt(3)).orElseThrow();
        return new SampleRows(row.getInt(1), layout, new long[] {row.getLong(2)}, SentReadings.unpack(row.getBytes(4)));
    }
}
