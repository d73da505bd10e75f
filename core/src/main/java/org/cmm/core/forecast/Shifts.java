package org.cmm.core.forecast;

import java.util.Arrays;

/**
 * Sudden lasting changes of level: an installation, a clean-up by hand, a larger disk. What came before one says
 * nothing about growth after it.
 *
 * <p>A day differs by as much as it lies beside what the usual daily growth would have made of the day before. That is
 * a shift if it is more than {@link #LEAST} of the volume and more than {@link #NOISES} times what four days of five
 * differ by, and if the week after it lies apart from the week before it by at least half as much. The last condition
 * leaves out a file that comes and goes, and a clean-up every week.
 *
 * <p>Gaps: a machine that is off does not fill its disk, so over a gap anything from no growth to the usual growth is
 * as expected.
 */
final class Shifts {

    static final double LEAST = 0.04;
    static final double NOISES = 4;

    private static final double FOUR_OF_FIVE = 0.8;

    private final DailyMaxima maxima;
    private final double[] beside;
    private final double noise;
    private final double least;
    private final double trend;

    Shifts(DailyMaxima maxima) {
        this.maxima = maxima;
        double usual = usualGrowth(maxima);
        this.beside = new double[Math.max(0, maxima.count() - 1)];
        for (int index = 0; index < beside.length; index++) {
            beside[index] = beside(maxima, index, usual);
        }
        Quantiles sizes = Quantiles.of(Arrays.stream(beside).map(Math::abs).toArray());
        this.noise = sizes.median();
        this.least = Math.max(LEAST, NOISES * sizes.at(FOUR_OF_FIVE));
        double weekly = Slopes.of(maxima).median();
        this.trend = Double.isNaN(weekly) ? usual : weekly;
    }

    /** Index of the day before which the level changed for good, at or before {@code index}; -1 when there is none. */
    int lastUntil(int index) {
        for (int day = index; day > 0; day--) {
            if (Math.abs(beside[day - 1]) > least && lasts(day)) {
                return day;
            }
        }
        return -1;
    }

    /** By how much of the volume a day usually lies beside what is expected. */
    double noise() {
        return noise;
    }

    /**
     * The only day that holds much more than those around it, such as one on which a large file lay there; -1 when
     * there is none, or there are several, since what comes again counts.
     */
    int loneSpike() {
        int found = -1;
        for (int day = 1; day < maxima.count(); day++) {
            if (beside[day - 1] > least && !lasts(day)) {
                if (found >= 0) {
                    return -1;
                }
                found = day;
            }
        }
        return found;
    }

    /** Whether the level rose before this day. */
    boolean isRise(int day) {
        return beside[day - 1] > 0;
    }

    private boolean lasts(int day) {
        long last = maxima.day(day - 1);
        long first = maxima.day(day);
        DailyMaxima.Stretch before = maxima.between(last - Slopes.WEEK + 1, last);
        DailyMaxima.Stretch after = maxima.between(first, first + Slopes.WEEK - 1);
        double apart = after.median() - before.median() - trend * (after.day() - before.day());
        double shift = beside[day - 1];
        return apart * Math.signum(shift) >= Math.abs(shift) / 2;
    }

    private static double usualGrowth(DailyMaxima maxima) {
        double[] growth = new double[Math.max(0, maxima.count() - 1)];
        for (int index = 0; index < growth.length; index++) {
            growth[index] =
                    (maxima.share(index + 1) - maxima.share(index)) / (maxima.day(index + 1) - maxima.day(index));
        }
        return Quantiles.of(growth).median();
    }

    private static double beside(DailyMaxima maxima, int index, double usual) {
        double change = maxima.share(index + 1) - maxima.share(index);
        long days = maxima.day(index + 1) - maxima.day(index);
        double none = days == 1 ? usual : 0;
        double lowest = Math.min(none, usual * days);
        double highest = Math.max(none, usual * days);
        return change - Math.clamp(change, lowest, highest);
    }
}
