package org.cmm.core.random;

import java.util.Collections;
import java.util.List;

/**
 * As it was measured: each of the values is equally likely, and nothing between or beyond them ever comes. Kept in
 * order of size. Searching costs the logarithm of their number, drawing nothing.
 */
public record Empirical(List<Double> values) implements Law {

    public Empirical {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("empirical law: needs at least one value, had none");
        }
        values.forEach(value -> Checks.time("empirical", "every value", value));
        values = values.stream().sorted().toList();
    }

    @Override
    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    /** Of these values themselves, not an estimate from them: divided by their number. */
    @Override
    public double variance() {
        double mean = mean();
        return values.stream()
                        .mapToDouble(value -> (value - mean) * (value - mean))
                        .sum()
                / values.size();
    }

    @Override
    public double cumulative(double time) {
        return (double) countUntil(time) / values.size();
    }

    @Override
    public double survival(double time) {
        return (double) (values.size() - countUntil(time)) / values.size();
    }

    @Override
    public double hazard(double time) {
        int left = values.size() - countUntil(StrictMath.nextDown(time));
        return left == 0 ? Double.POSITIVE_INFINITY : 1 - (double) (values.size() - countUntil(time)) / left;
    }

    @Override
    public double quantile(double p) {
        Checks.probability(p);
        // Rounding must not lift a p that is a whole number of steps to the next one.
        int rank = (int) StrictMath.ceil(p * values.size() * (1 - StrictMath.ulp(1.0)));
        return values.get(Math.max(1, rank) - 1);
    }

    private int countUntil(double time) {
        int found = Collections.binarySearch(values, time);
        if (found < 0) {
            return -found - 1;
        }
        int last = found;
        while (last < values.size() && values.get(last) <= time) {
            last++;
        }
        return last;
    }
}
