package org.cmm.core.statistics;

/**
 * An estimate whose interval does not reach equally far to both sides.
 *
 * @param lower at most the estimate, perhaps infinite
 * @param upper at least the estimate, perhaps infinite
 * @param n how many independent values it is made of
 * @param level how often such intervals hold the truth, at least, such as 0.95
 */
public record Interval(double estimate, double lower, double upper, int n, double level) {

    public Interval {
        if (!(lower <= estimate && estimate <= upper)) {
            throw new IllegalArgumentException(
                    "interval: %s to %s must hold the estimate, which was %s".formatted(lower, upper, estimate));
        }
        Samples.level(level);
    }

    public boolean holds(double value) {
        return lower <= value && value <= upper;
    }
}
