package org.cmm.core.forecast;

import java.util.Arrays;

/** Numbers in order. An empty one has no quantile, which is NaN. */
final class Quantiles {

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /** Sorts what it is given, in place. */
    static Quantiles of(double[] numbers) {
        Arrays.sort(numbers);
        return new Quantiles(numbers);
    }

    double median() {
        return at(0.5);
    }

    /** Between two numbers in proportion. */
    double at(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
