package org.cmm.server.history;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final boolean oneRowATime;
    private long last = Long.MIN_VALUE;

    private CopiedRows(boolean oneRowATime) {
        this.oneRowATime = oneRowATime;
    }

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
        CopiedRows rows = new CopiedRows(tables.oneRowATime());
        // numbers of ours, never text of anybody's: COPY takes no parameters
        CopyOut copy = open.unwrap(PGConnection.class).getCopyAPI().copyOut("""
                COPY (SELECT at, layout_id, readings FROM %s WHERE server_id = %d
                    AND at >= timestamptz 'epoch' + interval '%d milliseconds'
                    AND at < timestamptz 'epoch' + interval '%d milliseconds' ORDER BY at)
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
        return rows.byLayout.entrySet().stream()
                .map(each -> each.getValue().of(each.getKey()))
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
        if (!oneRowATime || at > last) {
            int count = length < ARRAY_HEADER ? 0 : bytes.getInt(bytes.position() + 12);
            bytes.position(Math.min(end, bytes.position() + ARRAY_HEADER));
            byLayout.computeIfAbsent(layout, unused -> new Columns(count)).add(at, bytes, count);
        }
        last = at;
        bytes.position(end);
    }

    private static final class Columns {
        private double[] times = new double[512];
        private double[][] numbers;
        private int rows;

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
            times[rows] = at;
            for (int place = 0; place < numbers.length; place++) {
                numbers[place][rows] = place < count && bytes.getInt() >= 0 ? bytes.getDouble() : Double.NaN;
            }
            rows++;
        }

        private Of of(int layout) {
            return new Of(
                    layout,
                    Arrays.copyOf(times, rows),
                    Arrays.stream(numbers)
                            .map(column -> Arrays.copyOf(column, rows))
                            .toArray(double[][]::new));
        }
    }
}
