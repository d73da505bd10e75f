package org.cmm.server.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.cmm.core.history.ColumnCodec;
import org.jdbi.v3.core.Handle;

/** All rows of a server and layout over a closed period, column by column. */
final class StoredBlock {

    private final StoredLayout layout;
    private final byte[][] contents;

    /** @param contents place 0: the times and what stands before the series; then each series */
    private StoredBlock(StoredLayout layout, byte[][] contents) {
        this.layout = layout;
        this.contents = contents;
    }

    /** The blocks that may hold rows of the server from {@code from} to before {@code to}, in order of time. */
    static List<StoredBlock> read(Handle db, TierTables tables, Layouts layouts, int server, long from, long to) {
        record Key(long at, int layout) {}
        Map<Key, StoredBlock> blocks = new LinkedHashMap<>();
        db.createQuery("""
                        SELECT (extract(epoch FROM at) * 1000)::bigint, layout_id, place, content FROM %s
                        WHERE server_id = :server AND at >= :from AND at < :to ORDER BY at, layout_id, place
                        """.formatted(tables.blocks().table()))
                .bind("server", server)
                .bind("from", Partitions.instant(tables.rows().period().first(from)))
                .bind("to", Instant.ofEpochMilli(to))
                .map((row, context) -> {
                    StoredBlock block = blocks.computeIfAbsent(
                            new Key(row.getLong(1), row.getInt(2)),
                            key -> empty(layouts.find(key.layout()).orElseThrow()));
                    block.contents[row.getInt(3)] = row.getBytes(4);
                    return block;
                })
                .list();
        return List.copyOf(blocks.values());
    }

    private static StoredBlock empty(StoredLayout layout) {
        return new StoredBlock(layout, new byte[layout.columns() + 1][]);
    }

    /** Rows of one layout, in order of time, as a block. */
    static StoredBlock of(TierTables tables, StoredLayout layout, List<TierRow> rows) {
        double[][] numbers = new double[tables.head() + tables.each() * layout.columns()][];
        for (int number = 0; number < numbers.length; number++) {
            numbers[number] = column(rows, number);
        }
        return of(tables, layout, rows.stream().mapToDouble(TierRow::at).toArray(), numbers);
    }

    private static double[] column(List<TierRow> rows, int number) {
        double[] column = new double[rows.size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = rows.get(row).numbers()[number];
        }
        return column;
    }

    /** @param numbers of the rows, one array for each place in a row */
    static StoredBlock of(TierTables tables, StoredLayout layout, double[] times, double[][] numbers) {
        byte[][] contents = new byte[layout.columns() + 1][];
        double[][] head = new double[1 + tables.head()][];
        head[0] = times;
        System.arraycopy(numbers, 0, head, 1, tables.head());
        contents[0] = ColumnCodec.encode(head);
        for (int series = 0; series < layout.columns(); series++) {
            int from = tables.head() + series * tables.each();
            contents[1 + series] = ColumnCodec.encode(Arrays.copyOfRange(numbers, from, from + tables.each()));
        }
        return new StoredBlock(layout, contents);
    }

    StoredLayout layout() {
        return layout;
    }

    byte[][] contents() {
        return contents;
    }

    /** Milliseconds since 1970, rising. */
    double[] times() {
        return ColumnCodec.decode(contents[0], 0);
    }

    /** The rows whose time is wanted, in order of time. */
    void eachRow(LongPredicate wanted, Consumer<TierRow> reader) {
        double[][] head = ColumnCodec.decode(contents[0]);
        List<double[]> columns = new ArrayList<>(Arrays.asList(head).subList(1, head.length));
        for (int series = 0; series < layout.columns(); series++) {
            columns.addAll(Arrays.asList(ColumnCodec.decode(contents[1 + series])));
        }
        double[] times = head[0];
        for (int row = 0; row < times.length; row++) {
            if (wanted.test((long) times[row])) {
                reader.accept(new TierRow((long) times[row], layout, across(columns, row)));
            }
        }
    }

    private static double[] across(List<double[]> columns, int row) {
        double[] numbers = new double[columns.size()];
        for (int column = 0; column < numbers.length; column++) {
            numbers[column] = columns.get(column)[row];
        }
        return numbers;
    }
}
