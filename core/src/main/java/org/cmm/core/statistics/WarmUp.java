package org.cmm.core.statistics;

import java.util.OptionalInt;

/**
 * How many values at the beginning of a series still tell of its start, by MSER-5: those after which the mean of the
 * rest is surest, in steps of five (K. P. White, <i>An effective truncation heuristic for bias reduction in simulation
 * output</i>, Simulation 69, 1997; with batches of five: K. P. White, M. J. Cobb, S. C. Spratt, WSC 2000). Cost: one
 * pass.
 */
public final class WarmUp {

    private static final int BATCH = 5;
    private static final int LEAST_BATCHES = 10;

    private WarmUp() {}

    /**
     * So many values are to be left out, a multiple of five; nothing if the series is too short or has not settled,
     * which shows by its best cut lying in the second half.
     *
     * @param series values at equal distances in time
     */
    public static OptionalInt length(double[] series) {
        Samples.finite(series);
        int batches = series.length / BATCH;
        if (batches < LEAST_BATCHES) {
            return OptionalInt.empty();
        }
        int best = batches;
        double least = Double.POSITIVE_INFINITY;
        double mean = 0;
        double squares = 0;
        for (int cut = batches - 1; cut >= 0; cut--) {
            int rest = batches - cut;
            double away = batchMean(series, cut) - mean;
            mean += away / rest;
            squares += away * away * (rest - 1) / rest;
            double error = squares / ((double) rest * rest);
            if (rest >= BATCH && error <= least) {
                least = error;
                best = cut;
            }
        }
        return best <= batches / 2 ? OptionalInt.of(best * BATCH) : OptionalInt.empty();
    }

    private static double batchMean(double[] series, int batch) {
        double sum = 0;
        for (int index = batch * BATCH; index < (batch + 1) * BATCH; index++) {
            sum += series[index];
        }
        return sum / BATCH;
    }
}
