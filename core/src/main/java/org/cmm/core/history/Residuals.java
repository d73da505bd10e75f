package org.cmm.core.history;

import java.util.Arrays;

/**
 * What a prediction leaves, as bits: {@link Frequent} residuals, one {@link PrefixCode} for all symbols, then each
 * symbol's word and its further bits.
 */
final class Residuals {

    private static final int[] EXTRA_BITS = new int[Symbols.COUNT];
    private static final long[] LEAST = new long[Symbols.COUNT];
    private static final double LN_2 = Math.log(2);
    /** Of one symbol in the list of lengths. */
    private static final int LENGTH_BITS = 5;
    /** What is written and read at once with a code word. */
    private static final int WITH_WORD = 56 - PrefixCode.LONGEST;

    static {
        Arrays.setAll(EXTRA_BITS, Symbols::extraBits);
        Arrays.setAll(LEAST, Symbols::least);
    }

    private final Prediction prediction;
    private final long[] residuals;
    private final Frequent frequent;
    /** In their order; a run of zeros is one. */
    private final short[] symbols;

    private final int symbolCount;
    private final int[] histogram;
    private final double bits;

    private Residuals(Prediction prediction, long[] residuals, Frequent frequent) {
        this.prediction = prediction;
        this.residuals = residuals;
        this.frequent = frequent;
        symbols = new short[residuals.length];
        symbolCount = toSymbols();
        histogram = new int[frequent.symbolCount()];
        for (int place = 0; place < symbolCount; place++) {
            histogram[symbols[place]]++;
        }
        bits = entropy();
    }

    /** Of numbers, of which there is at least one. */
    static Residuals of(Prediction prediction, long[] numbers) {
        long[] residuals = new long[numbers.length];
        prediction.toResiduals(numbers, residuals, numbers.length);
        return new Residuals(prediction, residuals, Frequent.NONE);
    }

    /**
     * The same, with symbols for those that come often; as they are if none does.
     *
     * @param share of a column that these are: so much of the cost of such symbols counts
     */
    Residuals withFrequent(double share) {
        Frequent often = Frequent.among(residuals, histogram, share);
        return often.isEmpty() ? this : new Residuals(prediction, residuals, often);
    }

    Prediction prediction() {
        return prediction;
    }

    boolean hasFrequent() {
        return !frequent.isEmpty();
    }

    private int toSymbols() {
        int count = 0;
        int index = 0;
        while (index < residuals.length) {
            long residual = residuals[index];
            int zeros = residual == 0 ? zeros(index) : 0;
            if (zeros < Symbols.LEAST_RUN) {
                symbols[count++] = (short) frequent.symbolOf(residual);
                index++;
            } else {
                symbols[count++] = (short) Symbols.ofRun(zeros);
                index += zeros;
            }
        }
        return count;
    }

    /** What they take, by the entropy of their symbols; no word is shorter than a bit. */
    double bits() {
        return bits;
    }

    private double entropy() {
        int all = Arrays.stream(histogram).sum();
        double sum = frequent.costBits();
        for (int symbol = 0; symbol < histogram.length; symbol++) {
            int times = histogram[symbol];
            if (times > 0) {
                double word = Math.max(1, Math.log((double) all / times) / LN_2);
                sum += LENGTH_BITS + times * (extraBits(symbol) + word);
            }
        }
        return sum;
    }

    private static int extraBits(int symbol) {
        return symbol < EXTRA_BITS.length ? EXTRA_BITS[symbol] : 0;
    }

    void writeTo(BitWriter bits) {
        frequent.writeTo(bits);
        PrefixCode code = PrefixCode.of(histogram);
        code.writeTo(bits);
        int[] words = code.words();
        int index = 0;
        for (int place = 0; place < symbolCount; place++) {
            int symbol = symbols[place];
            long value = Symbols.isRun(symbol) ? zeros(index) : residuals[index];
            index += Symbols.isRun(symbol) ? (int) value : 1;
            int extra = extraBits(symbol);
            long rest = extra == 0 ? 0 : value - LEAST[symbol];
            if (extra > WITH_WORD) {
                bits.write(words[symbol], code.length(symbol));
                bits.write(rest, extra);
            } else {
                bits.write((long) words[symbol] << extra | rest, code.length(symbol) + extra);
            }
        }
    }

    private int zeros(int from) {
        int most = Math.min(residuals.length, from + Symbols.MOST_RUN);
        int to = from;
        while (to < most && residuals[to] == 0) {
            to++;
        }
        return to - from;
    }

    /** @throws MalformedColumn when these bits are none */
    static long[] read(BitReader bits, int count) {
        long[] often = Frequent.readFrom(bits);
        int symbols = LEAST.length + often.length;
        long[] least = Arrays.copyOf(LEAST, symbols);
        System.arraycopy(often, 0, least, LEAST.length, often.length);
        PrefixCode code = PrefixCode.readFrom(bits, symbols);
        return read(bits, count, code, least, Arrays.copyOf(EXTRA_BITS, symbols));
    }

    private static long[] read(BitReader bits, int count, PrefixCode code, long[] least, int[] extraBits) {
        long[] residuals = new long[count];
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
            int extra = extraBits[symbol];
            bits.skip(length);
            long value = least[symbol];
            if (extra > WITH_WORD) {
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
        return residuals;
    }
}
