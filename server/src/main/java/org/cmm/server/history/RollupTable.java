package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cmm.core.history.Rollup;
import org.cmm.core.history.RollupBuilder;
import org.cmm.core.history.Tier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes roll-ups, newer over older, and makes those of the coarser tiers from what lies on disk. One thread writes at
 * a time.
 */
@Singleton
class RollupTable {

    /** Nothing that a roll-up is made of goes before it is so old. */
    private static final long ALL_THERE_MILLIS = Duration.ofDays(1).toMillis();

    /** An interval of one server. */
    record Interval(int server, long at) {}

    private final Jdbi jdbi;
    private final HistoryTables tables;
    private final TierRows rows;
    private final Layouts layouts;
    private final InstantSource clock;

    RollupTable(Jdbi jdbi, HistoryTables tables, TierRows rows, Layouts layouts, InstantSource clock) {
        this.clock = clock;
        this.jdbi = jdbi;
        this.tables = tables;
        this.rows = rows;
        this.layouts = layouts;
    }

    /** Makes the partitions that {@link #write} needs; not within a transaction. */
    void prepare(Handle db, Tier tier, Collection<Long> times) throws SQLException {
        Connection connection = db.getConnection();
        for (TierTables each : tables.all().subList(tier.ordinal(), Tier.values().length)) {
            for (long at : times) {
                each.rows().willBeWritten(each.rows().ensure(connection, at));
            }
        }
    }

    /** Intervals of a coarser tier that have parts in the open table after the newest of them, or in it. */
    List<Interval> unfinished(Tier tier) {
        String finer = tables.of(tier.finer().orElseThrow()).rows().table();
        List<Interval> unfinished = new ArrayList<>();
        jdbi.useHandle(db -> db.createQuery(
                        """
                        SELECT id, newest.at, coalesce(coarse.at, first.at) FROM server
                        CROSS JOIN LATERAL (SELECT at FROM %1$s WHERE server_id = id ORDER BY at DESC LIMIT 1) newest
                        CROSS JOIN LATERAL (SELECT at FROM %1$s WHERE server_id = id ORDER BY at LIMIT 1) first
                        LEFT JOIN LATERAL (
                            SELECT at FROM %2$s WHERE server_id = id ORDER BY at DESC LIMIT 1) coarse ON true
                        """.formatted(finer, tables.of(tier).rows().table()))
                .map((row, context) -> {
                    long newest = row.getTimestamp(2).getTime();
                    for (long at = tier.start(row.getTimestamp(3).getTime()); at <= newest; at += tier.millis()) {
                        unfinished.add(new Interval(row.getInt(1), at));
                    }
                    return newest;
                })
                .list());
        return unfinished;
    }

    /** Adds rows, none of which may be there already, within the transaction of the caller. */
    void add(Handle db, Tier tier, Collection<ServerRows> added) throws SQLException {
        CopyBuffer buffer = buffer(fuller(db, tables.of(tier), added));
        if (buffer.rows() > 0) {
            buffer.copyInto(db.getConnection(), tables.of(tier).rows().table());
        }
    }

    /** Writes the rows over those that are there, within the transaction of the caller. */
    void write(Handle db, Tier tier, Collection<ServerRows> written) throws SQLException {
        CopyBuffer buffer = buffer(fuller(db, tables.of(tier), written));
        if (buffer.rows() == 0) {
            return;
        }
        db.execute("""
                CREATE TEMPORARY TABLE IF NOT EXISTS new_rollup (LIKE rollup_5min) ON COMMIT DELETE ROWS
                """);
        buffer.copyInto(db.getConnection(), "new_rollup");
        db.execute("""
                INSERT INTO %s AS stored SELECT * FROM new_rollup ORDER BY server_id, at
                ON CONFLICT (server_id, at, layout_id) DO UPDATE SET readings = excluded.readings
                WHERE stored.readings IS DISTINCT FROM excluded.readings AND stored.readings[1] <= excluded.readings[1]
                """.formatted(tables.of(tier).rows().table()));
        db.execute("DELETE FROM new_rollup");
    }

    private Collection<ServerRows> fuller(Handle db, TierTables each, Collection<ServerRows> made) {
        long old = clock.millis() - ALL_THERE_MILLIS;
        Set<Interval> wanted = new HashSet<>();
        made.forEach(one -> one.rows().stream()
                .filter(row -> row.at() < old)
                .forEach(row -> wanted.add(new Interval(one.server(), row.at()))));
        List<Interval> closed = wanted.isEmpty() ? List.of() : closed(db, each, wanted);
        return closed.isEmpty() ? made : new FullerRollups(rows).of(db, each, made, closed);
    }

    private static CopyBuffer buffer(Collection<ServerRows> rows) {
        CopyBuffer buffer = new CopyBuffer();
        for (ServerRows one : rows) {
            for (TierRow row : one.rows()) {
                buffer.add(one.server(), row.at(), row.layout().id(), row.numbers(), 0, row.numbers().length);
            }
        }
        return buffer;
    }

    /** What these intervals of a coarser tier come to, from the finer tier on disk. */
    List<ServerRows> madeOf(Handle db, Tier tier, Set<Interval> wanted) {
        TierTables finer = tables.of(tier.finer().orElseThrow());
        Map<Interval, List<TierRow>> parts = openParts(db, tier, finer, wanted);
        for (Interval interval : closed(db, finer, wanted)) {
            parts.put(
                    interval,
                    List.copyOf(
                            rows.between(db, finer, interval.server(), interval.at(), interval.at() + tier.millis())));
        }
        List<ServerRows> made = new ArrayList<>();
        parts.forEach((interval, each) -> made.add(new ServerRows(interval.server(), sum(tier, interval.at(), each))));
        return made;
    }

    private Map<Interval, List<TierRow>> openParts(Handle db, Tier tier, TierTables finer, Set<Interval> wanted) {
        Map<Interval, List<TierRow>> parts = new LinkedHashMap<>();
        List<Integer> servers = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        wanted.forEach(interval -> {
            servers.add(interval.server());
            starts.add(interval.at());
        });
        db.createQuery("""
                        SELECT id, (extract(epoch FROM at) * 1000)::bigint, layout_id, array_send(readings)
                        FROM unnest(:servers, :starts) AS wanted (id, start) CROSS JOIN LATERAL (
                            SELECT at, layout_id, readings FROM %s WHERE server_id = wanted.id
                                AND at >= timestamptz 'epoch' + wanted.start * interval '1 millisecond'
                                AND at < timestamptz 'epoch' + (wanted.start + :length) * interval '1 millisecond'
                            ORDER BY at) part
                        """.formatted(finer.rows().table()))
                .bindArray("servers", Integer.class, servers)
                .bindArray("starts", Long.class, starts)
                .bind("length", tier.millis())
                .map((row, context) -> {
                    TierRow part = new TierRow(
                            row.getLong(2),
                            layouts.find(row.getInt(3)).orElseThrow(),
                            SentReadings.unpack(row.getBytes(4)));
                    return parts.computeIfAbsent(
                                    new Interval(row.getInt(1), tier.start(part.at())), _ -> new ArrayList<>())
                            .add(part);
                })
                .list();
        return parts;
    }

    /** Those of which some rows of the tier may lie in blocks. */
    private static List<Interval> closed(Handle db, TierTables finer, Set<Interval> wanted) {
        Set<Interval> blocks = new HashSet<>();
        db.createQuery("""
                        SELECT server_id, (extract(epoch FROM at) * 1000)::bigint FROM %s
                        WHERE server_id = ANY (:servers) AND place = 0 AND at IN (
                            SELECT timestamptz 'epoch' + start * interval '1 millisecond' FROM unnest(:starts) start)
                        """.formatted(finer.blocks().table()))
                .bindArray(
                        "servers",
                        Integer.class,
                        wanted.stream().map(Interval::server).distinct().toList())
                .bindArray(
                        "starts",
                        Long.class,
                        wanted.stream()
                                .map(interval -> block(finer, interval.at()))
                                .distinct()
                                .toList())
                .map((row, context) -> blocks.add(new Interval(row.getInt(1), row.getLong(2))))
                .list();
        return wanted.stream()
                .filter(interval -> blocks.contains(new Interval(interval.server(), block(finer, interval.at()))))
                .toList();
    }

    private static long block(TierTables tables, long at) {
        return Partitions.instant(tables.rows().period().first(at)).toEpochMilli();
    }

    private static List<TierRow> sum(Tier tier, long at, List<TierRow> parts) {
        Map<Integer, RollupBuilder> sums = new TreeMap<>();
        Map<Integer, StoredLayout> known = new HashMap<>();
        for (TierRow part : parts) {
            known.put(part.layout().id(), part.layout());
            sums.computeIfAbsent(
                            part.layout().id(),
                            _ -> new RollupBuilder(tier, at, part.layout().decimals()))
                    .add(new Rollup(part.at(), part.numbers()));
        }
        return sums.entrySet().stream()
                .map(sum -> new TierRow(
                        at,
                        Objects.requireNonNull(known.get(sum.getKey())),
                        sum.getValue().build(0).numbers()))
                .toList();
    }
}
