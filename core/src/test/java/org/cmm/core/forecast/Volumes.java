package org.cmm.core.forecast;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Made-up volumes: their highest used share of each day. Days that are NaN were not measured. */
final class Volumes {

    private Volumes() {}

    static double[] days(int count, IntToDoubleFunction share) {
        double[] days = new double[count];
        for (int day = 0; day < count; day++) {
            days[day] = Math.clamp(share.applyAsDouble(day), 0, 1);
        }
        return days;
    }

    /** Grows by about as much every day, measured with some trembling. */
    static double[] steady(int count, double start, double growth, double noise, Random random) {
        return days(count, day -> start + growth * day + noise * random.nextGaussian());
    }

    /** Each day's growth is a chance of its own, as of people's files: often nothing, at times much. */
    static double[] uneven(int count, double start, double growth, Random random) {
        double[] level = {start};
        return days(count, day -> {
            level[0] += random.nextInt(3) == 0 ? 0 : -Math.log(1 - random.nextDouble()) * growth * 1.5;
            return level[0];
        });
    }

    /** Grows on working days only. */
    static double[] workdays(int count, double start, double growth, double noise, Random random) {
        return days(
                count, day -> start + growth * (day / 7 * 5 + Math.min(day % 7, 5)) + noise * random.nextGaussian());
    }

    /** Fills up and is emptied every so many days. */
    static double[] sawtooth(int count, double floor, double height, int period, double noise, Random random) {
        return days(count, day -> floor + height * (day % period) / (period - 1) + noise * random.nextGaussian());
    }

    /** Hardly trembles, then holds more (or less) at once. */
    static double[] jump(int count, double before, double after, int at, double noise, Random random) {
        return days(count, day -> (day < at ? before : after) + noise * random.nextGaussian());
    }

    static double[] wander(int count, double start, double step, Random random) {
        double[] level = {start};
        return days(count, day -> {
            level[0] = Math.clamp(level[0] + step * random.nextGaussian(), 0.05, 0.97);
            return level[0];
        });
    }

    /** As if the machine had been off on some days. */
    static double[] withGaps(double[] days, double share, Random random) {
        return Arrays.stream(days)
                .map(day -> random.nextDouble() < share ? Double.NaN : day)
                .toArray();
    }

    static DailyMaxima maxima(double[] days) {
        return maxima(days, days.length);
    }

    /** What is known after so many days. */
    static DailyMaxima maxima(double[] days, int count) {
        long[] known = new long[count];
        double[] shares = new double[count];
        int found = 0;
        for (int day = 0; day < count; day++) {
            if (!Double.isNaN(days[day])) {
                known[found] = 20_000L + day;
                shares[found] = days[day];
                found++;
            }
        }
        return DailyMaxima.of(Arrays.copyOf(known, found), Arrays.copyOf(shares, found));
    }
}
