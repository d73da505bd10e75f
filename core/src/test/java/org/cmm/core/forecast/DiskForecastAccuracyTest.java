package org.cmm.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cmm.core.forecast.Forecast.Filling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often forecasts are right, over many made-up volumes that are asked every day. The figures that stand in
 * docs/forecast.md come from here.
 */
class DiskForecastAccuracyTest {

    private static final int VOLUMES = 100;
    private static final int DAYS = 180;

    /** As the rule comes: a warning when a volume will be full within a week. */
    private static final double WARNING_DAYS = 7;

    /** @param off share of the days on which the machine is off */
    private record Kind(String name, double off, Function<Random, double[]> days) {

        Kind(String name, Function<Random, double[]> days) {
            this(name, 0, days);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> neverFull() {
        return Stream.of(
                new Kind("flat", random -> Volumes.steady(DAYS, at(random), 0, 0.001, random)),
                new Kind("noisy", random -> Volumes.steady(DAYS, at(random), 0, 0.02, random)),
                new Kind(
                        "emptied every week",
                        random -> Volumes.sawtooth(DAYS, at(random) - 0.2, 0.2, 7, 0.005, random)),
                new Kind(
                        "emptied every month",
                        random -> Volumes.sawtooth(DAYS, at(random) - 0.3, 0.3, 30, 0.005, random)),
                new Kind("jump", random -> Volumes.jump(DAYS, at(random) - 0.3, at(random), 60, 0.003, random)),
                new Kind("shrinking", random -> Volumes.steady(DAYS, 0.95, -0.003, 0.005, random)),
                new Kind("wandering", random -> Volumes.wander(DAYS, at(random), 0.006, random)),
                new Kind("off on every third day", 0.33, random -> Volumes.steady(DAYS, at(random), 0, 0.01, random)));
    }

    static Stream<Kind> filling() {
        return Stream.of(
                new Kind("steady", random -> Volumes.steady(400, 0.3, pace(random), 0.005, random)),
                new Kind("noisy", random -> Volumes.steady(400, 0.3, pace(random), 0.02, random)),
                new Kind("uneven", random -> Volumes.uneven(400, 0.3, pace(random), random)),
                new Kind("on working days", random -> Volumes.workdays(400, 0.3, pace(random), 0.003, random)),
                new Kind(
                        "off on every third day",
                        0.33,
                        random -> Volumes.steady(400, 0.3, pace(random), 0.005, random)),
                new Kind("after a jump", random -> {
                    double pace = pace(random);
                    return Volumes.days(
                            400, day -> (day < 20 ? 0.1 : 0.3) + pace * day + 0.003 * random.nextGaussian());
                }));
    }

    /** Neighbouring seeds begin alike. */
    private static Random random(int volume) {
        return new Random(volume * 0x9E3779B97F4A7C15L);
    }

    private static double at(Random random) {
        return 0.5 + 0.45 * random.nextDouble();
    }

    /** From a third of a percent to one and a half a day. */
    private static double pace(Random random) {
        return 0.003 + 0.012 * random.nextDouble();
    }

    @ParameterizedTest
    @MethodSource("neverFull")
    @DisplayName("seldom cries wolf about a volume that never fills up:")
    void seldomCriesWolf(Kind kind) {
        int volumes = 0;
        int dayCount = 0;
        for (int volume = 0; volume < VOLUMES; volume++) {
            double[] days = Volumes.withGaps(kind.days().apply(random(volume)), kind.off(), random(-volume));
            int alarms = 0;
            for (int count = 1; count <= DAYS; count++) {
                alarms += alarms(DiskForecast.of(Volumes.maxima(days, count))) ? 1 : 0;
            }
            dayCount += alarms;
            volumes += alarms > 0 ? 1 : 0;
        }
        double ofVolumes = (double) volumes / VOLUMES;
        System.out.printf(
                "never full, %s: alarms on %.2f %% of days, %.1f %% of volumes in %d days%n",
                kind.name(), 100.0 * dayCount / VOLUMES / DAYS, 100 * ofVolumes, DAYS);
        assertThat(ofVolumes).isLessThanOrEqualTo(0.12);
    }

    @ParameterizedTest
    @MethodSource("filling")
    @DisplayName("says in time when a volume will be full, and between which days:")
    void saysInTime(Kind kind) {
        int asked = 0;
        int right = 0;
        int warned = 0;
        List<Double> leads = new ArrayList<>();
        List<Double> widths = new ArrayList<>();
        for (int volume = 0; volume < VOLUMES; volume++) {
            double[] complete = kind.days().apply(random(volume));
            double[] days = Volumes.withGaps(complete, kind.off(), random(-volume));
            int full = full(complete);
            double lead = 0;
            for (int count = full - 30; count <= full; count++) {
                if (!Double.isNaN(days[count - 1])
                        && DiskForecast.of(Volumes.maxima(days, count)) instanceof Filling filling
                        && filling.likely().toDays() <= 14) {
                    double left = full - (count - 1);
                    asked++;
                    right += left >= days(filling.soonest()) && left <= days(filling.latest()) ? 1 : 0;
                    widths.add(days(filling.latest()) - days(filling.soonest()));
                    lead = alarms(filling) ? Math.max(lead, left) : lead;
                }
            }
            warned += lead >= 3 ? 1 : 0;
            leads.add(lead);
        }
        double rightShare = (double) right / asked;
        System.out.printf(
                "filling, %s: interval right on %.1f %% of %d days, median width %.1f days; warned 3 days before on"
                        + " %.1f %%, median %.1f days before%n",
                kind.name(), 100 * rightShare, asked, median(widths), 100.0 * warned / VOLUMES, median(leads));
        assertThat(rightShare).isGreaterThanOrEqualTo(0.75);
        assertThat(warned).isGreaterThanOrEqualTo(VOLUMES * 6 / 10);
    }

    @Test
    void costsLittle() {
        DailyMaxima maxima = Volumes.maxima(Volumes.steady(90, 0.3, 0.007, 0.01, new Random(1)));
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long start = System.nanoTime();
            for (int time = 0; time < 100; time++) {
                DiskForecast.of(maxima);
            }
            best = Math.min(best, (System.nanoTime() - start) / 100);
        }
        System.out.printf("a forecast of 90 days: %d µs%n", best / 1_000);
        assertThat(best).isLessThan(5_000_000);
    }

    private static boolean alarms(Forecast forecast) {
        return forecast instanceof Filling filling && days(filling.likely()) <= WARNING_DAYS;
    }

    private static int full(double[] days) {
        int day = 0;
        while (!(days[day] >= 1)) {
            day++;
        }
        return day;
    }

    private static double days(java.time.Duration duration) {
        return duration.toSeconds() / 86_400.0;
    }

    private static double median(List<Double> numbers) {
        return Quantiles.of(numbers.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }
}
