package org.cmm.core.random;

/** Without memory: what has lasted long is as likely to end now as what began just now. */
public record Exponential(double mean) implements Law {

    public Exponential {
        Checks.positive("exponential", "mean", mean);
    }

    @Override
    public double variance() {
        return mean * mean;
    }

    @Override
    public double cumulative(double time) {
        return time <= 0 ? 0 : -StrictMath.expm1(-time / mean);
    }

    @Override
    public double survival(double time) {
        return time <= 0 ? 1 : StrictMath.exp(-time / mean);
    }

    @Override
    public double hazard(double time) {
        return time < 0 ? 0 : 1 / mean;
    }

    @Override
    public double quantile(double p) {
        Checks.probability(p);
        return -mean * StrictMath.log1p(-p);
    }

    /** It has no memory. */
    @Override
    public double quantileBeyond(double age, double p) {
        return Math.max(0, age) + quantile(p);
    }
}
