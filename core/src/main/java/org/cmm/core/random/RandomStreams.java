package org.cmm.core.random;

/**
 * All random numbers of one seed: a stream for each replication, 2^127 numbers long, and in it 2^51 substreams for its
 * purposes, 2^76 numbers long. Those of one seed never meet: they are stretches of one sequence of 2^191 numbers, as
 * long as fewer than 2^64 replications are asked for. Sequences of different seeds begin at places as if drawn by lot.
 * Immutable.
 *
 * <p>Source: P. L'Ecuyer, R. Simard, E. J. Chen, W. D. Kelton, <i>An object-oriented random-number package with many
 * long streams and substreams</i>, Operations Research 50, 2002.
 */
public final class RandomStreams {

    private static final int STREAM_BITS = 127;
    private static final Leap[] FIRST = leaps(Leap.first());
    private static final Leap[] SECOND = leaps(Leap.second());

    private final long[] x;
    private final long[] y;

    RandomStreams(long[] x, long[] y) {
        this.x = x;
        this.y = y;
    }

    /** Every seed is a good one, and neighbours begin far from each other. */
    public static RandomStreams of(long seed) {
        SeedMix mix = new SeedMix(seed);
        return new RandomStreams(
                new long[] {mix.below(RandomStream.M1), mix.below(RandomStream.M1), mix.below(RandomStream.M1)},
                new long[] {mix.below(RandomStream.M2), mix.below(RandomStream.M2), mix.below(RandomStream.M2)});
    }

    /**
     * The substreams of one replication, from the first one on. Cost: some microseconds.
     *
     * @param number from 0
     */
    public Substreams replication(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("replication: number must be 0 or more, was %d".formatted(number));
        }
        long[] first = x;
        long[] second = y;
        for (int bit = 0; bit < Integer.SIZE - 1; bit++) {
            if ((number >>> bit & 1) == 1) {
                first = FIRST[bit].from(first);
                second = SECOND[bit].from(second);
            }
        }
        return new Substreams(first, second);
    }

    /** As far as 1, 2, 4, 8, … streams. */
    private static Leap[] leaps(Leap step) {
        Leap[] leaps = new Leap[Integer.SIZE - 1];
        Leap leap = step.doubled(STREAM_BITS);
        for (int bit = 0; bit < leaps.length; bit++) {
            leaps[bit] = leap;
            leap = leap.doubled(1);
        }
        return leaps;
    }
}
