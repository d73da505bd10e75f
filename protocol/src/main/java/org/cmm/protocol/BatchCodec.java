package org.cmm.protocol;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of a batch.
 *
 * <pre>
 * version        1 byte, 1
 * layout, epoch  varint, varint
 * nowMillis      zigzag varint
 * rows           varint
 * each row       zigzag varint    time minus the time of the row before; of the first row, minus nowMillis
 *                1 byte           0: every column is present; 1: a bitmap of ⌈columns/8⌉ bytes follows, lowest bit first
 *                zigzag varints   for each present column, value × 10^decimals rounded,
 *                                 minus the same column's last present one (0 at first)
 * </pre>
 *
 * <p>Varints are little-endian groups of seven bits (LEB128); zigzag maps 0, -1, 1, -2 … to 0, 1, 2, 3 …. Scaled values
 * and times lie within ±2^53.
 */
public final class BatchCodec {
    static final byte VERSION = 1;
    static final int ALL_PRESENT = 0;
    static final int SOME_PRESENT = 1;

    /** Scaled values and times lie within plus and minus this, so that a double holds each exactly. */
    static final long MAX_MAGNITUDE = 1L << 53;

    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private BatchCodec() {}

    /**
     * Encodes a batch.
     *
     * @param decimals those of the batch's layout, {@link Layout#decimals()}
     * @throws IllegalArgumentException when a row has another number of values than {@code decimals}, or a time lies
     *     outside ±2^53. A value that is not finite or too large to scale is sent as absent.
     */
    public static byte[] encode(SampleBatch batch, int[] decimals) {
        return new BatchWriter(powersOfTen(decimals)).write(batch);
    }

    /**
     * Decodes a batch. Reads nothing outside {@code offset} to {@code offset + length}; allocates at most some 64 bytes
     * for each byte of input.
     *
     * @param decimalsOfLayout the decimals of a layout's columns, or null when the layout is not known
     * @throws MalformedBatch whatever is wrong with the bytes
     */
    public static DecodedBatch decode(
            byte[] bytes, int offset, int length, IntFunction<int @Nullable []> decimalsOfLayout)
            throws MalformedBatch {
        return new BatchReader(bytes, offset, length).read(decimalsOfLayout);
    }

    static double[] powersOfTen(int[] decimals) {
        var powers = new double[decimals.length];
        for (int column = 0; column < decimals.length; column++) {
            powers[column] = POWERS_OF_TEN[decimals[column]];
        }
        return powers;
    }

    static int bitmapBytes(int columns) {
        return (columns + 7) >> 3;
    }
}
