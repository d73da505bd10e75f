package org.cmm.core.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The law that the logarithm of a time follows, once it is shifted and stretched to {@code z}: logarithms of the
 * density and of survival, with their first two derivatives.
 */
enum Standard {

    /** Of the smallest of many: times are Weibull's, or exponential. */
    EXTREME {
        @Override
        double logDensity(double z) {
            return z - Math.exp(z);
        }

        @Override
        double slope(double z) {
            return 1 - Math.exp(z);
        }

        @Override
        double bend(double z) {
            return -Math.exp(z);
        }

        @Override
        double logSurvival(double z) {
            return -Math.exp(z);
        }

        @Override
        double survivalSlope(double z) {
            return -Math.exp(z);
        }

        @Override
        double survivalBend(double z) {
            return -Math.exp(z);
        }
    },

    /** Of the sum of many: times are lognormal. */
    NORMAL {
        @Override
        double logDensity(double z) {
            return -z * z / 2 - HALF_LOG_TWO_PI;
        }

        @Override
        double slope(double z) {
            return -z;
        }

        @Override
        double bend(double z) {
            return -1;
        }

        @Override
        double logSurvival(double z) {
            return z < FAR ? Math.log(GAUSS.survivalProbability(z)) : logDensity(z) - Math.log(hazard(z));
        }

        @Override
        double survivalSlope(double z) {
            return -hazard(z);
        }

        @Override
        double survivalBend(double z) {
            return -hazard(z) * (hazard(z) - z);
        }
    };

    private static final NormalDistribution GAUSS = NormalDistribution.of(0, 1);
    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    /** From here on the hazard's asymptotic series is exact to some six digits, and survival will soon be 0. */
    private static final double FAR = 30;

    abstract double logDensity(double z);

    abstract double slope(double z);

    abstract double bend(double z);

    abstract double logSurvival(double z);

    abstract double survivalSlope(double z);

    abstract double survivalBend(double z);

    private static double hazard(double z) {
        return z < FAR ? GAUSS.density(z) / GAUSS.survivalProbability(z) : z + 1 / z - 2 / (z * z * z);
    }
}
