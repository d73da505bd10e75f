package org.cmm.server.history;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of one server as columns of each layout, read in PostgreSQL's binary COPY format, which costs a third of what
 * result sets cost.
 *
 * <p>Source: PostgreSQL 18 manual, COPY, "Binary Format"; arrays as {@code array_send} writes them.
 */
final class CopiedRows {

    private static final int HEADER = 19;
    private static final int ARRAY_HEADER = 20;

    private final Map<Integer, Columns> byLayout = new LinkedHashMap<>();

    private CopiedRows() {}

    /**
     * Rows of one layout, in order of time.
     *
     * @param times in milliseconds since 1970
     * @param numbers one array for each place of the rows
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, read once
    record Of(int layout, double[] times, double[][] numbers) {}

    /** The open rows of a server from {@code from} to before {@code to}, milliseconds since 1970. */
    static List<Of> read(Connection open, TierTables tables, int server, long from, long to) throws SQLException {
        CopiedRows rows = new CopiedRows();
        // numbers of ours, never text of anybody's: COPY takes no parameters; nearly all come in order, and to let
        // PostgreSQL sort them takes a quarter of its time
        CopyOut copy = open.unwrap(PGConnection.class).getCopyAPI().copyOut("""
                COPY (SELECT at, layout_id, readings FROM %s WHERE server_id = %d
                    AND at >= timestamptz 'epoch' + interval '%d milliseconds'
                    AND at < timestamptz 'epoch' + interval '%d milliseconds')
                TO STDOUT (FORMAT binary)
                """.formatted(
                        tables.openTable(), server, from, to));
        try {
            boolean begun = false;
            for (byte[] sent = copy.readFromCopy(); sent != null; sent = copy.readFromCopy()) {
                ByteBuffer bytes = ByteBuffer.wrap(sent);
                if (!begun) {
                    bytes.position(HEADER);
                    begun = true;
                }
                while (bytes.remaining() > Short.BYTES) {
                    rows.add(bytes);
                }
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return rows.inOrder(tables.oneRowATime(), from);
    }

    /** A time belongs to one row of one layout where there is one row at a time. */
    private List<Of> inOrder(boolean oneRowATime, long from) {
        Set<Long> taken = new HashSet<>();
        LongPredicate wanted = oneRowATime && byLayout.size() > 1 ? taken::add : time -> true;
        return byLayout.entrySet().stream()
                .map(each -> each.getValue().inOrder(each.getKey(), from, wanted))
                .toList();
    }

    private void add(ByteBuffer bytes) {
        bytes.getShort();
        bytes.getInt();
        long at = Math.floorDiv(bytes.getLong(), 1_000) + CopyBuffer.POSTGRES_EPOCH_MILLIS;
        bytes.getInt();
        int layout = bytes.getInt();
        int length = bytes.getInt();
        int end = bytes.position() + length;
        int count = length < ARRAY_HEADER ? 0 : bytes.getInt(bytes.position() + 12);
        bytes.position(Math.min(end, bytes.position() + ARRAY_HEADER));
        byLayout.computeIfAbsent(layout, _ -> new Columns(count)).add(at, bytes, count);
        bytes.position(end);
    }

    private static final class Columns {
        /** Room for the number of a row below its time. */
        private static final int ROW_BITS = 24;

        private double[] times = new double[512];
        private double[][] numbers;
        private int rows;
        private boolean rising = true;

        private Columns(int count) {
            numbers = new double[count][512];
        }

        private void add(long at, ByteBuffer bytes, int count) {
            if (rows == times.length) {
                times = Arrays.copyOf(times, rows * 2);
                for (int place = 0; place < numbers.length; place++) {
                    numbers[place] = Arrays.copyOf(numbers[place], rows * 2);
                }
            }
            rising &= rows == 0 || at > times[rows - 1];
            times[rows] = at;
            for (int place = 0; place < numbers.length; place++) {
                numbers[place][rows] = place < count && bytes.getInt() >= 0 ? bytes.getDouble() : Double.NaN;
            }
            rows++;
        }

        private Of inOrder(int layout, long from, LongPredicate wanted) {
            int[] order = order(from, wanted);
            return new Of(
                    layout,
                    inOrder(times, order),
                    Arrays.stream(numbers).map(column -> inOrder(column, order)).toArray(double[][]::new));
        }

        /** The rows to be taken, by time and each time once. */
        private int[] order(long from, LongPredicate wanted) {
            IntStream all = IntStream.range(0, rows);
            if (!rising) {
                all = all.mapToLong(row -> ((long) times[row] - from << ROW_BITS) + row)
                        .sorted()
                        .mapToInt(row -> (int) (row & (1 << ROW_BITS) - 1));
            }
            int[] order = all.toArray();
            int taken = 0;
            for (int row : order) {
                boolean again = taken > 0 && times[row] == times[order[taken - 1]];
                if (!again && wanted.test((long) times[row])) {
                    order[taken++] = row;
                }
            }
            return Arrays.copyOf(order, taken);
        }

        private static double[] inOrder(double[] column, int[] order) {
            double[] sorted = new double[order.length];
            for (int place = 0; place < order.length; place++) {
                sorted[place] = column[order[place]];
            }
            return sorted;
        }
    }
}
