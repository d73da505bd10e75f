package org.cmm.core.statistics;

/**
 * One mean divided by another, as the hours of repair by the number of failures, or money by the hours it avoided. What
 * is wanted is the ratio of the sums over all replications; the mean of their ratios would be another number.
 */
public sealed interface Ratio {

    /** At less than this no replication could be left out safely: the others might add up to 0. */
    double LEAST_LEVEL = 0.8;

    /** It has an interval. */
    record Known(Estimate estimate) implements Ratio {}

    /** The divisor cannot be told from 0, so the ratio could be anything; this is the best guess. */
    record Unbounded(double ratio) implements Ratio {}

    /** There is nothing to divide by, such as no failure at all. */
    record Undefined() implements Ratio {}

    /**
     * The ratio by the jackknife: each replication is left out once, and how much that moves the ratio says how sure it
     * is (R. G. Miller, <i>The jackknife: a review</i>, Biometrika 61, 1974). Unlike the delta method it also takes
     * away most of the bias that dividing brings with few replications.
     *
     * <p>There is an interval only if the divisor's own excludes 0: else there is none that is finite (E. C. Fieller,
     * <i>Some problems in interval estimation</i>, JRSS B 16, 1954).
     *
     * @param over one value for each replication
     * @param under another one for each
     */
    static Ratio of(double[] over, double[] under, double level) {
        Samples.paired(over, under);
        Moments divisor = Moments.of(under);
        double divided = Moments.of(over).mean();
        if (divisor.mean() == 0) {
            return new Undefined();
        }
        if (!Estimates.mean(under, Math.max(level, LEAST_LEVEL)).excludesZero()) {
            return new Unbounded(divided / divisor.mean());
        }
        return new Known(Estimates.mean(pseudoValues(over, under), level));
    }

    private static double[] pseudoValues(double[] over, double[] under) {
        int n = over.length;
        double overSum = Moments.of(over).mean() * n;
        double underSum = Moments.of(under).mean() * n;
        double[] pseudo = new double[n];
        for (int index = 0; index < n; index++) {
            double without = (overSum - over[index]) / (underSum - under[index]);
            pseudo[index] = n * overSum / underSum - (n - 1) * without;
        }
        return pseudo;
    }
}
