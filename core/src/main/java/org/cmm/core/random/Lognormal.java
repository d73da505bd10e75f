package org.cmm.core.random;

/**
 * The logarithm is normally distributed: most are short and a few very long, as repairs are.
 *
 * @param logMean mean of the natural logarithm
 * @param logSd its standard deviation
 */
public record Lognormal(double logMean, double logSd) implements Law {

    public Lognormal {
        Checks.finite("lognormal", "mean of the logarithm", logMean);
        Checks.positive("lognormal", "standard deviation of the logarithm", logSd);
    }

    @Override
    public double mean() {
        return StrictMath.exp(logMean + logSd * logSd / 2);
    }

    @Override
    public double variance() {
        double square = logSd * logSd;
        return StrictMath.expm1(square) * StrictMath.exp(2 * logMean + square);
    }

    @Override
    public double cumulative(double time) {
        return time <= 0 ? 0 : NormalTail.above(-standard(time));
    }

    @Override
    public double survival(double time) {
        return time <= 0 ? 1 : NormalTail.above(standard(time));
    }

    /** So far out that nothing is left in floating point, it is what it tends to: Mills' ratio tends to 1. */
    @Override
    public double hazard(double time) {
        if (time <= 0) {
            return 0;
        }
        double z = standard(time);
        double survival = NormalTail.above(z);
        return (survival > 0 ? NormalTail.density(z) / survival : z) / (logSd * time);
    }

    private double standard(double time) {
        return (StrictMath.log(time) - logMean) / logSd;
    }

    @Override
    public double quantile(double p) {
        Checks.probability(p);
        return StrictMath.exp(logMean + logSd * NormalQuantile.of(p));
    }
}
