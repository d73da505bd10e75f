package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import org.cmm.core.history.RollupBuilder;
import org.cmm.core.history.Tier;
import org.jdbi.v3.core.Handle;

/** Five minutes from samples on disk: after a start, and where late samples fell. */
@Singleton
class RollupsFromSamples {

    private static final Tier TIER = Tier.FIVE_MINUTES;
    /** Intervals this near to each other are read in one go. */
    private static final long NEAR = 12 * TIER.millis();

    private final HistoryTables tables;
    private final TierRows rows;
    private final SamplingIntervals sampling;

    RollupsFromSamples(HistoryTables tables, TierRows rows, SamplingIntervals sampling) {
        this.sampling = sampling;
        this.tables = tables;
        this.rows = rows;
    }

    /** These intervals of a server, those without a sample left out. */
    List<TierRow> of(Handle db, int server, NavigableSet<Long> intervals) {
        List<TierRow> made = new ArrayList<>();
        for (NavigableSet<Long> run : runs(intervals)) {
            Collection<TierRow> samples =
                    rows.between(db, tables.samples(), server, run.getFirst(), run.getLast() + TIER.millis());
            made.addAll(sum(samples, run, sampling.steps(server)));
        }
        return made;
    }

    /** Cuts where nothing is wanted for a while, and where a day ends, which bounds what is in memory. */
    static List<NavigableSet<Long>> runs(NavigableSet<Long> intervals) {
        List<NavigableSet<Long>> runs = new ArrayList<>();
        for (long start : intervals) {
            boolean same = !runs.isEmpty()
                    && start - runs.getLast().getLast() <= NEAR
                    && Tier.DAY.start(start) == Tier.DAY.start(runs.getLast().getLast());
            if (!same) {
                runs.add(new TreeSet<>());
            }
            runs.getLast().add(start);
        }
        return runs;
    }

    private static List<TierRow> sum(Collection<TierRow> samples, NavigableSet<Long> wanted, LongUnaryOperator steps) {
        record Part(long at, StoredLayout layout) {}
        Map<Part, RollupBuilder> sums = new HashMap<>();
        for (TierRow sample : samples) {
            long start = TIER.start(sample.at());
            if (wanted.contains(start)) {
                sums.computeIfAbsent(
                                new Part(start, sample.layout()),
                                part -> new RollupBuilder(
                                        TIER, part.at(), part.layout().decimals()))
                        .add(sample.at(), sample.numbers(), 0);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new TierRow(
                        sum.getKey().at(),
                        sum.getKey().layout(),
                        sum.getValue()
                                .build(steps.applyAsLong(sum.getKey().at()))
                                .numbers()))
                .toList();
    }

    /**
     * What a server has on disk.
     *
     * @param newest its newest sample, {@link Long#MIN_VALUE} without one
     * @param from the first interval of which the roll-up may be missing or unfinished; later than {@code newest} when
     *     nothing is
     */
    record OnDisk(long newest, long from) {}

    /** How far the samples and roll-ups of these servers are. */
    SortedMap<Integer, OnDisk> onDisk(Handle db, Collection<Integer> servers) throws SQLException {
        SortedMap<Integer, OnDisk> onDisk = new TreeMap<>();
        Set<Integer> newerInBlocks = new HashSet<>();
        db.createQuery("""
                        SELECT id, newest.at, first.at, rolled.at, rolled.last, block.at > newest.at
                        FROM unnest(:servers) AS wanted (id)
                        CROSS JOIN LATERAL (
                            SELECT at FROM open_sample WHERE server_id = id ORDER BY at DESC LIMIT 1) newest
                        CROSS JOIN LATERAL (SELECT at FROM open_sample WHERE server_id = id ORDER BY at LIMIT 1) first
                        LEFT JOIN LATERAL (
                            SELECT at, readings[4] AS last FROM rollup_5min
                            WHERE server_id = id ORDER BY at DESC LIMIT 1) rolled ON true
                        LEFT JOIN LATERAL (
                            SELECT at FROM sample_block WHERE server_id = id ORDER BY at DESC LIMIT 1) block ON true
                        """)
                .bindArray("servers", Integer.class, servers)
                .map((row, context) -> {
                    onDisk.put(row.getInt(1), onDisk(row));
                    return row.getBoolean(6) ? row.getInt(1) : 0;
                })
                .forEach(newerInBlocks::add);
        for (int server : servers) {
            if (newerInBlocks.contains(server) || !onDisk.containsKey(server)) {
                OnDisk open = onDisk.getOrDefault(server, new OnDisk(Long.MIN_VALUE, Long.MAX_VALUE));
                onDisk.put(server, new OnDisk(NewestSample.of(db.getConnection(), server), open.from()));
            }
        }
        return onDisk;
    }

    private static OnDisk onDisk(ResultSet row) throws SQLException {
        long newest = row.getTimestamp(2).getTime();
        long first = row.getTimestamp(3).getTime();
        Timestamp known = row.getTimestamp(4);
        long rolled = known == null ? Long.MIN_VALUE : known.getTime();
        boolean complete = rolled + Math.round(row.getDouble(5) * 1000) == newest;
        return new OnDisk(newest, complete ? Long.MAX_VALUE : TIER.start(Math.max(first, rolled)));
    }
}
