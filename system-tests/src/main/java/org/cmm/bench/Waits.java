package org.cmm.bench;

import java.util.Arrays;
import java.util.Collection;

/** How long somebody waited, each time, in milliseconds, ascending. */
@SuppressWarnings("ArrayRecordComponent") // a result to be printed, never compared
record Waits(double[] milliseconds) {

    static Waits of(Collection<Double> milliseconds) {
        return new Waits(
                milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    static Waits of(double[] milliseconds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        return new Waits(sorted);
    }

    double quantile(double share) {
        return milliseconds.length == 0
                ? Double.NaN
                : milliseconds[(int) Math.min(milliseconds.length - 1L, (long) (milliseconds.length * share))];
    }

    /** Median and 95 % quantile. */
    void addTo(Figures figures, String name) {
        figures.add(name + ".p50_ms", quantile(0.5));
        figures.add(name + ".p95_ms", quantile(0.95));
    }
}
