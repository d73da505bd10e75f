package org.cmm.core.history;

import java.util.Arrays;

/**
 * Which values are there: a varint of the runs, then a varint of each run's length but the last's, which is the rest.
 * The first run is there and may be empty, the next one absent, and so on.
 *
 * @param runs alternately there and absent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Presence(int[] runs) {

    static Presence whole(int count) {
        return new Presence(new int[] {count});
    }

    static Presence of(double[] values) {
        int[] runs = new int[1];
        int last = 0;
        for (double value : values) {
            boolean absentRun = last % 2 == 1;
            if (Double.isNaN(value) != absentRun) {
                if (++last == runs.length) {
                    runs = Arrays.copyOf(runs, 2 * runs.length);
                }
            }
            runs[last]++;
        }
        return new Presence(Arrays.copyOf(runs, last + 1));
    }

    boolean isWhole() {
        return runs.length == 1;
    }

    int present() {
        int present = 0;
        for (int run = 0; run < runs.length; run += 2) {
            present += runs[run];
        }
        return present;
    }

    double[] withoutAbsent(double[] values) {
        if (isWhole()) {
            return values;
        }
        double[] present = new double[present()];
        int from = 0;
        int filled = 0;
        for (int run = 0; run < runs.length; run++) {
            if (run % 2 == 0) {
                System.arraycopy(values, from, present, filled, runs[run]);
                filled += runs[run];
            }
            from += runs[run];
        }
        return present;
    }

    /** Moves those that are there, and lie at the beginning, to their places. */
    void spread(double[] values) {
        int from = present();
        int to = values.length;
        for (int run = runs.length - 1; run >= 0 && from < to; run--) {
            to -= runs[run];
            if (run % 2 == 0) {
                from -= runs[run];
                System.arraycopy(values, from, values, to, runs[run]);
            } else {
                Arrays.fill(values, to, to + runs[run], Double.NaN);
            }
        }
    }

    void writeTo(BitWriter bits) {
        bits.writeVarint(runs.length);
        for (int run = 0; run < runs.length - 1; run++) {
            bits.writeVarint(runs[run]);
        }
    }

    /** @throws MalformedColumn when they are longer than {@code count} together, or more than there are bytes */
    static Presence readFrom(BitReader bits, int count) {
        long number = bits.readVarint();
        if (number < 1 || number > 1 + bits.left() / Byte.SIZE) {
            throw new MalformedColumn(number + " runs of " + count + " values");
        }
        int[] runs = new int[(int) number];
        long left = count;
        for (int run = 0; run < runs.length - 1; run++) {
            long length = bits.readVarint();
            if (length < 0 || length > left) {
                throw new MalformedColumn("a run of " + length + " of " + left + " values");
            }
            runs[run] = (int) length;
            left -= length;
        }
        runs[runs.length - 1] = (int) left;
        return new Presence(runs);
    }
}
