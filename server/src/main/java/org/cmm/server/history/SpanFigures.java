package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cmm.core.history.ColumnCodec;
import org.cmm.core.history.Rollup;
import org.cmm.core.history.Tier;
import org.cmm.core.metric.Series;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What some metrics of all servers came to over a span, for lists of the highest and lowest. The span is made of whole
 * intervals of its tier, those at its begin and end that belong to it in part included.
 */
@Singleton
public class SpanFigures {

    /** Enough of them that the parts at both ends hardly count. */
    private static final int ENOUGH_INTERVALS = 24;

    private final Jdbi jdbi;
    private final Layouts layouts;
    private final HistoryTables tables;
    private final InstantSource clock;

    SpanFigures(Jdbi jdbi, Layouts layouts, HistoryTables tables, InstantSource clock) {
        this.jdbi = jdbi;
        this.layouts = layouts;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * One series of one server over the span.
     *
     * @param first a reading early in the span, and {@code firstAt} when it was taken
     * @param last the newest one, and {@code lastAt} when it was taken
     * @param samples readings in the span
     */
    public record Figure(
            int server,
            Series series,
            double minimum,
            double mean,
            double maximum,
            double first,
            double last,
            Instant firstAt,
            Instant lastAt,
            long samples) {}

    private record Key(int server, Series series) {}

    private record Place(int layout, int series) {}

    private record Row(int server, long at, int layout) {}

    /** Every series of these metrics that has a reading in the span, of every server; in no order. */
    public List<Figure> of(Instant from, Instant to, Set<String> metrics) {
        Map<Key, Sum> sums = new HashMap<>();
        jdbi.useTransaction(db -> {
            Set<Place> places = places(db, metrics);
            Tier tier = Tier.coarsest(Duration.between(from, to), ENOUGH_INTERVALS);
            tier = tier == Tier.SAMPLES ? Tier.FIVE_MINUTES : tier;
            long start = tier.start(from.toEpochMilli());
            long rolled = clock.instant().minus(Rollups.UNTIL_ROLLED).toEpochMilli();
            for (; tier != Tier.SAMPLES; tier = tier.finer().orElseThrow()) {
                long until = Math.min(to.toEpochMilli(), tier.start(rolled));
                if (start < until) {
                    gather(db, tables.of(tier), places, start, until, sums);
                    start = until;
                }
            }
        });
        return sums.entrySet().stream()
                .map(sum -> sum.getValue().figure(sum.getKey()))
                .toList();
    }

    private Set<Place> places(Handle db, Set<String> metrics) {
        Set<Place> places = new HashSet<>();
        for (int id :
                db.createQuery("SELECT id FROM layout").mapTo(Integer.class).list()) {
            StoredLayout layout = layouts.find(id).orElseThrow();
            for (int series = 0; series < layout.columns(); series++) {
                if (metrics.contains(layout.series().get(series).metric())) {
                    places.add(new Place(id, series));
                }
            }
        }
        return places;
    }

    private void gather(Handle db, TierTables tier, Collection<Place> places, long from, long to, Map<Key, Sum> sums) {
        open(db, tier, places, from, to, sums);
        Instant first = Partitions.instant(tier.rows().period().first(from));
        Map<Row, double[][]> heads = heads(db, tier, first, to);
        if (!heads.isEmpty()) {
            Set<Row> open = openRows(db, tier, heads.keySet(), from, to);
            closed(db, tier, places, first, heads, new Bounds(from, to, open), sums);
        }
    }

    /** Which rows of blocks count: those in the span that the open table does not know better. */
    private record Bounds(long from, long to, Set<Row> open) {
        boolean hold(Row row) {
            return row.at() >= from && row.at() < to && !open.contains(row);
        }
    }

    /** The barrier of {@code OFFSET 0} lets it sort a few numbers of each row, not rows with all their series. */
    private void open(Handle db, TierTables tier, Collection<Place> places, long from, long to, Map<Key, Sum> sums) {
        db.createQuery("""
                        SELECT server_id, layout, series, min(low), max(high), sum(total), sum(count),
                            min(ARRAY[at, last]), max(ARRAY[at, last])
                        FROM (SELECT row.server_id, wanted.layout, wanted.series,
                                readings[place + 1] AS low, readings[place + 2] AS high, readings[place + 3] AS total,
                                extract(epoch FROM at)::double precision + readings[4] AS at,
                                readings[place + 4] AS last, readings[place + 5] AS count
                            FROM unnest(:layouts, :series, :places) AS wanted (layout, series, place)
                            JOIN %s row ON row.layout_id = wanted.layout
                            WHERE at >= :from AND at < :to AND readings[place + 5] > 0
                            OFFSET 0) few
                        GROUP BY server_id, layout, series
                        """.formatted(tier.rows().table()))
                .bindArray(
                        "layouts",
                        Integer.class,
                        places.stream().map(Place::layout).toList())
                .bindArray(
                        "series",
                        Integer.class,
                        places.stream().map(Place::series).toList())
                .bindArray(
                        "places",
                        Integer.class,
                        places.stream()
                                .map(place -> Rollup.HEAD + Rollup.EACH * place.series())
                                .toList())
                .bind("from", Instant.ofEpochMilli(from))
                .bind("to", Instant.ofEpochMilli(to))
                .map((row, context) -> add(row, sums))
                .forEach(_ -> {});
    }

    private Key add(ResultSet row, Map<Key, Sum> sums) throws SQLException {
        Series series = layouts.find(row.getInt(2)).orElseThrow().series().get(row.getInt(3));
        Key key = new Key(row.getInt(1), series);
        Double[] first = (Double[]) row.getArray(8).getArray();
        Double[] last = (Double[]) row.getArray(9).getArray();
        Sum sum = sums.computeIfAbsent(key, _ -> new Sum());
        sum.add(row.getDouble(4), row.getDouble(5), row.getDouble(6), row.getLong(7));
        sum.seen(first[0], first[1]);
        sum.seen(last[0], last[1]);
        return key;
    }

    /** Times and numbers before the series, of each block that reaches into the span. */
    private static Map<Row, double[][]> heads(Handle db, TierTables tier, Instant first, long to) {
        Map<Row, double[][]> heads = new HashMap<>();
        db.createQuery("""
                        SELECT server_id, (extract(epoch FROM at) * 1000)::bigint, layout_id, content FROM %s
                        WHERE at >= :first AND at < :to AND place = 0
                        """.formatted(tier.blocks().table()))
                .bind("first", first)
                .bind("to", Instant.ofEpochMilli(to))
                .map((row, context) -> heads.put(
                        new Row(row.getInt(1), row.getLong(2), row.getInt(3)), ColumnCodec.decode(row.getBytes(4))))
                .forEach(_ -> {});
        return heads;
    }

    private static Set<Row> openRows(Handle db, TierTables tier, Set<Row> blocks, long from, long to) {
        Set<Row> rows = new HashSet<>();
        db.createQuery("""
                        SELECT server_id, (extract(epoch FROM at) * 1000)::bigint, layout_id FROM %s
                        WHERE server_id = ANY (:servers) AND at >= :from AND at < :to
                        """.formatted(tier.rows().table()))
                .bindArray(
                        "servers",
                        Integer.class,
                        blocks.stream().map(Row::server).distinct().toList())
                .bind("from", Instant.ofEpochMilli(from))
                .bind("to", Instant.ofEpochMilli(to))
                .map((row, context) -> rows.add(new Row(row.getInt(1), row.getLong(2), row.getInt(3))))
                .forEach(_ -> {});
        return rows;
    }

    private void closed(
            Handle db,
            TierTables tier,
            Collection<Place> places,
            Instant first,
            Map<Row, double[][]> heads,
            Bounds bounds,
            Map<Key, Sum> sums) {
        db.createQuery("""
                        SELECT server_id, (extract(epoch FROM at) * 1000)::bigint, layout_id, place, content FROM %s
                        JOIN unnest(:layouts, :series) AS wanted (layout, series)
                            ON layout_id = wanted.layout AND place = wanted.series + 1
                        WHERE at >= :first AND at < :to
                        """.formatted(tier.blocks().table()))
                .bindArray(
                        "layouts",
                        Integer.class,
                        places.stream().map(Place::layout).toList())
                .bindArray(
                        "series",
                        Integer.class,
                        places.stream().map(Place::series).toList())
                .bind("first", first)
                .bind("to", Instant.ofEpochMilli(bounds.to()))
                .map((row, context) -> {
                    Row block = new Row(row.getInt(1), row.getLong(2), row.getInt(3));
                    Series series =
                            layouts.find(block.layout()).orElseThrow().series().get(row.getInt(4) - 1);
                    double[][] head = heads.get(block);
                    if (head != null) {
                        Sum sum = sums.computeIfAbsent(new Key(block.server(), series), _ -> new Sum());
                        sum.add(block, head, ColumnCodec.decode(row.getBytes(5)), bounds);
                    }
                    return block;
                })
                .forEach(_ -> {});
        sums.values().removeIf(Sum::isEmpty);
    }

    /** One series added up. */
    private static final class Sum {
        private double minimum = Double.POSITIVE_INFINITY;
        private double maximum = Double.NEGATIVE_INFINITY;
        private double total;
        private long count;
        private double firstAt = Double.POSITIVE_INFINITY;
        private double lastAt = Double.NEGATIVE_INFINITY;
        private double first;
        private double last;

        private void add(double low, double high, double sum, long more) {
            minimum = Math.min(minimum, low);
            maximum = Math.max(maximum, high);
            total += sum;
            count += more;
        }

        private void seen(double at, double value) {
            if (at < firstAt) {
                firstAt = at;
                first = value;
            }
            if (at > lastAt) {
                lastAt = at;
                last = value;
            }
        }

        private void add(Row block, double[][] head, double[][] numbers, Bounds bounds) {
            for (int row = 0; row < head[0].length; row++) {
                long at = (long) head[0][row];
                double readings = numbers[Rollup.COUNT][row];
                if (readings > 0 && bounds.hold(new Row(block.server(), at, block.layout()))) {
                    add(numbers[Rollup.MINIMUM][row], numbers[Rollup.MAXIMUM][row], numbers[Rollup.SUM][row], (long)
                            readings);
                    seen(at / 1000.0 + head[4][row], numbers[Rollup.LAST][row]);
                }
            }
        }

        private boolean isEmpty() {
            return count == 0;
        }

        private Figure figure(Key key) {
            return new Figure(
                    key.server(),
                    key.series(),
                    minimum,
                    total / count,
                    maximum,
                    first,
                    last,
                    Instant.ofEpochMilli(Math.round(firstAt * 1000)),
                    Instant.ofEpochMilli(Math.round(lastAt * 1000)),
                    count);
        }
    }
}
