package org.cmm.core.forecast;

import java.util.Arrays;

/**
 * Slopes between all pairs of days that lie one to two weeks apart, so that each tells how a stretch of some days went.
 * Their median is the slope of Theil and Sen: H. Theil, <i>A rank-invariant method of linear and polynomial regression
 * analysis</i>, 1950; P. K. Sen, <i>Estimates of the regression coefficient based on Kendall's tau</i>, Journal of the
 * American Statistical Association 63 (1968). Up to 29 % of the days may lie anywhere without moving it far.
 *
 * <p>Cost: eight slopes a day, and sorting them.
 */
final class Slopes {

    /** A rhythm that is shorter does not count: people work by weeks. */
    static final int WEEK = 7;

    private Slopes() {}

    /** In shares a day; empty when the days span less than a week. */
    static Quantiles of(DailyMaxima points) {
        int count = points.count();
        double[] slopes = new double[count * (WEEK + 1)];
        int found = 0;
        for (int from = 0; from < count; from++) {
            for (int to = from + 1; to < count && points.day(to) - points.day(from) <= 2 * WEEK; to++) {
                long days = points.day(to) - points.day(from);
                if (days >= WEEK) {
                    slopes[found] = (points.share(to) - points.share(from)) / days;
                    found++;
                }
            }
        }
        return Quantiles.of(Arrays.copyOf(slopes, found));
    }
}
