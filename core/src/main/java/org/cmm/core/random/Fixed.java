package org.cmm.core.random;

/** Always the same. */
public record Fixed(double value) implements Law {

    public Fixed {
        Checks.time("fixed", "value", value);
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public double cumulative(double time) {
        return time < value ? 0 : 1;
    }

    @Override
    public double survival(double time) {
        return 1 - cumulative(time);
    }

    @Override
    public double hazard(double time) {
        return time < value ? 0 : time > value ? Double.POSITIVE_INFINITY : 1;
    }

    @Override
    public double quantile(double p) {
        Checks.probability(p);
        return value;
    }
}
