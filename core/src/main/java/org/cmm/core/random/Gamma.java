package org.cmm.core.random;

/**
 * So many steps of one exponential length each, if the shape is whole (Erlang's law); else what lies between. Above a
 * shape of 1 its hazard grows with age, though never beyond that of one step.
 */
public record Gamma(double shape, double scale) implements Law {

    public Gamma {
        Checks.positive("gamma", "shape", shape);
        Checks.positive("gamma", "scale", scale);
    }

    @Override
    public double mean() {
        return shape * scale;
    }

    @Override
    public double variance() {
        return shape * scale * scale;
    }

    @Override
    public double cumulative(double time) {
        return time <= 0 ? 0 : IncompleteGamma.lower(shape, time / scale, IncompleteGamma.logGamma(shape));
    }

    @Override
    public double survival(double time) {
        return time <= 0 ? 1 : IncompleteGamma.upper(shape, time / scale, IncompleteGamma.logGamma(shape));
    }

    /** So far out that nothing is left in floating point, it is what it tends to: that of one step. */
    @Override
    public double hazard(double time) {
        if (time < 0) {
            return 0;
        }
        double survival = survival(time);
        return survival > 0 ? density(time) / survival : 1 / scale;
    }

    private double density(double time) {
        double x = time / scale;
        double power = shape == 1 ? 0 : (shape - 1) * StrictMath.log(x);
        return StrictMath.exp(power - x - IncompleteGamma.logGamma(shape)) / scale;
    }

    @Override
    public double quantile(double p) {
        Checks.probability(p);
        return scale * new GammaQuantile(shape).of(p);
    }
}
