package org.cmm.core.history;

import java.util.Arrays;

/** Residuals as bits: one prefix code for all symbols, then each symbol's word and its further bits. */
final class Residuals {

    private static final int[] EXTRA_BITS = new int[Symbols.COUNT];
    private static final long[] LEAST = new long[Symbols.COUNT];
    private static final double LN_2 = Math.log(2);
    /** Of one symbol in the list of lengths. */
    private static final int LENGTH_BITS = 5;
    /** What {@link BitReader#peek} surely has beyond a code word. */
    private static final int PEEKED = 57 - PrefixCode.LONGEST;

    static {
        Arrays.setAll(EXTRA_BITS, Symbols::extraBits);
        Arrays.setAll(LEAST, Symbols::least);
    }

    private Residuals() {}

    /** How often each symbol comes among the first {@code count}. */
    static int[] histogram(long[] residuals, int count) {
        int[] histogram = new int[Symbols.COUNT];
        int index = 0;
        while (index < count) {
            if (residuals[index] != 0) {
                histogram[Symbols.of(residuals[index++])]++;
                continue;
            }
            int zeros = zeros(residuals, index, count);
            index += zeros;
            if (zeros < Symbols.LEAST_RUN) {
                histogram[Symbols.of(0)] += zeros;
            } else {
                histogram[Symbols.ofRun(zeros)]++;
            }
        }
        return histogram;
    }

    /** Bits that such residuals take, by the entropy of their symbols; no word is shorter than a bit. */
    static double bits(int[] histogram) {
        int all = Arrays.stream(histogram).sum();
        double bits = 0;
        for (int symbol = 0; symbol < histogram.length; symbol++) {
            int times = histogram[symbol];
            if (times > 0) {
                double word = Math.max(1, Math.log((double) all / times) / LN_2);
                bits += LENGTH_BITS + times * (EXTRA_BITS[symbol] + word);
            }
        }
        return bits;
    }

    /** @param histogram of these residuals */
    static void write(long[] residuals, int count, int[] histogram, BitWriter bits) {
        PrefixCode code = PrefixCode.of(histogram);
        code.writeTo(bits);
        int[] words = code.words();
        int index = 0;
        while (index < count) {
            long residual = residuals[index];
            int zeros = residual == 0 ? zeros(residuals, index, count) : 0;
            boolean run = zeros >= Symbols.LEAST_RUN;
            int symbol = run ? Symbols.ofRun(zeros) : Symbols.of(residual);
            bits.write(words[symbol], code.length(symbol));
            int extra = EXTRA_BITS[symbol];
            if (extra > 0) {
                bits.write((run ? zeros : residual) - LEAST[symbol], extra);
            }
            index += run ? zeros : 1;
        }
    }

    private static int zeros(long[] residuals, int from, int count) {
        int to = from;
        while (to < count && residuals[to] == 0) {
            to++;
        }
        return to - from;
    }

    /**
     * @param residuals its first {@code count} are written, and must be zero before
     * @throws MalformedColumn when these bits are none
     */
    static void read(BitReader bits, long[] residuals, int count) {
        PrefixCode code = PrefixCode.readFrom(bits);
        short[] table = code.table();
        int unused = Long.SIZE - code.longest();
        int index = 0;
        while (index < count) {
            long ahead = bits.peek();
            int entry = table[(int) (ahead >>> unused)];
            int symbol = PrefixCode.symbolOf(entry);
            int length = PrefixCode.lengthOf(entry);
            if (length == 0) {
                throw new MalformedColumn("a word that is not in its code");
            }
            int extra = EXTRA_BITS[symbol];
            bits.skip(length);
            long value = LEAST[symbol];
            if (extra > PEEKED) {
                value += bits.read(extra);
            } else {
                value += ahead << length >>> 1 >>> (Long.SIZE - 1 - extra);
                bits.skip(extra);
            }
            if (Symbols.isRun(symbol)) {
                if (value > count - index) {
                    throw new MalformedColumn("more residuals than there are values");
                }
                index += (int) value;
            } else {
                residuals[index++] = value;
            }
        }
    }
}
