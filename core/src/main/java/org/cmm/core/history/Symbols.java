package org.cmm.core.history;

/**
 * How a residual becomes a symbol and some bits: small ones are symbols of their own, others are told by their length
 * in bits, followed by all bits but the highest; many zeros in a row are one symbol, told by the length of their
 * number.
 */
final class Symbols {

    /** Zeros in a row that are worth a symbol of their own. */
    static final int LEAST_RUN = 8;

    private static final int SHORTEST_RUN_BITS = 4;
    private static final int RUNS = 18;

    /** Zeros in a row that one symbol can tell. */
    static final int MOST_RUN = (1 << (RUNS + SHORTEST_RUN_BITS - 1)) - 1;

    /** From here on residuals are told by their length. */
    static final int SMALL = 8;

    private static final int SMALL_BITS = 3;
    /** Residuals of four bits. */
    private static final int FIRST_LONG = RUNS + SMALL;

    static final int COUNT = FIRST_LONG + Long.SIZE - SMALL_BITS;

    private Symbols() {}

    static int of(long residual) {
        return residual >>> SMALL_BITS == 0
                ? RUNS + (int) residual
                : FIRST_LONG + Long.SIZE - SMALL_BITS - 1 - Long.numberOfLeadingZeros(residual);
    }

    static int ofRun(int zeros) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(zeros) - SHORTEST_RUN_BITS;
    }

    static boolean isRun(int symbol) {
        return symbol < RUNS;
    }

    /** How many bits follow the symbol. */
    static int extraBits(int symbol) {
        if (isRun(symbol)) {
            return symbol + SHORTEST_RUN_BITS - 1;
        }
        return symbol < FIRST_LONG ? 0 : symbol - FIRST_LONG + SMALL_BITS;
    }

    /** The least residual or run that has the symbol. */
    static long least(int symbol) {
        if (isRun(symbol) || symbol >= FIRST_LONG) {
            return 1L << extraBits(symbol);
        }
        return (long) symbol - RUNS;
    }
}
