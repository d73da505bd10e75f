package org.cmm.core.forecast;

import java.time.Duration;
import org.cmm.core.forecast.Forecast.Filling;
import org.cmm.core.forecast.Forecast.Quiet;
import org.cmm.core.forecast.Forecast.Why;

/**
 * When a volume will be full, told from its daily maxima and from nothing else.
 *
 * <p>Looked at is the upper envelope of the days since the level last {@linkplain Shifts shifted}: each day's highest
 * share of the week that ends with it, so that a rhythm of a week or less vanishes. Growth is told by the slopes
 * between days of the envelope that lie one to two weeks apart ({@link Slopes}): their median, and their lower and
 * upper {@link #OUTSIDE tenth} for the interval. How much past stretches of days differed, unlike the error of a fitted
 * line, says how much the coming days may differ.
 *
 * <p>Quiet unless {@link #LEAST_DAYS} days are known since the last shift, the slow tenth still grows by a
 * {@link #UNEVEN tenth} of the fast one, and {@link #LEAST_GROWTH} of the volume was filled; and about a volume that
 * was emptied at least twice, until it holds more than it did before any of that. More growth from the same first day
 * never makes the forecast later.
 *
 * <p>Gaps: absent days are left out; nothing is made up for them. Cost: some 50 µs for {@link #WINDOW} days.
 */
public final class DiskForecast {

    /** Older days count for nothing. */
    public static final int WINDOW = 90;

    /** Three weeks: with fewer days a weekly rhythm cannot be told from growth. */
    public static final int LEAST_DAYS = 21;

    /** Nothing is foretold that would happen later. */
    public static final int HORIZON = 180;

    static final double OUTSIDE = 0.1;
    static final double UNEVEN = 0.1;
    static final double LEAST_GROWTH = 0.01;

    /** Added on both sides: what is foretold from the past alone cannot be surer. */
    private static final double MARGIN = 0.1;

    private static final double LEAST_MARGIN_DAYS = 0.25;
    private static final int EMPTIED_OFTEN = 2;
    private static final double DAY_SECONDS = 86_400;

    private final DailyMaxima maxima;
    private final Shifts shifts;

    private DiskForecast(DailyMaxima maxima) {
        this.shifts = new Shifts(maxima);
        int spike = shifts.loneSpike();
        this.maxima = spike < 0 || spike == maxima.count() - 1 ? maxima : maxima.levelled(spike);
    }

    public static Forecast of(DailyMaxima maxima) {
        return new DiskForecast(maxima.newest(WINDOW)).forecast();
    }

    private Forecast forecast() {
        int last = maxima.count() - 1;
        int since = shifts.lastUntil(last);
        DailyMaxima regime = maxima.slice(Math.max(0, since), maxima.count());
        if (regime.count() < LEAST_DAYS) {
            return new Quiet(since < 0 ? Why.TOO_FEW_DAYS : shifts.isRise(since) ? Why.JUMPED : Why.EMPTIED);
        }
        DailyMaxima envelope = envelope(regime);
        double level = envelope.share(envelope.count() - 1);
        return isEmptiedAgain(last, level) ? new Quiet(Why.EMPTIED_AGAIN) : grown(envelope, level);
    }

    /** Whether it was emptied several times, always from as much as it holds now or more. */
    private boolean isEmptiedAgain(int last, double level) {
        int times = 0;
        double peak = 0;
        for (int day = shifts.lastUntil(last); day > 0; day = shifts.lastUntil(day - 1)) {
            if (!shifts.isRise(day)) {
                times++;
                peak = Math.max(peak, maxima.share(day - 1));
            }
        }
        return times >= EMPTIED_OFTEN && level <= peak;
    }

    private Forecast grown(DailyMaxima envelope, double level) {
        long days = envelope.day(envelope.count() - 1) - envelope.day(0);
        Quantiles slopes = Slopes.of(envelope);
        double slow = slopes.at(OUTSIDE);
        double usual = slopes.median();
        double fast = slopes.at(1 - OUTSIDE);
        if (!(slow > 0) || slow < UNEVEN * fast || usual * days < LEAST_GROWTH) {
            return new Quiet(Why.STEADY);
        }
        double room = 1 - level;
        double likely = room / usual;
        if (likely > HORIZON) {
            return new Quiet(Why.FAR);
        }
        double soonest = (room - shifts.noise()) / fast * (1 - MARGIN) - LEAST_MARGIN_DAYS;
        double latest = (room + shifts.noise()) / slow * (1 + MARGIN) + LEAST_MARGIN_DAYS;
        return new Filling(duration(Math.max(0, soonest)), duration(likely), duration(latest));
    }

    /** The first days have too little before them, and are left out: they would look like growth. */
    private static DailyMaxima envelope(DailyMaxima regime) {
        long first = regime.day(0) + Slopes.WEEK - 1;
        int from = 0;
        while (regime.day(from) < first) {
            from++;
        }
        long[] days = new long[regime.count() - from];
        double[] highest = new double[days.length];
        for (int index = 0; index < days.length; index++) {
            days[index] = regime.day(from + index);
            highest[index] = highest(regime, from + index);
        }
        return DailyMaxima.of(days, highest);
    }

    private static double highest(DailyMaxima regime, int index) {
        double highest = regime.share(index);
        for (int day = index; day >= 0 && regime.day(day) > regime.day(index) - Slopes.WEEK; day--) {
            highest = Math.max(highest, regime.share(day));
        }
        return highest;
    }

    private static Duration duration(double days) {
        return Duration.ofSeconds(Math.round(days * DAY_SECONDS));
    }
}
