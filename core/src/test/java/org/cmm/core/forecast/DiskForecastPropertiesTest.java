package org.cmm.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.cmm.core.forecast.Forecast.Filling;

/** What holds for every history of a volume. */
class DiskForecastPropertiesTest {

    @Property(seed = "1", tries = 300)
    void theIntervalIsInOrderAndHoldsWhatIsLikely(@ForAll("days") double[] days) {
        if (DiskForecast.of(Volumes.maxima(days)) instanceof Filling filling) {
            assertThat(filling.soonest()).isBetween(Duration.ZERO, filling.likely());
            assertThat(filling.likely()).isLessThanOrEqualTo(filling.latest());
            assertThat(filling.latest().minus(filling.soonest())).isGreaterThan(Duration.ofHours(5));
            assertThat(filling.likely()).isLessThanOrEqualTo(Duration.ofDays(DiskForecast.HORIZON));
        }
    }

    @Property(seed = "2", tries = 300)
    void fewerThanThreeWeeksNeverFillUp(@ForAll("days") double[] days, @ForAll @IntRange(max = 20) int count) {
        assertThat(DiskForecast.of(Volumes.maxima(days, Math.min(count, days.length))))
                .isInstanceOf(Forecast.Quiet.class);
    }

    @Property(seed = "3", tries = 300)
    void moreGrowthFromTheSameDayIsNeverLater(
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.006) double growth,
            @ForAll @Scale(4) @DoubleRange(min = 0, max = 0.004) double more,
            @ForAll @Scale(4) @DoubleRange(min = 0, max = 0.004) double noise,
            @ForAll long seed) {
        double[] slow = Volumes.steady(70, 0.25, growth, noise, new Random(seed));
        double[] fast = Volumes.steady(70, 0.25, growth + more, noise, new Random(seed));
        if (DiskForecast.of(Volumes.maxima(slow)) instanceof Filling slowly) {
            assertThat(DiskForecast.of(Volumes.maxima(fast))).isInstanceOfSatisfying(Filling.class, quickly -> {
                assertThat(quickly.soonest()).isLessThanOrEqualTo(slowly.soonest());
                assertThat(quickly.likely()).isLessThanOrEqualTo(slowly.likely());
                assertThat(quickly.latest()).isLessThanOrEqualTo(slowly.latest());
            });
        }
    }

    @Property(seed = "4", tries = 200)
    void whenItHappenedDoesNotMatter(@ForAll("days") double[] days, @ForAll @IntRange(max = 20_000) int later) {
        DailyMaxima maxima = Volumes.maxima(days);
        long[] moved = new long[maxima.count()];
        double[] shares = new double[maxima.count()];
        for (int index = 0; index < moved.length; index++) {
            moved[index] = maxima.day(index) + later;
            shares[index] = maxima.share(index);
        }
        assertThat(DiskForecast.of(DailyMaxima.of(moved, shares))).isEqualTo(DiskForecast.of(maxima));
    }

    @Property(seed = "5", tries = 200)
    void aLargerDiskWithMoreOnItInProportionFillsUpAtTheSameTime(
            @ForAll("days") double[] days, @ForAll @IntRange(min = 1, max = 40) int doublings) {
        double bytes = Math.scalb(1.7e9, doublings);
        double[] used = Arrays.stream(days).map(share -> share * bytes).toArray();
        double[] shares =
                Arrays.stream(used).map(amount -> Math.min(1, amount / bytes)).toArray();
        Forecast one = DiskForecast.of(Volumes.maxima(days));
        Forecast other = DiskForecast.of(Volumes.maxima(shares));
        if (one instanceof Filling filling && other instanceof Filling same) {
            assertThat(same.likely().minus(filling.likely()).abs()).isLessThan(Duration.ofSeconds(2));
        } else {
            assertThat(other).isEqualTo(one);
        }
    }

    @Property(seed = "6", tries = 200)
    void daysBeforeTheWindowCountForNothing(@ForAll("days") double[] days, @ForAll @DoubleRange(max = 1) double old) {
        double[] alone = new double[days.length + DiskForecast.WINDOW];
        Arrays.fill(alone, Double.NaN);
        System.arraycopy(days, 0, alone, DiskForecast.WINDOW, days.length);
        alone[alone.length - 1] = 0.9;
        double[] withOld = alone.clone();
        withOld[days.length - 1] = old;
        assertThat(DiskForecast.of(Volumes.maxima(withOld))).isEqualTo(DiskForecast.of(Volumes.maxima(alone)));
    }

    @Provide
    Arbitrary<double[]> days() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 88),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs())
                .as(DiskForecastPropertiesTest::wild);
    }

    private static double[] wild(int count, int shape, long seed) {
        Random random = new Random(seed);
        double pace = 0.012 * random.nextDouble();
        double[] days =
                switch (shape) {
                    case 0 -> Volumes.steady(count, 0.2, pace, 0.02 * random.nextDouble(), random);
                    case 1 -> Volumes.uneven(count, 0.2, pace, random);
                    case 2 -> Volumes.sawtooth(count, 0.3, 0.5, 2 + random.nextInt(40), 0.01, random);
                    case 3 -> Volumes.jump(count, 0.3, 0.8, random.nextInt(60), 0.01, random);
                    case 4 -> Volumes.wander(count, 0.5, 0.02, random);
                    default -> Volumes.days(count, _ -> random.nextDouble());
                };
        return Volumes.withGaps(days, random.nextInt(3) * 0.2, random);
    }
}
