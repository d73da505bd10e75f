package org.cmm.core.history;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads what a {@link BitWriter} wrote. */
final class BitReader {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final int MOST_AT_ONCE = 56;

    /** Longer than {@link #end} says, so that eight bytes can be read at once anywhere. */
    private final byte[] bytes;

    private final int end;
    private int position;

    BitReader(byte[] from, int offset, int length) {
        bytes = Arrays.copyOfRange(from, offset, offset + length + 4 * Long.BYTES);
        end = length * Byte.SIZE;
    }

    int left() {
        return end - position;
    }

    /** The next bits, of which 57 are right, the first one highest. */
    long peek() {
        return (long) LONGS.get(bytes, position >>> 3) << (position & 7);
    }

    /** @throws MalformedColumn when there are not so many bits left */
    void skip(int count) {
        position += count;
        if (position > end) {
            throw new MalformedColumn("a column ends too early");
        }
    }

    /**
     * @param count 0 to 64
     * @throws MalformedColumn when there are not so many bits left
     */
    long read(int count) {
        if (count > MOST_AT_ONCE) {
            long high = readFew(count - Integer.SIZE);
            return high << Integer.SIZE | readFew(Integer.SIZE);
        }
        return readFew(count);
    }

    long readVarint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            long part = read(Byte.SIZE);
            value |= (part & 0x7F) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new MalformedColumn("a number is too long");
    }

    private long readFew(int count) {
        if (count == 0) {
            return 0;
        }
        long value = peek() >>> (Long.SIZE - count);
        skip(count);
        return value;
    }
}
