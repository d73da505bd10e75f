package org.cmm.protocol;

import java.util.Arrays;

/** Writes one batch; used once. The columns' last values are its state. */
final class BatchWriter {
    private static final int LONGEST_VARINT = 10;

    private final double[] powers;
    private final long[] last;
    private final long[] scaled;
    private final boolean[] present;
    private byte[] bytes = new byte[256];
    private int position;

    BatchWriter(double[] powers) {
        this.powers = powers;
        last = new long[powers.length];
        scaled = new long[powers.length];
        present = new boolean[powers.length];
    }

    byte[] write(SampleBatch batch) {
        bytes[position++] = BatchCodec.VERSION;
        writeVarint(batch.layout());
        writeVarint(batch.epoch());
        writeZigzag(checkedTime(batch.nowMillis()));
        writeVarint(batch.rows().size());
        long before = batch.nowMillis();
        for (SampleRow row : batch.rows()) {
            reserve(LONGEST_VARINT * (powers.length + 2) + BatchCodec.bitmapBytes(powers.length));
            writeZigzag(checkedTime(row.atMillis()) - before);
            before = row.atMillis();
            writeValues(row.values());
        }
        return Arrays.copyOf(bytes, position);
    }

    private void writeValues(double[] values) {
        if (values.length != powers.length) {
            throw new IllegalArgumentException(
                    "a row has %d values, its layout %d".formatted(values.length, powers.length));
        }
        writePresence(scale(values));
        for (int column = 0; column < values.length; column++) {
            if (present[column]) {
                writeZigzag(scaled[column] - last[column]);
                last[column] = scaled[column];
            }
        }
    }

    private boolean scale(double[] values) {
        boolean all = true;
        for (int column = 0; column < values.length; column++) {
            double exact = values[column] * powers[column];
            present[column] = Math.abs(exact) <= BatchCodec.MAX_MAGNITUDE;
            scaled[column] = Math.round(exact);
            all &= present[column];
        }
        return all;
    }

    private void writePresence(boolean all) {
        bytes[position++] = (byte) (all ? BatchCodec.ALL_PRESENT : BatchCodec.SOME_PRESENT);
        if (all) {
            return;
        }
        for (int column = 0; column < present.length; column++) {
            if (present[column]) {
                bytes[position + (column >> 3)] |= (byte) (1 << (column & 7));
            }
        }
        position += BatchCodec.bitmapBytes(present.length);
    }

    private void writeZigzag(long value) {
        writeVarint((value << 1) ^ (value >> 63));
    }

    private void writeVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
    }

    private void reserve(int more) {
        if (bytes.length - position < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + more));
        }
    }

    private static long checkedTime(long millis) {
        if (Math.abs(millis) > BatchCodec.MAX_MAGNITUDE || millis == Long.MIN_VALUE) {
            throw new IllegalArgumentException("time " + millis + " lies outside ±2^53");
        }
        return millis;
    }
}
