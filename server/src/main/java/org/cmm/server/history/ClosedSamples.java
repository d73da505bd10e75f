package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.cmm.core.history.ColumnCodec;
import org.cmm.core.history.Tier;
import org.jdbi.v3.core.Handle;

/** What blocks know about samples of closed days; times are milliseconds since 1970. */
@Singleton
class ClosedSamples {

    private static final long DAY = Tier.DAY.millis();

    private final HistoryTables tables;
    private final Layouts layouts;

    ClosedSamples(HistoryTables tables, Layouts layouts) {
        this.tables = tables;
        this.layouts = layouts;
    }

    /** The starts of the server's days that are in blocks and may hold times from {@code from} to before {@code to}. */
    List<Long> days(Handle db, int server, long from, long to) {
        return db.createQuery("""
                        SELECT DISTINCT (extract(epoch FROM at) * 1000)::bigint AS start FROM sample_block
                        WHERE server_id = :server AND at >= :from AND at < :to AND place = 0 ORDER BY start
                        """)
                .bind("server", server)
                .bind("from", Instant.ofEpochMilli(Tier.DAY.start(from)))
                .bind("to", Instant.ofEpochMilli(to))
                .mapTo(Long.class)
                .list();
    }

    /** The times of the server's samples in blocks, from {@code from} to {@code to}, both within. */
    NavigableSet<Long> times(Handle db, int server, long from, long to) {
        NavigableSet<Long> times = new TreeSet<>();
        for (double[] day : heads(db, server, from, to)) {
            for (double at : day) {
                if (at >= from && at <= to) {
                    times.add((long) at);
                }
            }
        }
        return times;
    }

    private static List<double[]> heads(Handle db, int server, long from, long to) {
        return db.createQuery("""
                        SELECT content FROM sample_block
                        WHERE server_id = :server AND at >= :from AND at <= :to AND place = 0 ORDER BY at
                        """)
                .bind("server", server)
                .bind("from", Instant.ofEpochMilli(Tier.DAY.start(from)))
                .bind("to", Instant.ofEpochMilli(to))
                .map((row, context) -> ColumnCodec.decode(row.getBytes(1), 0))
                .list();
    }

    /** The last time before {@code at}. */
    OptionalLong before(Handle db, int server, long at) {
        return before(db, server, at, 0);
    }

    /** The last time before {@code at} and not before {@code earliest}. */
    OptionalLong before(Handle db, int server, long at, long earliest) {
        String since = "timestamptz 'epoch' + %d * interval '1 millisecond'".formatted(Tier.DAY.start(earliest));
        return nearest(db, server, "at < :at AND at >= " + since, "DESC", at)
                .mapToObj(day -> Optional.ofNullable(
                        times(db, server, day, Math.min(day + DAY, at) - 1).lower(at)))
                .flatMap(Optional::stream)
                .mapToLong(Long::longValue)
                .filter(time -> time >= earliest)
                .findFirst();
    }

    /** The first time after {@code at}. */
    OptionalLong after(Handle db, int server, long at) {
        return nearest(db, server, "at > :at::timestamptz - interval '1 day'", "ASC", at)
                .mapToObj(day -> Optional.ofNullable(
                        times(db, server, Math.max(day, at), day + DAY - 1).higher(at)))
                .flatMap(Optional::stream)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The two days next to a time; of the first all samples may lie on its other side. */
    private static LongStream nearest(Handle db, int server, String condition, String order, long at) {
        return db
                .createQuery("""
                        SELECT DISTINCT (extract(epoch FROM at) * 1000)::bigint AS start FROM sample_block
                        WHERE server_id = :server AND place = 0 AND %s ORDER BY start %s LIMIT 2
                        """.formatted(condition, order))
                .bind("server", server)
                .bind("at", Instant.ofEpochMilli(at))
                .mapTo(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue);
    }

    /** The first time of each of these servers that has any. */
    Map<Integer, Instant> firstOfEach(Handle db, Collection<Integer> servers) {
        Map<Integer, Instant> first = new HashMap<>();
        db.createQuery("""
                        SELECT id, content FROM unnest(:servers) AS wanted (id) CROSS JOIN LATERAL (
                            SELECT at FROM sample_block WHERE server_id = id ORDER BY at LIMIT 1) day
                        JOIN sample_block head ON head.server_id = id AND head.at = day.at AND place = 0
                        """)
                .bindArray("servers", Integer.class, servers)
                .map((row, context) -> first.merge(
                        row.getInt(1),
                        Instant.ofEpochMilli((long) ColumnCodec.decode(row.getBytes(2), 0)[0]),
                        (one, other) -> one.isBefore(other) ? one : other))
                .list();
        return first;
    }

    /** The newest sample of a server in blocks. */
    Optional<TierRow> newest(Handle db, int server) {
        OptionalLong time = before(db, server, Long.MAX_VALUE / 4_000);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        List<TierRow> newest = new ArrayList<>();
        long at = time.getAsLong();
        StoredBlock.read(db, tables.samples(), layouts, server, at, at + 1)
                .forEach(block -> block.eachRow(each -> each == at, newest::add));
        return newest.stream().findFirst();
    }
}
