package org.cmm.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.cmm.core.forecast.Forecast.Filling;
import org.cmm.core.forecast.Forecast.Quiet;
import org.cmm.core.forecast.Forecast.Why;
import org.junit.jupiter.api.Test;

class DiskForecastTest {

    private final Random random = new Random(11);

    @Test
    void steadyGrowthIsFullBetweenTwoDays() {
        Filling filling = filling(Volumes.steady(60, 0.3, 0.01, 0.003, random));
        assertThat(filling.soonest()).isBetween(Duration.ofDays(7), Duration.ofDays(11));
        assertThat(filling.likely()).isBetween(Duration.ofDays(9), Duration.ofDays(13));
        assertThat(filling.latest()).isBetween(Duration.ofDays(11), Duration.ofDays(16));
    }

    @Test
    void evenPerfectGrowthIsNeverASingleDay() {
        Filling filling = filling(Volumes.days(40, day -> 0.5 + 0.01 * day));
        assertThat(filling.latest().minus(filling.soonest())).isGreaterThan(Duration.ofHours(12));
    }

    @Test
    void twentyDaysAreTooFew() {
        double[] days = Volumes.days(21, day -> 0.5 + 0.02 * day);
        assertThat(why(Arrays.copyOf(days, 20))).isEqualTo(Why.TOO_FEW_DAYS);
        assertThat(filling(days).likely()).isLessThan(Duration.ofDays(7));
    }

    @Test
    void nothingAtAllIsTooFew() {
        assertThat(why(new double[0])).isEqualTo(Why.TOO_FEW_DAYS);
    }

    @Test
    void oldDaysOfAMachineThatWasOffForMonthsDoNotCount() {
        double[] days = Volumes.days(200, day -> day < 60 ? 0.2 + 0.005 * day : day < 195 ? Double.NaN : 0.5);
        for (int day = 60; day < 195; day++) {
            days[day] = Double.NaN;
        }
        assertThat(why(days)).isEqualTo(Why.TOO_FEW_DAYS);
    }

    @Test
    void aFlatOrTremblingVolumeIsSteady() {
        assertThat(why(Volumes.steady(90, 0.95, 0, 0, random))).isEqualTo(Why.STEADY);
        assertThat(why(Volumes.steady(90, 0.9, 0, 0.01, random))).isEqualTo(Why.STEADY);
    }

    @Test
    void aShrinkingVolumeIsSteady() {
        assertThat(why(Volumes.steady(90, 0.95, -0.004, 0.002, random))).isEqualTo(Why.STEADY);
    }

    @Test
    void aCleanUpEveryWeekIsNoGrowth() {
        assertThat(why(Volumes.sawtooth(61, 0.6, 0.3, 7, 0.004, random))).isEqualTo(Why.STEADY);
    }

    @Test
    void growthBelowAWeeklyCleanUpIsSeen() {
        double[] days = Volumes.days(70, day -> 0.3 + 0.008 * day + 0.08 * (day % 7) / 6);
        assertThat(filling(days).likely()).isBetween(Duration.ofDays(5), Duration.ofDays(12));
    }

    @Test
    void aVolumeThatIsEmptiedEveryMonthIsExpectedToBeAgain() {
        double[] days = Volumes.sawtooth(86, 0.5, 0.4, 30, 0.002, random);
        assertThat(why(days)).isEqualTo(Why.EMPTIED_AGAIN);
    }

    @Test
    void aMonthlyCleanUpThatDidNotComeIsTold() {
        double[] days = Volumes.sawtooth(86, 0.4, 0.4, 30, 0.002, random);
        double[] more = Volumes.days(97, day -> day < 86 ? days[day] : days[85] + 0.0138 * (day - 85));
        assertThat(filling(more).likely()).isLessThan(Duration.ofDays(9));
    }

    @Test
    void aJumpAfterAnInstallationIsNoGrowth() {
        double[] days = Volumes.jump(70, 0.4, 0.7, 60, 0.002, random);
        assertThat(why(days)).isEqualTo(Why.JUMPED);
        assertThat(why(Volumes.jump(90, 0.4, 0.7, 60, 0.002, random))).isEqualTo(Why.STEADY);
    }

    @Test
    void growthAfterAJumpIsToldOnceThreeWeeksAreKnown() {
        double[] days = Volumes.days(60, day -> (day < 30 ? 0.2 : 0.5) + 0.006 * day);
        assertThat(why(Arrays.copyOf(days, 40))).isEqualTo(Why.JUMPED);
        assertThat(filling(days).likely()).isBetween(Duration.ofDays(20), Duration.ofDays(28));
    }

    @Test
    void aLargeFileOfOneDayHidesNoGrowth() {
        double[] days = Volumes.steady(60, 0.3, 0.009, 0.002, random);
        days[35] += 0.2;
        assertThat(filling(days).likely()).isBetween(Duration.ofDays(14), Duration.ofDays(24));
    }

    @Test
    void aLargerDiskStartsAfresh() {
        double[] days = Volumes.days(60, day -> day < 50 ? 0.4 + 0.01 * day : 0.35 + 0.005 * (day - 50));
        assertThat(why(days)).isEqualTo(Why.EMPTIED);
    }

    @Test
    void powerCutsLeaveDaysOutAndTheForecastStands() {
        double[] days = Volumes.steady(80, 0.2, 0.009, 0.003, random);
        Filling whole = filling(days);
        double[] holes = Volumes.withGaps(days, 0.3, random);
        holes[79] = days[79];
        assertThat(filling(holes).likely().minus(whole.likely()).abs()).isLessThan(Duration.ofDays(3));
    }

    @Test
    void growthThatTakesTooLongIsFar() {
        assertThat(why(Volumes.steady(90, 0.2, 0.002, 0.0005, random))).isEqualTo(Why.FAR);
    }

    @Test
    void whatIsKnownAtAnEarlierDayCanBeAskedAgain() {
        DailyMaxima all = Volumes.maxima(Volumes.days(60, day -> 0.3 + 0.01 * day));
        DailyMaxima then = Volumes.maxima(Volumes.days(40, day -> 0.3 + 0.01 * day));
        assertThat(DiskForecast.of(all.until(20_039))).isEqualTo(DiskForecast.of(then));
    }

    @Test
    void refusesDaysOutOfOrderAndSharesThatAreNone() {
        assertThatThrownBy(() -> DailyMaxima.of(new long[] {2, 1}, new double[] {0.1, 0.1}))
                .hasMessageContaining("days must rise");
        assertThatThrownBy(() -> DailyMaxima.of(new long[] {1}, new double[] {Double.NaN}))
                .hasMessageContaining("a share must be 0 to 1");
        assertThatThrownBy(() -> DailyMaxima.of(new long[] {1}, new double[] {}))
                .hasMessageContaining("as many shares");
    }

    private static Filling filling(double[] days) {
        Forecast forecast = DiskForecast.of(Volumes.maxima(days));
        assertThat(forecast).isInstanceOf(Filling.class);
        return (Filling) forecast;
    }

    private static Why why(double[] days) {
        Forecast forecast = DiskForecast.of(Volumes.maxima(days));
        assertThat(forecast).isInstanceOf(Quiet.class);
        return ((Quiet) forecast).why();
    }
}
