package org.cmm.core.statistics;

/**
 * Count, mean and variance of some values, summed in their order, so that the same values give the same bits.
 *
 * @param mean 0 without values
 * @param variance divided by the count less one; 0 with fewer than two values
 */
record Moments(int n, double mean, double variance) {

    static Moments of(double[] values) {
        Samples.finite(values);
        int n = values.length;
        if (n == 0) {
            return new Moments(0, 0, 0);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / n;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Moments(n, mean, n < 2 ? 0 : squares / (n - 1));
    }

    double standardError() {
        return Math.sqrt(variance / n);
    }
}
