package org.cmm.core.history;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits one after another, the highest of each number and of each byte first. */
final class BitWriter {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final int MOST_AT_ONCE = 56;

    private byte[] bytes;
    private int whole;
    /** Its last {@link #pendingBits} bits are not in {@link #bytes} yet; what is above them is. */
    private long pending;

    private int pendingBits;

    BitWriter(int expectedBytes) {
        bytes = new byte[expectedBytes + Long.BYTES];
    }

    /**
     * @param value below {@code 2^count}; all 64 bits count as a number without sign
     * @param count 0 to 64
     */
    void write(long value, int count) {
        if (count > MOST_AT_ONCE) {
            writeFew(value >>> Integer.SIZE, count - Integer.SIZE);
            writeFew(value & 0xFFFF_FFFFL, Integer.SIZE);
            return;
        }
        writeFew(value, count);
    }

    /** Seven bits a byte, lowest first, the eighth tells that more follow. */
    void writeVarint(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            write(rest & 0x7F | 0x80, Byte.SIZE);
            rest >>>= 7;
        }
        write(rest, Byte.SIZE);
    }

    byte[] toBytes() {
        flush();
        return Arrays.copyOf(bytes, pendingBits == 0 ? whole : whole + 1);
    }

    private void writeFew(long value, int count) {
        if (pendingBits + count > Long.SIZE) {
            flush();
        }
        pending = pending << count | value;
        pendingBits += count;
    }

    /** Leaves fewer than eight bits pending. */
    private void flush() {
        if (pendingBits == 0) {
            return;
        }
        if (whole + Long.BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        LONGS.set(bytes, whole, pending << (Long.SIZE - pendingBits));
        whole += pendingBits >>> 3;
        pendingBits &= 7;
    }
}
