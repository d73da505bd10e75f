package org.cmm.core.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns of numbers as few bytes, and back to the same bits; {@code NaN} is absent.
 *
 * <p>Made for a day of one series: decimals with few digits that stay, creep, count up, jitter or come in bursts, and
 * the times of samples. Whatever else comes is kept as well, only longer. A column needs no other to be read, and is
 * told in terms that SQL can follow: the database's function {@code history_column} reads the same bytes.
 *
 * <p>Each column is a varint of its bytes, then what {@link Column} says.
 */
public final class ColumnCodec {

    /** Of all columns together: a day of a sample each second, 48 times. */
    public static final int MOST_VALUES = 1 << 22;

    /** Two varints. */
    public static final int ENOUGH_TO_COUNT = 10;

    private ColumnCodec() {}

    /**
     * All columns as one string of bytes.
     *
     * @param columns of any lengths, which add up to at most {@link #MOST_VALUES}
     */
    public static byte[] encode(double[]... columns) {
        long values = Arrays.stream(columns).mapToLong(column -> column.length).sum();
        if (values > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "columns have at most %d values together, not %d".formatted(MOST_VALUES, values));
        }
        byte[][] parts = new byte[2 * columns.length][];
        for (int column = 0; column < columns.length; column++) {
            byte[] content = Column.encode(columns[column]);
            BitWriter length = new BitWriter(0);
            length.writeVarint(content.length);
            parts[2 * column] = length.toBytes();
            parts[2 * column + 1] = content;
        }
        return joined(parts);
    }

    private static byte[] joined(byte[][] parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int filled = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, filled, part.length);
            filled += part.length;
        }
        return all;
    }

    /**
     * All columns, in their order.
     *
     * @throws MalformedColumn when {@link #encode} did not write these bytes
     */
    public static double[][] decode(byte[] bytes) {
        List<double[]> columns = new ArrayList<>();
        int left = MOST_VALUES;
        int from = 0;
        while (from < bytes.length) {
            Extent extent = Extent.at(bytes, from);
            double[] column = Column.decode(extent.of(bytes), left);
            left -= column.length;
            columns.add(column);
            from = extent.end();
        }
        return columns.toArray(double[][]::new);
    }

    /**
     * One of them; those before it are skipped unread.
     *
     * @param column from 0 on
     * @throws MalformedColumn when {@link #encode} did not write these bytes, or fewer columns
     */
    public static double[] decode(byte[] bytes, int column) {
        Extent extent = Extent.at(bytes, 0);
        for (int before = 0; before < column; before++) {
            extent = Extent.at(bytes, extent.end());
        }
        return Column.decode(extent.of(bytes), MOST_VALUES);
    }

    /**
     * How many values the first column has.
     *
     * @param start of what {@link #encode} wrote, at least {@link #ENOUGH_TO_COUNT} bytes where there are so many
     * @throws MalformedColumn when {@link #encode} did not write these bytes
     */
    public static long count(byte[] start) {
        BitReader reader = new BitReader(start, 0, start.length);
        reader.readVarint();
        return reader.readVarint();
    }

    /** Where the content of a column lies. */
    private record Extent(int from, int end) {

        private static final int LONGEST_VARINT = 5;

        /** @param start of its varint */
        static Extent at(byte[] bytes, int start) {
            long length = 0;
            for (int place = 0; place < LONGEST_VARINT && start + place < bytes.length; place++) {
                byte part = bytes[start + place];
                length |= (part & 0x7FL) << (7 * place);
                if (part >= 0) {
                    int from = start + place + 1;
                    if (length > bytes.length - from) {
                        throw new MalformedColumn("a column is cut off");
                    }
                    return new Extent(from, from + (int) length);
                }
            }
            throw new MalformedColumn("there is no column at byte " + start);
        }

        BitReader of(byte[] bytes) {
            return new BitReader(bytes, from, end - from);
        }
    }
}
