package org.cmm.server.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cmm.core.history.ColumnCodec;
import org.cmm.core.history.Tier;
import org.cmm.core.metric.Series;
import org.jdbi.v3.core.Handle;

/**
 * Some series of a server over a span of one tier, column by column, from one layout's open rows or one block.
 *
 * @param wanted which series of the layout
 * @param times of each row, in milliseconds since 1970
 * @param head the numbers of each row before the series, number by number
 * @param numbers of each wanted series, number by number, row by row
 * @param valid whether the row counts: it may lie elsewhere too, or outside the span
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, read once
record SeriesColumns(
        StoredLayout layout, int[] wanted, double[] times, double[][] head, double[][][] numbers, boolean[] valid) {

    private static final int FEW = 40;

    private record Key(long at, int layout) {}

    Series series(int index) {
        return layout.series().get(wanted[index]);
    }

    /**
     * The metrics' every series from {@code from} to before {@code to}, milliseconds since 1970.
     *
     * @param mayBeClosed whether some of it may lie in blocks
     */
    static List<SeriesColumns> read(
            Handle db,
            TierTables tables,
            Layouts layouts,
            int server,
            Set<String> metrics,
            long from,
            long to,
            boolean mayBeClosed) {
        List<SeriesColumns> closed =
                mayBeClosed ? closed(db, tables, layouts, server, metrics, from, to) : new ArrayList<>();
        List<SeriesColumns> open = open(db, tables, layouts, server, metrics, from, to);
        closed.forEach(columns -> columns.leaveOutBeyond(from, to));
        if (!closed.isEmpty() && !open.isEmpty()) {
            // of samples the first that was stored counts, of roll-ups the newer one
            boolean samples = tables.oneRowATime();
            Set<Key> known = new HashSet<>();
            (samples ? closed : open).forEach(columns -> columns.note(known, samples));
            (samples ? open : closed).forEach(columns -> columns.leaveOut(known, samples));
        }
        closed.addAll(open);
        return closed;
    }

    private void leaveOutBeyond(long from, long to) {
        for (int row = 0; row < times.length; row++) {
            valid[row] = times[row] >= from && times[row] < to;
        }
    }

    private void note(Set<Key> known, boolean samples) {
        for (double time : times) {
            known.add(new Key((long) time, samples ? 0 : layout.id()));
        }
    }

    private void leaveOut(Set<Key> known, boolean samples) {
        for (int row = 0; row < times.length; row++) {
            valid[row] &= !known.contains(new Key((long) times[row], samples ? 0 : layout.id()));
        }
    }

    private static List<SeriesColumns> open(
            Handle db, TierTables tables, Layouts layouts, int server, Set<String> metrics, long from, long to) {
        if (tables.tier() != Tier.SAMPLES && (to - from) / tables.tier().millis() <= FEW) {
            return few(db, tables, layouts, server, metrics, from, to);
        }
        String table = tables.openTable();
        List<Integer> found = db.createQuery(
                        "SELECT DISTINCT layout_id FROM %s WHERE server_id = :server AND at >= :from AND at < :to"
                                .formatted(table))
                .bind("server", server)
                .bind("from", Instant.ofEpochMilli(from))
                .bind("to", Instant.ofEpochMilli(to))
                .mapTo(Integer.class)
                .list();
        List<SeriesColumns> read = new ArrayList<>();
        for (int layout : found) {
            read.add(openOf(db, tables, table, server, layouts.find(layout).orElseThrow(), metrics, from, to));
        }
        return read;
    }

    /** Whole rows at once, which is cheaper than to ask for their layouts first. */
    private static List<SeriesColumns> few(
            Handle db, TierTables tables, Layouts layouts, int server, Set<String> metrics, long from, long to) {
        Map<StoredLayout, List<TierRow>> byLayout = new LinkedHashMap<>();
        for (TierRow row : TierRows.open(db, tables, layouts, server, from, to)) {
            byLayout.computeIfAbsent(row.layout(), _ -> new ArrayList<>()).add(row);
        }
        List<SeriesColumns> read = new ArrayList<>();
        byLayout.forEach((layout, rows) -> read.add(of(tables, layout, wanted(layout, metrics), rows)));
        return read;
    }

    private static SeriesColumns of(TierTables tables, StoredLayout layout, int[] wanted, List<TierRow> rows) {
        double[][] head = new double[tables.head()][];
        for (int number = 0; number < head.length; number++) {
            head[number] = column(rows, number);
        }
        double[][][] numbers = new double[wanted.length][tables.each()][];
        for (int series = 0; series < wanted.length; series++) {
            for (int number = 0; number < tables.each(); number++) {
                numbers[series][number] = column(rows, tables.head() + wanted[series] * tables.each() + number);
            }
        }
        double[] times = rows.stream().mapToDouble(TierRow::at).toArray();
        return new SeriesColumns(layout, wanted, times, head, numbers, allOf(times.length));
    }

    private static double[] column(List<TierRow> rows, int number) {
        return rows.stream().mapToDouble(row -> row.numbers()[number]).toArray();
    }

    private static SeriesColumns openOf(
            Handle db,
            TierTables tables,
            String table,
            int server,
            StoredLayout layout,
            Set<String> metrics,
            long from,
            long to) {
        int[] wanted = wanted(layout, metrics);
        int each = tables.each();
        List<Integer> places = new ArrayList<>();
        IntStream.range(0, tables.head()).forEach(places::add);
        for (int series : wanted) {
            IntStream.range(0, each).forEach(number -> places.add(tables.head() + series * each + number));
        }
        GrowingColumns grown = new GrowingColumns(1 + places.size());
        db.createQuery("""
                        SELECT (extract(epoch FROM at) * 1000)::double precision %s FROM %s
                        WHERE server_id = :server AND at >= :from AND at < :to AND layout_id = :layout ORDER BY at
                        """.formatted(expressions(places), table))
                .bind("server", server)
                .bind("from", Instant.ofEpochMilli(from))
                .bind("to", Instant.ofEpochMilli(to))
                .bind("layout", layout.id())
                .map((row, context) -> grown.add(row))
                .forEach(_ -> {});
        double[][] columns = grown.columns();
        double[][][] numbers = new double[wanted.length][][];
        for (int series = 0; series < wanted.length; series++) {
            int start = 1 + tables.head() + series * each;
            numbers[series] = Arrays.copyOfRange(columns, start, start + each);
        }
        return new SeriesColumns(
                layout,
                wanted,
                columns[0],
                Arrays.copyOfRange(columns, 1, 1 + tables.head()),
                numbers,
                allOf(columns[0].length));
    }

    /** Places are numbers of ours, never text of anybody's. */
    private static String expressions(List<Integer> places) {
        return places.stream()
                .map(place -> ", readings[%d]".formatted(place + 1))
                .collect(Collectors.joining());
    }

    private static int[] wanted(StoredLayout layout, Set<String> metrics) {
        return IntStream.range(0, layout.columns())
                .filter(series -> metrics.contains(layout.series().get(series).metric()))
                .toArray();
    }

    private static boolean[] allOf(int rows) {
        boolean[] all = new boolean[rows];
        Arrays.fill(all, true);
        return all;
    }

    private static List<SeriesColumns> closed(
            Handle db, TierTables tables, Layouts layouts, int server, Set<String> metrics, long from, long to) {
        Map<Key, byte[]> heads = new LinkedHashMap<>();
        Instant first = Partitions.instant(tables.rows().period().first(from));
        db.createQuery("""
                        SELECT (extract(epoch FROM at) * 1000)::bigint, layout_id, content FROM %s
                        WHERE server_id = :server AND at >= :from AND at < :to AND place = 0 ORDER BY at
                        """.formatted(tables.blocks().table()))
                .bind("server", server)
                .bind("from", first)
                .bind("to", Instant.ofEpochMilli(to))
                .map((row, context) -> heads.put(new Key(row.getLong(1), row.getInt(2)), row.getBytes(3)))
                .forEach(_ -> {});
        if (heads.isEmpty()) {
            return new ArrayList<>();
        }
        Map<Key, Map<Integer, byte[]>> contents =
                contents(db, tables, layouts, server, metrics, first, to, heads.keySet());
        List<SeriesColumns> blocks = new ArrayList<>();
        heads.forEach((key, head) -> blocks.add(decoded(
                layouts.find(key.layout()).orElseThrow(), metrics, head, contents.getOrDefault(key, Map.of()))));
        return blocks;
    }

    private static Map<Key, Map<Integer, byte[]>> contents(
            Handle db,
            TierTables tables,
            Layouts layouts,
            int server,
            Set<String> metrics,
            Instant from,
            long to,
            Set<Key> blocks) {
        Set<Integer> places = new TreeSet<>();
        for (Key block : blocks) {
            for (int series : wanted(layouts.find(block.layout()).orElseThrow(), metrics)) {
                places.add(1 + series);
            }
        }
        Map<Key, Map<Integer, byte[]>> contents = new LinkedHashMap<>();
        db.createQuery("""
                        SELECT (extract(epoch FROM at) * 1000)::bigint, layout_id, place, content FROM %s
                        WHERE server_id = :server AND at >= :from AND at < :to AND place = ANY (:places)
                        """.formatted(tables.blocks().table()))
                .bind("server", server)
                .bind("from", from)
                .bind("to", Instant.ofEpochMilli(to))
                .bindArray("places", Integer.class, places)
                .map((row, context) -> contents.computeIfAbsent(
                                new Key(row.getLong(1), row.getInt(2)), _ -> new LinkedHashMap<>())
                        .put(row.getInt(3), row.getBytes(4)))
                .forEach(_ -> {});
        return contents;
    }

    private static SeriesColumns decoded(
            StoredLayout layout, Set<String> metrics, byte[] head, Map<Integer, byte[]> contents) {
        int[] wanted = wanted(layout, metrics);
        double[][] front = ColumnCodec.decode(head);
        double[][][] numbers = new double[wanted.length][][];
        for (int series = 0; series < wanted.length; series++) {
            numbers[series] = ColumnCodec.decode(contents.getOrDefault(1 + wanted[series], new byte[0]));
        }
        return new SeriesColumns(
                layout, wanted, front[0], Arrays.copyOfRange(front, 1, front.length), numbers, allOf(front[0].length));
    }
}
