package org.cmm.core.reliability;

import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.cmm.core.random.Empirical;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Gamma;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Never;
import org.cmm.core.random.Uniform;
import org.cmm.core.random.Weibull;

/**
 * How long something lasts on average if it is ended at a time in any case: the integral of its survival from 0 to
 * there, as a formula for each law (S. A. Klugman, H. H. Panjer, G. E. Willmot, <i>Loss models</i>, appendix A, where
 * it is the limited expected value).
 */
final class CappedMean {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private CappedMean() {}

    /** @param cap 0 or more */
    static double of(Law law, double cap) {
        return switch (law) {
            case Exponential(double mean) -> -mean * Math.expm1(-cap / mean);
            case Weibull weibull ->
                weibull.mean()
                                * RegularizedGamma.P.value(
                                        1 + 1 / weibull.shape(), Math.pow(cap / weibull.scale(), weibull.shape()))
                        + cap * weibull.survival(cap);
            case Lognormal lognormal -> lognormal.mean() * shareOfMean(lognormal, cap) + cap * lognormal.survival(cap);
            case Gamma gamma ->
                gamma.mean() * RegularizedGamma.P.value(gamma.shape() + 1, cap / gamma.scale())
                        + cap * gamma.survival(cap);
            case Uniform(double least, double most) -> {
                double over = Math.clamp(cap, least, most) - least;
                yield Math.min(cap, least) + over - over * over / (2 * (most - least));
            }
            case Fixed(double value) -> Math.min(value, cap);
            case Empirical empirical ->
                empirical.values().stream()
                        .mapToDouble(value -> Math.min(value, cap))
                        .average()
                        .orElseThrow();
            case Never() -> cap;
        };
    }

    /** How much of the mean comes from values up to the cap. */
    private static double shareOfMean(Lognormal law, double cap) {
        double z = (Math.log(cap) - law.logMean()) / law.logSd();
        return NORMAL.cumulativeProbability(z - law.logSd());
    }
}
