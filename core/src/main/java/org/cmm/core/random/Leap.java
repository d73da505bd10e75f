package org.cmm.core.random;

/**
 * Many steps of one of the two recurrences at once: a matrix of 3 by 3 numbers below a modulus of almost 2^32.
 * Immutable.
 *
 * <p>Source: P. L'Ecuyer, R. Simard, E. J. Chen, W. D. Kelton, <i>An object-oriented random-number package with many
 * long streams and substreams</i>, Operations Research 50, 2002.
 */
final class Leap {

    private static final int ORDER = 3;
    private static final int WORD = 32;
    private static final long LOW = 0xFFFF_FFFFL;

    private final long modulus;
    private final long[] cells;

    private Leap(long modulus, long[] cells) {
        this.modulus = modulus;
        this.cells = cells;
    }

    /** One step of the first recurrence. */
    static Leap first() {
        return new Leap(RandomStream.M1, new long[] {
            0,
            1,
            0, //
            0,
            0,
            1, //
            RandomStream.M1 - RandomStream.A13,
            RandomStream.A12,
            0
        });
    }

    /** One step of the second recurrence. */
    static Leap second() {
        return new Leap(RandomStream.M2, new long[] {
            0,
            1,
            0, //
            0,
            0,
            1, //
            RandomStream.M2 - RandomStream.A23,
            0,
            RandomStream.A21
        });
    }

    /** Twice as far, so many times. */
    Leap doubled(int times) {
        Leap leap = this;
        for (int time = 0; time < times; time++) {
            leap = leap.twice();
        }
        return leap;
    }

    private Leap twice() {
        long[] product = new long[cells.length];
        for (int column = 0; column < ORDER; column++) {
            long[] reached = from(new long[] {cells[column], cells[ORDER + column], cells[2 * ORDER + column]});
            for (int row = 0; row < ORDER; row++) {
                product[row * ORDER + column] = reached[row];
            }
        }
        return new Leap(modulus, product);
    }

    /** Where it leads; 3 numbers, oldest first. */
    long[] from(long[] state) {
        long[] reached = new long[ORDER];
        for (int row = 0; row < ORDER; row++) {
            int at = row * ORDER;
            long sum =
                    folded(cells[at] * state[0]) + folded(cells[at + 1] * state[1]) + folded(cells[at + 2] * state[2]);
            reached[row] = sum % modulus;
        }
        return reached;
    }

    /** Congruent, and below 2^48: 2^32 leaves 2^32 less the modulus, which is small. Without sign. */
    private long folded(long product) {
        return (product >>> WORD) * ((1L << WORD) - modulus) + (product & LOW);
    }
}
