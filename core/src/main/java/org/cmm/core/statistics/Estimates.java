package org.cmm.core.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Estimates from values that are independent and alike, one from each replication. Nothing is assumed of a single
 * replication's inside, where one failure leads to another.
 */
public final class Estimates {

    private Estimates() {}

    /** The mean, by Student's t: exact for normal values, good for the sums and means that replications give. */
    public static Estimate mean(double[] values, double level) {
        Moments moments = Moments.of(values);
        if (moments.n() < 2) {
            return new Estimate(moments.mean(), Double.POSITIVE_INFINITY, moments.n(), level);
        }
        double halfWidth = Critical.student(level, moments.n() - 1) * moments.standardError();
        return new Estimate(moments.mean(), halfWidth, moments.n(), level);
    }

    /**
     * By how much the first is more than the second, where each pair met the same chance (common random numbers): the
     * mean of the differences, whose interval is as narrow as the pairs are alike.
     */
    public static Estimate difference(double[] first, double[] second, double level) {
        return mean(Samples.differences(first, second), level);
    }

    /**
     * How likely something is that happened so many times in {@code n} (E. B. Wilson, <i>Probable inference, the law of
     * succession, and statistical inference</i>, JASA 22, 1927). Unlike the usual formula it says something even where
     * it happened never or always. Without a trial it is anything from 0 to 1.
     */
    public static Interval proportion(int times, int n, double level) {
        if (times < 0 || times > n) {
            throw new IllegalArgumentException(
                    "proportion: times must be 0 to %d, the number of trials, was %d".formatted(n, times));
        }
        double share = n == 0 ? 0.5 : (double) times / n;
        double z = Critical.normal(level);
        double weight = n + z * z;
        double centre = (times + z * z / 2) / weight;
        double reach = z / weight * Math.sqrt(n * share * (1 - share) + z * z / 4);
        double lower = times == 0 ? 0 : Math.min(share, centre - reach);
        double upper = times == n ? 1 : Math.max(share, centre + reach);
        return new Interval(share, lower, upper, n, level);
    }

    /** The median; see {@link #quantile}. */
    public static Optional<Interval> median(double[] values, double level) {
        return quantile(values, 0.5, level);
    }

    /**
     * The value below which a share of {@code p} lies, between two of the sorted values, whatever law they follow (H.
     * A. David, H. N. Nagaraja, <i>Order statistics</i>, 7.1). An end is infinite where too few values lie on its side.
     * Nothing without values.
     *
     * @param p between 0 and 1
     */
    public static Optional<Interval> quantile(double[] values, double p, double level) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("quantile: p must be between 0 and 1, was %s".formatted(p));
        }
        Samples.finite(values);
        Samples.level(level);
        if (values.length == 0) {
            return Optional.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        BinomialDistribution below = BinomialDistribution.of(sorted.length, p);
        double tail = (1 - level) / 2;
        int low = below.inverseCumulativeProbability(tail) - 1;
        int high = below.inverseSurvivalProbability(tail);
        double estimate = between(sorted, p * (sorted.length - 1));
        return Optional.of(new Interval(
                estimate,
                low < 0 ? Double.NEGATIVE_INFINITY : Math.min(estimate, sorted[low]),
                high >= sorted.length ? Double.POSITIVE_INFINITY : Math.max(estimate, sorted[high]),
                sorted.length,
                level));
    }

    private static double between(double[] sorted, double rank) {
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
