package org.cmm.core.history;

/**
 * What the readings of one layout of one server came to over an interval, as one row of numbers: four about the
 * interval, then five for each series.
 *
 * @param at start of the interval in milliseconds since 1970
 * @param numbers {@code samples, coverage, first, last}, then {@code minimum, maximum, sum, last, count} of each
 *     series; the statistics of a series without a reading are {@code NaN}, its count is 0
 */
@SuppressWarnings("ArrayRecordComponent") // thousands a second pass; nobody compares them
public record Rollup(long at, double[] numbers) {

    /** Numbers about the interval, before those of the series. */
    public static final int HEAD = 4;
    /** Numbers of each series. */
    public static final int EACH = 5;

    /** Places among the numbers of a series. */
    public static final int MINIMUM = 0;

    public static final int MAXIMUM = 1;
    public static final int SUM = 2;
    public static final int LAST = 3;
    public static final int COUNT = 4;

    public static int width(int series) {
        return HEAD + EACH * series;
    }

    /** Samples in the interval. */
    public long samples() {
        return (long) numbers[0];
    }

    /** The share of the expected samples that came, 0 to 1. */
    public double coverage() {
        return numbers[1];
    }

    /** The time of the first sample, in milliseconds since 1970. */
    public long first() {
        return at + Math.round(numbers[2] * 1000);
    }

    /** The time of the last sample, in milliseconds since 1970. */
    public long last() {
        return at + Math.round(numbers[3] * 1000);
    }

    public int series() {
        return (numbers.length - HEAD) / EACH;
    }

    /** One statistic of a series. */
    public double of(int series, int statistic) {
        return numbers[HEAD + EACH * series + statistic];
    }
}
