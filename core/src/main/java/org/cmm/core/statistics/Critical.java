package org.cmm.core.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How many standard errors an interval reaches to either side. Cut to nine decimals: the digits behind may differ
 * between processors, and results must not.
 */
final class Critical {

    private static final double DECIMALS = 1e9;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Critical() {}

    /**
     * Student's, for a mean of normal values whose variance was estimated with so many degrees of freedom, 1 or more.
     */
    static double student(double level, int freedom) {
        return cut(TDistribution.of(freedom).inverseSurvivalProbability(tail(level)));
    }

    /** For a variance that is known. */
    static double normal(double level) {
        return cut(NORMAL.inverseSurvivalProbability(tail(level)));
    }

    private static double tail(double level) {
        Samples.level(level);
        return (1 - level) / 2;
    }

    private static double cut(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}
