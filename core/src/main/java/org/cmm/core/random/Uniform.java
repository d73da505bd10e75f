package org.cmm.core.random;

/** Anything between two times, all of it equally likely. */
public record Uniform(double least, double most) implements Law {

    public Uniform {
        Checks.time("uniform", "least", least);
        Checks.time("uniform", "most", most);
        if (least >= most) {
            throw new IllegalArgumentException(
                    "uniform law: most must be more than least (%s), was %s; use a fixed law".formatted(least, most));
        }
    }

    @Override
    public double mean() {
        return least + (most - least) / 2;
    }

    @Override
    public double variance() {
        return (most - least) * (most - least) / 12;
    }

    @Override
    public double cumulative(double time) {
        return Math.clamp((time - least) / (most - least), 0.0, 1.0);
    }

    @Override
    public double survival(double time) {
        return Math.clamp((most - time) / (most - least), 0.0, 1.0);
    }

    @Override
    public double hazard(double time) {
        return time < least ? 0 : time >= most ? Double.POSITIVE_INFINITY : 1 / (most - time);
    }

    @Override
    public double quantile(double p) {
        Checks.probability(p);
        return least + (most - least) * p;
    }
}
