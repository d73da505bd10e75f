package org.cmm.protocol;

import static org.cmm.protocol.MalformedBatch.Reason.BAD_PRESENCE;
import static org.cmm.protocol.MalformedBatch.Reason.BAD_VERSION;
import static org.cmm.protocol.MalformedBatch.Reason.OVERFLOW;
import static org.cmm.protocol.MalformedBatch.Reason.TOO_MANY_ROWS;
import static org.cmm.protocol.MalformedBatch.Reason.TRAILING_BYTES;
import static org.cmm.protocol.MalformedBatch.Reason.TRUNCATED;
import static org.cmm.protocol.MalformedBatch.Reason.UNKNOWN_LAYOUT;

import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads one batch; used once. Only forward, and never past {@code end}. */
final class BatchReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    BatchReader(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        this.bytes = bytes;
        this.position = offset;
        this.end = offset + length;
    }

    DecodedBatch read(IntFunction<int @Nullable []> decimalsOfLayout) throws MalformedBatch {
        int version = readByte();
        if (version != BatchCodec.VERSION) {
            throw malformed(BAD_VERSION, "version " + version + " is not known");
        }
        int layout = (int) readVarint(Integer.MAX_VALUE);
        long epoch = readVarint(SampleBatch.MAX_EPOCH);
        long nowMillis = limited(unzigzag(readVarint()));
        int rows = readRowCount();
        int[] decimals = decimalsOfLayout.apply(layout);
        if (decimals == null) {
            throw malformed(UNKNOWN_LAYOUT, "layout " + layout + " is not known");
        }
        var batch = allocate(layout, epoch, nowMillis, decimals.length, rows);
        readRows(batch, BatchCodec.powersOfTen(decimals));
        if (position != end) {
            throw malformed(TRAILING_BYTES, (end - position) + " bytes follow the last row");
        }
        return batch;
    }

    private int readRowCount() throws MalformedBatch {
        long rows = readVarint();
        if (rows < 0 || rows > SampleBatch.MAX_ROWS) {
            throw malformed(TOO_MANY_ROWS, "more than " + SampleBatch.MAX_ROWS + " rows");
        }
        return (int) rows;
    }

    /** A row takes at least a time, a flag and a bitmap, so a count that the bytes cannot hold allocates nothing. */
    private DecodedBatch allocate(int layout, long epoch, long nowMillis, int columns, int rows) throws MalformedBatch {
        if (end - position < rows * (2 + BatchCodec.bitmapBytes(columns))) {
            throw malformed(TRUNCATED, rows + " rows do not fit into what is left");
        }
        return new DecodedBatch(layout, epoch, nowMillis, columns, new long[rows], new double[rows * columns]);
    }

    private void readRows(DecodedBatch batch, double[] powers) throws MalformedBatch {
        var last = new long[powers.length];
        long time = batch.nowMillis();
        for (int row = 0; row < batch.rows(); row++) {
            time = limited(time + unzigzag(readVarint()));
            batch.at()[row] = time;
            int flag = readByte();
            if (flag == BatchCodec.ALL_PRESENT) {
                readAll(batch.values(), row * powers.length, powers, last);
            } else {
                readSome(flag, batch.values(), row * powers.length, powers, last);
            }
        }
    }

    private void readAll(double[] values, int from, double[] powers, long[] last) throws MalformedBatch {
        for (int column = 0; column < powers.length; column++) {
            long scaled = limited(last[column] + unzigzag(readVarint()));
            last[column] = scaled;
            values[from + column] = scaled / powers[column];
        }
    }

    private void readSome(int flag, double[] values, int from, double[] powers, long[] last) throws MalformedBatch {
        int bitmap = skipBitmap(flag, powers.length);
        for (int column = 0; column < powers.length; column++) {
            if ((bytes[bitmap + (column >> 3)] >> (column & 7) & 1) == 0) {
                values[from + column] = Double.NaN;
                continue;
            }
            long scaled = limited(last[column] + unzigzag(readVarint()));
            last[column] = scaled;
            values[from + column] = scaled / powers[column];
        }
    }

    /** Where the bitmap begins; the position is moved behind it. */
    private int skipBitmap(int flag, int columns) throws MalformedBatch {
        int length = BatchCodec.bitmapBytes(columns);
        int bitmap = position;
        if (flag != BatchCodec.SOME_PRESENT) {
            throw malformed(BAD_PRESENCE, "flag " + flag + " is neither 0 nor 1");
        }
        if (end - position < length) {
            throw malformed(TRUNCATED, "the bytes end within a presence bitmap");
        }
        position += length;
        int spare = length * 8 - columns;
        if (length > 0 && (bytes[position - 1] & 0xFF) >> (8 - spare) != 0) {
            throw malformed(BAD_PRESENCE, "the presence bitmap names columns that do not exist");
        }
        return bitmap;
    }

    private int readByte() throws MalformedBatch {
        if (position == end) {
            throw malformed(TRUNCATED, "the bytes end before the batch does");
        }
        return bytes[position++];
    }

    private long readVarint(long max) throws MalformedBatch {
        long value = readVarint();
        if (value < 0 || value > max) {
            throw malformed(OVERFLOW, "a number is larger than " + max);
        }
        return value;
    }

    /** The first byte alone is by far the commonest case, and small enough to be compiled into the loops above. */
    private long readVarint() throws MalformedBatch {
        int first = readByte();
        return first >= 0 ? first : readLongVarint(first & 0x7F);
    }

    private long readLongVarint(long first) throws MalformedBatch {
        long value = first;
        for (int shift = 7; shift < 63; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        int last = readByte();
        if (last < 0 || last > 1) {
            throw malformed(OVERFLOW, "a number is longer than 64 bits");
        }
        return value | (long) last << 63;
    }

    private long limited(long value) throws MalformedBatch {
        if (value > BatchCodec.MAX_MAGNITUDE || value < -BatchCodec.MAX_MAGNITUDE) {
            throw malformed(OVERFLOW, "a time or a scaled value lies outside ±2^53");
        }
        return value;
    }

    private static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    private MalformedBatch malformed(MalformedBatch.Reason reason, String what) {
        return new MalformedBatch(reason, "batch, byte " + position + ": " + what);
    }
}
