package org.cmm.core.random;

/** It does not happen: infinitely long, whatever is drawn. */
public record Never() implements Law {

    @Override
    public double mean() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double variance() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double cumulative(double time) {
        return time == Double.POSITIVE_INFINITY ? 1 : 0;
    }

    @Override
    public double survival(double time) {
        return 1 - cumulative(time);
    }

    @Override
    public double hazard(double time) {
        return 0;
    }

    @Override
    public double quantile(double p) {
        Checks.probability(p);
        return Double.POSITIVE_INFINITY;
    }
}
