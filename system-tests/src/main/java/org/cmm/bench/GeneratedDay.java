package org.cmm.bench;

import java.util.List;

/**
 * What one machine measured on one day.
 *
 * @param at times in milliseconds since the day began, rising
 * @param columns one array for each series; {@code NaN} is absent
 * @param late what the machine delivered late: samples from one place to before another
 */
@SuppressWarnings("ArrayRecordComponent") // made to be read once, and never compared
record GeneratedDay(long[] at, double[][] columns, List<Part> late) {

    record Part(int from, int to) {}

    int samples() {
        return at.length;
    }

    /** The values of one sample, in the order of the series. */
    double[] sample(int place) {
        double[] values = new double[columns.length];
        for (int column = 0; column < values.length; column++) {
            values[column] = columns[column][place];
        }
        return values;
    }
}
