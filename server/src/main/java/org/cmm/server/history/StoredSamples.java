package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads samples back from disk, row by row. */
@Singleton
public class StoredSamples {

    /** Read by place: a name is looked up for every row. */
    private static final String COLUMNS =
            "server_id, (extract(epoch FROM at) * 1000)::bigint AS at, layout_id, array_send(readings) AS sent";

    /** Rows in memory at a time; without a transaction the driver heeds no such wish and holds the whole result. */
    private static final int FETCHED = 5_000;

    private final Jdbi jdbi;
    private final Layouts layouts;

    StoredSamples(Jdbi jdbi, Layouts layouts) {
        this.jdbi = jdbi;
        this.layouts = layouts;
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
        jdbi.useTransaction(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM sample WHERE server_id = :server AND at > :after ORDER BY at")
                .bind("server", server)
                .bind("after", after)
                .setFetchSize(FETCHED)
                .map((row, context) -> rows(row))
                .forEach(reader));
    }

    /** The samples of each of these servers after its own time, of each server in order of time. */
    public void eachOf(Map<Integer, Instant> after, Consumer<SampleRows> reader) {
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

    /** The day of UTC that the newest sample is of. */
    public Optional<LocalDate> newestDay() {
        return jdbi.withHandle(
                        handle -> handle.createQuery("""
                        SELECT max(relname) FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
                        WHERE inhparent = 'sample'::regclass AND relname ~ '^sample_[0-9]{8}$'
                        """).mapTo(String.class).findOne())
                .map(Partitions::day);
    }

    /** The samples of one server from {@code from} to {@code to}, in order of time. */
    public void eachBetween(int server, Instant from, Instant to, Consumer<SampleRows> reader) {
        jdbi.useTransaction(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM sample WHERE server_id = :server AND at >= :from AND at <= :to ORDER BY at")
                .bind("server", server)
                .bind("from", from)
                .bind("to", to)
                .setFetchSize(FETCHED)
                .map((row, context) -> rows(row))
                .forEach(reader));
    }

    /** The first sample of one server in each so long a part of the time from {@code from} to {@code to}, in order. */
    public void eachLook(int server, Instant from, Instant to, Duration part, Consumer<SampleRows> reader) {
        jdbi.useTransaction(handle -> handle.createQuery("SELECT " + COLUMNS + """
                         FROM generate_series(CAST(:from AS timestamptz), :to, make_interval(secs => :part)) looks(start)
                        CROSS JOIN LATERAL (
                            SELECT * FROM sample
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
                .forEach(reader));
    }

    /** When samples of one server were taken, from the last before {@code from} to the first after {@code to}. */
    public List<Instant> timesAround(int server, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT at FROM sample WHERE server_id = :server
                            AND at >= coalesce((SELECT at FROM sample WHERE server_id = :server AND at < :from
                                                ORDER BY at DESC LIMIT 1), :from)
                            AND at <= coalesce((SELECT at FROM sample WHERE server_id = :server AND at > :to
                                                ORDER BY at LIMIT 1), :to)
                        ORDER BY at
                        """)
                .bind("server", server)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Instant.class)
                .list());
    }

    /** Which of these servers have a sample from {@code from} to {@code to}. */
    public Set<Integer> measuredBetween(Collection<Integer> servers, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM unnest(:servers) AS wanted (id) WHERE EXISTS (
                            SELECT 1 FROM sample WHERE server_id = wanted.id AND at >= :from AND at <= :to)
                        """)
                .bindArray("servers", Integer.class, servers)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Integer.class)
                .collect(Collectors.toSet()));
    }

    /** When each of these servers was first measured; those that never were are left out. */
    public Map<Integer, Instant> firstOfEach(Collection<Integer> servers) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, first.at FROM unnest(:servers) AS wanted (id) CROSS JOIN LATERAL (
                            SELECT at FROM sample WHERE server_id = wanted.id ORDER BY at LIMIT 1) first
                        """)
                .bindArray("servers", Integer.class, servers)
                .reduceRows(new HashMap<Integer, Instant>(), (first, row) -> {
                    first.put(row.getColumn("id", Integer.class), row.getColumn("at", Instant.class));
                    return first;
                }));
    }

    /** The newest sample of each server that is not retired. */
    public void newestOfEach(Consumer<SampleRows> reader) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT " + COLUMNS + """
                         FROM server CROSS JOIN LATERAL (
                            SELECT * FROM sample WHERE server_id = server.id ORDER BY at DESC LIMIT 1) newest
                        WHERE retired_at IS NULL
                        """)
                .map((row, context) -> rows(row))
                .forEach(reader));
    }

    private SampleRows rows(ResultSet row) throws SQLException {
        StoredLayout layout = layouts.find(row.getInt(3)).orElseThrow();
        return new SampleRows(row.getInt(1), layout, new long[] {row.getLong(2)}, SentReadings.unpack(row.getBytes(4)));
    }
}
