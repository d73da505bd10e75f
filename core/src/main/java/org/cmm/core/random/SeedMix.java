package org.cmm.core.random;

/**
 * Makes many numbers of one seed, by SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, <i>Fast splittable pseudorandom
 * number generators</i>, OOPSLA 2014): seeds that differ in one bit give numbers that differ in half of theirs.
 */
final class SeedMix {

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private long counter;

    SeedMix(long seed) {
        counter = seed;
    }

    /** From 1 to {@code bound} - 1, for bounds of up to 2^32. */
    long below(long bound) {
        counter += GOLDEN;
        long mixed = (counter ^ counter >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        mixed ^= mixed >>> 31;
        return 1 + (mixed >>> Integer.SIZE) % (bound - 1);
    }
}
