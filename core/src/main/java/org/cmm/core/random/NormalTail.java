package org.cmm.core.random;

/**
 * The standard normal distribution, the same bits on every machine: its tails are those of the gamma distribution with
 * a shape of one half (M. Abramowitz, I. A. Stegun, <i>Handbook of mathematical functions</i>, 26.4.21).
 */
final class NormalTail {

    private static final double HALF = 0.5;
    private static final double LOG_GAMMA_OF_HALF = StrictMath.log(Math.PI) / 2;
    private static final double LOG_ROOT_TWO_PI = StrictMath.log(2 * Math.PI) / 2;

    private NormalTail() {}

    /** The share above {@code z}. */
    static double above(double z) {
        double tail = IncompleteGamma.upper(HALF, z * z / 2, LOG_GAMMA_OF_HALF) / 2;
        return z >= 0 ? tail : 1 - tail;
    }

    static double density(double z) {
        return StrictMath.exp(-z * z / 2 - LOG_ROOT_TWO_PI);
    }
}
