package org.cmm.core.demo;

/** Chance that remembers nothing: the same numbers in, the same number out. */
final class Noise {

    private static final double UNIT = 0x1.0p-53;

    private Noise() {}

    /** Never negative. Source: SplittableRandom's finalizer, mix64 variant 13 by David Stafford. */
    static long hash(long... parts) {
        long mixed = 0x9E3779B97F4A7C15L;
        for (long part : parts) {
            mixed = (mixed ^ part) + 0x9E3779B97F4A7C15L;
            mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            mixed ^= mixed >>> 31;
        }
        return mixed & Long.MAX_VALUE;
    }

    /** From 0 to below 1. */
    static double chance(long... parts) {
        return (hash(parts) >>> 10) * UNIT;
    }

    /** A line from 0 to 1 that turns once every {@code periodMillis}. */
    static double smooth(long seed, long millis, long periodMillis) {
        long step = Math.floorDiv(millis, periodMillis);
        double within = (double) Math.floorMod(millis, periodMillis) / periodMillis;
        double eased = within * within * (3 - 2 * within);
        return chance(seed, step) * (1 - eased) + chance(seed, step + 1) * eased;
    }
}
