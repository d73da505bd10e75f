package org.cmm.core.random;

import org.apache.commons.statistics.distribution.GammaDistribution;

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
        return time <= 0 ? 0 : distribution().cumulativeProbability(time);
    }

    @Override
    public double survival(double time) {
        return time <= 0 ? 1 : distribution().survivalProbability(time);
    }

    /** So far out that nothing is left in floating point, it is what it tends to: that of one step. */
    @Override
    public double hazard(double time) {
        if (time < 0) {
            return 0;
        }
        double survival = survival(time);
        return survival > 0 ? distribution().density(time) / survival : 1 / scale;
    }

    private GammaDistribution distribution() {
        return GammaDistribution.of(shape, scale);
    }

    @Override
    public double quantile(double p) {
        Checks.probability(p);
        return scale * new GammaQuantile(shape).of(p);
    }
}
