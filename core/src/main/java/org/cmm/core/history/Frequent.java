package org.cmm.core.history;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Residuals that come so often that each has a symbol of its own: what machines count in ticks and pages reads as the
 * same few numbers again and again.
 */
final class Frequent {

    static final Frequent NONE = new Frequent(new long[0], 1, 0);

    private static final int MOST = 128;
    private static final int LEAST_TIMES = 4;
    private static final int MOST_SLOT_BITS = 10;
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    /** Its distance from the one before, and the length of its word. */
    private static final int COST_BITS = 20;

    private final long[] values;
    private final double costBits;
    private final int shift;
    private final long[] slots;
    private final short[] symbols;

    /**
     * @param values ascending, each more than any that is a symbol by itself, no two in one slot
     * @param slotBits 1 to {@value #MOST_SLOT_BITS}
     * @param costBits of each
     */
    private Frequent(long[] values, int slotBits, double costBits) {
        this.values = values;
        this.costBits = costBits * values.length;
        shift = Long.SIZE - slotBits;
        slots = new long[1 << slotBits];
        symbols = new short[1 << slotBits];
        for (int place = 0; place < values.length; place++) {
            int slot = slot(values[place], shift);
            slots[slot] = values[place];
            symbols[slot] = (short) (Symbols.COUNT + place);
        }
    }

    /**
     * Those that are worth it. Of the residuals that fall into one slot the most frequent one is looked at, found by
     * their votes (R. S. Boyer, J. S. Moore, <i>MJRTY</i>, 1981).
     *
     * @param histogram of the plain symbols of the same residuals
     * @param share of a column that the residuals are
     */
    static Frequent among(long[] residuals, int[] histogram, double share) {
        int slotBits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(residuals.length / 2), 1, MOST_SLOT_BITS);
        int shift = Long.SIZE - slotBits;
        long[] candidates = candidates(residuals, shift);
        int[] times = new int[candidates.length];
        for (long residual : residuals) {
            int slot = slot(residual, shift);
            times[slot] += candidates[slot] == residual ? 1 : 0;
        }
        int[] worth = IntStream.range(0, times.length)
                .filter(slot -> isWorth(candidates[slot], times[slot], histogram, share))
                .toArray();
        return new Frequent(
                Arrays.stream(most(worth, times))
                        .mapToLong(slot -> candidates[slot])
                        .sorted()
                        .toArray(),
                slotBits,
                COST_BITS * share);
    }

    private static long[] candidates(long[] residuals, int shift) {
        long[] candidates = new long[1 << (Long.SIZE - shift)];
        int[] votes = new int[candidates.length];
        for (long residual : residuals) {
            int slot = slot(residual, shift);
            if (candidates[slot] == residual) {
                votes[slot]++;
            } else if (--votes[slot] < 0) {
                candidates[slot] = residual;
                votes[slot] = 1;
            }
        }
        return candidates;
    }

    private static int[] most(int[] slots, int[] times) {
        if (slots.length <= MOST) {
            return slots;
        }
        return Arrays.stream(slots)
                .boxed()
                .sorted((one, other) -> times[other] - times[one])
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean isWorth(long residual, int times, int[] histogram, double share) {
        if (times < LEAST_TIMES || residual < Symbols.SMALL) {
            return false;
        }
        int symbol = Symbols.of(residual);
        double longer = Math.log((double) histogram[symbol] / times) / Math.log(2);
        return times * (Symbols.extraBits(symbol) - longer) > COST_BITS * share;
    }

    private static int slot(long residual, int shift) {
        return (int) ((residual * GOLDEN) >>> shift);
    }

    int symbolOf(long residual) {
        int slot = slot(residual, shift);
        return slots[slot] == residual && residual != 0 ? symbols[slot] : Symbols.of(residual);
    }

    /** All symbols, with those that are always there. */
    int symbolCount() {
        return Symbols.COUNT + values.length;
    }

    boolean isEmpty() {
        return values.length == 0;
    }

    double costBits() {
        return costBits;
    }

    /** A varint of how many there are, and one for the distance of each from the one before. */
    void writeTo(BitWriter bits) {
        bits.writeVarint(values.length);
        long last = 0;
        for (long value : values) {
            bits.writeVarint(value - last);
            last = value;
        }
    }

    /** Their values alone, since nobody asks a reader for symbols. */
    static long[] readFrom(BitReader bits) {
        long count = bits.readVarint();
        if (count < 0 || count > MOST) {
            throw new MalformedColumn(count + " frequent residuals");
        }
        long[] values = new long[(int) count];
        long last = 0;
        for (int place = 0; place < values.length; place++) {
            last += bits.readVarint();
            values[place] = last;
        }
        return values;
    }
}
