package org.cmm.core.random;

/**
 * Ageing: with a shape above 1 the hazard grows with age (wear), with one below 1 it falls (teething troubles), and
 * with 1 it is the exponential law. 63 % have ended by {@code scale} (W. Weibull, <i>A statistical distribution
 * function of wide applicability</i>, Journal of Applied Mechanics 18, 1951).
 */
public record Weibull(double shape, double scale) implements Law {

    public Weibull {
        Checks.positive("Weibull", "shape", shape);
        Checks.positive("Weibull", "scale", scale);
    }

    @Override
    public double mean() {
        return scale * moment(1);
    }

    @Override
    public double variance() {
        double mean = moment(1);
        return scale * scale * (moment(2) - mean * mean);
    }

    /** The mean of a power, for a scale of 1. */
    private double moment(int power) {
        return StrictMath.exp(IncompleteGamma.logGamma(1 + power / shape));
    }

    @Override
    public double cumulative(double time) {
        return time <= 0 ? 0 : -StrictMath.expm1(-cumulativeHazard(time));
    }

    @Override
    public double survival(double time) {
        return time <= 0 ? 1 : StrictMath.exp(-cumulativeHazard(time));
    }

    @Override
    public double hazard(double time) {
        return time < 0 ? 0 : shape / scale * StrictMath.pow(time / scale, shape - 1);
    }

    private double cumulativeHazard(double time) {
        return StrictMath.pow(time / scale, shape);
    }

    /** The power is taken by logarithms: as exact as anybody needs, and twice as fast. */
    @Override
    public double quantile(double p) {
        Checks.probability(p);
        return scale * StrictMath.exp(StrictMath.log(-StrictMath.log1p(-p)) / shape);
    }

    /** At any age, since hazards add up. */
    @Override
    public double quantileBeyond(double age, double p) {
        Checks.probability(p);
        return scale * StrictMath.pow(cumulativeHazard(Math.max(0, age)) - StrictMath.log1p(-p), 1 / shape);
    }
}
