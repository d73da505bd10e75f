package org.cmm.core.statistics;

/**
 * What pairing by common random numbers won: how many times as many replications it would take without them for as
 * narrow an interval of the difference. 1 is nothing, below 1 it did harm.
 *
 * @param apart the variance of a difference of two values that share no chance
 * @param paired the variance of the differences as they are
 * @param n the number of pairs
 */
public record VarianceRatio(double apart, double paired, int n) {

    public static VarianceRatio of(double[] first, double[] second) {
        double apart = Moments.of(first).variance() + Moments.of(second).variance();
        return new VarianceRatio(
                apart, Moments.of(Samples.differences(first, second)).variance(), first.length);
    }

    /** Infinite where all differences are the same though the values are not; 1 where nothing varies. */
    public double value() {
        return apart == 0 && paired == 0 ? 1 : apart / paired;
    }
}
