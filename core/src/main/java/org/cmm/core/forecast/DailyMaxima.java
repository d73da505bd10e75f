package org.cmm.core.forecast;

import java.util.Arrays;

/**
 * The highest used share of a volume on each day on which it was measured. Days without a sample are absent, never
 * zero. Immutable.
 */
public final class DailyMaxima {

    private final long[] days;
    private final double[] shares;

    private DailyMaxima(long[] days, double[] shares) {
        this.days = days;
        this.shares = shares;
    }

    /**
     * Takes copies.
     *
     * @param days since 1970, each later than the one before
     * @param shares of the volume's size, 0 to 1, one a day
     */
    public static DailyMaxima of(long[] days, double[] shares) {
        if (days.length != shares.length) {
            throw new IllegalArgumentException(
                    "daily maxima: %d days need as many shares, had %d".formatted(days.length, shares.length));
        }
        for (int index = 0; index < days.length; index++) {
            if (index > 0 && days[index] <= days[index - 1]) {
                throw new IllegalArgumentException(
                        "daily maxima: days must rise, had %d after %d".formatted(days[index], days[index - 1]));
            }
            if (!(shares[index] >= 0 && shares[index] <= 1)) {
                throw new IllegalArgumentException(
                        "daily maxima: a share must be 0 to 1, was %s".formatted(shares[index]));
            }
        }
        return new DailyMaxima(days.clone(), shares.clone());
    }

    public int count() {
        return days.length;
    }

    long day(int index) {
        return days[index];
    }

    double share(int index) {
        return shares[index];
    }

    /** Whether anything was measured on this day. */
    public boolean holds(long day) {
        return Arrays.binarySearch(days, day) >= 0;
    }

    /** Only what was known at the end of this day. */
    public DailyMaxima until(long day) {
        int found = Arrays.binarySearch(days, day);
        return slice(0, found < 0 ? -found - 1 : found + 1);
    }

    /** The newest of these days, and those at most so many days before it. */
    DailyMaxima newest(int length) {
        int from = 0;
        while (from < days.length && days[from] <= days[days.length - 1] - length) {
            from++;
        }
        return slice(from, days.length);
    }

    DailyMaxima slice(int from, int to) {
        return from == 0 && to == days.length
                ? this
                : new DailyMaxima(Arrays.copyOfRange(days, from, to), Arrays.copyOfRange(shares, from, to));
    }

    /** With no more on this day than on those beside it; not the last one. */
    DailyMaxima levelled(int index) {
        double[] levelled = shares.clone();
        levelled[index] = Math.min(shares[index], Math.max(shares[index - 1], shares[index + 1]));
        return new DailyMaxima(days, levelled);
    }

    /** The median share of the days from {@code first} to {@code last}, and where those lie in time on average. */
    Stretch between(long first, long last) {
        double[] within = new double[days.length];
        int count = 0;
        double time = 0;
        for (int index = 0; index < days.length; index++) {
            if (days[index] >= first && days[index] <= last) {
                within[count] = shares[index];
                time += days[index];
                count++;
            }
        }
        return new Stretch(Quantiles.of(Arrays.copyOf(within, count)).median(), time / count);
    }

    record Stretch(double median, double day) {}
}
