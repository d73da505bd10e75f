package org.cmm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cmm.core.forecast.Forecast;
import org.cmm.core.forecast.Forecast.Filling;
import org.cmm.core.forecast.Forecast.Quiet;
import org.cmm.core.forecast.Forecast.Why;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.junit.jupiter.api.Test;

/** The rule about disks that will be full, fed with forecasts by hand. */
class DiskFullTest {

    private static final Series HOME = Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, "/home");
    private static final Quiet STEADY = new Quiet(Why.STEADY);
    private static final Quiet JUMPED = new Quiet(Why.JUMPED);

    private final ServerWatch watch = watching(List.of());
    private final List<String> told = new ArrayList<>();
    private Instant now = TextSeries.START;

    @Test
    void warnsWithinAWeekAndIsCriticalWithinTwoDays() {
        hour(days(9));
        assertThat(told).isEmpty();
        hour(days(7));
        hour(days(6.5));
        hour(days(1.9));
        assertThat(told).containsExactly("WARNING 7", "CRITICAL 2");
    }

    @Test
    void recoversOnceADayHasPassedWithoutDanger() {
        hour(days(5));
        for (int hour = 0; hour < 24; hour++) {
            hour(STEADY);
        }
        assertThat(told).containsExactly("WARNING 5");
        hour(STEADY);
        hour(STEADY);
        assertThat(told).containsExactly("WARNING 5", "over");
        assertThat(watch.firing()).isEmpty();
    }

    @Test
    void aForecastThatNobodyCanMakeChangesNothing() {
        hour(days(5));
        for (int hour = 0; hour < 60; hour++) {
            hour(JUMPED);
        }
        assertThat(told).containsExactly("WARNING 5");
    }

    @Test
    void aSilentMachineCausesNothing() {
        hour(days(9));
        assertThat(watch.foretell(Map.of(HOME, days(3)))).isEmpty();
        assertThat(watching(List.of()).foretell(Map.of(HOME, days(3)))).isEmpty();
    }

    @Test
    void samplesNeverJudgeIt() {
        hour(days(5));
        for (int second = 1; second < 100; second++) {
            assertThat(watch.observe(now.plusSeconds(second), List.of(HOME), new double[] {0.999}))
                    .isEmpty();
        }
        assertThat(watch.firing()).hasSize(1);
    }

    @Test
    void aNewProcessGoesOnWithTheHoldOfTheOldOne() {
        hour(days(5));
        ServerWatch young = watching(watch.firing());
        young.recallForetold(now.plus(Duration.ofHours(2)), Map.of(HOME, STEADY));
        young.observe(now.plus(Duration.ofHours(27)), List.of(HOME), new double[] {0.5});
        assertThat(young.foretell(Map.of(HOME, STEADY))).singleElement().isInstanceOf(AlertEvent.Cleared.class);
    }

    @Test
    void itsHoldsMakeNoStartReadMoreSamples() {
        assertThat(new Rules(List.of(DefaultRules.DISK_FULL)).lookback()).isZero();
        assertThat(new Rules(List.of(DefaultRules.DISK_FULL)).lookbackOfForecasts())
                .isEqualTo(Duration.ofDays(5));
    }

    @Test
    void replaysOnWhatWasForetold() {
        Replay replay = new Replay(DefaultRules.DISK_FULL);
        for (int day = 0; day < 12; day++) {
            replay.foretell(
                    TextSeries.START.plus(Duration.ofDays(day)), Map.of(HOME, day < 8 ? days(10 - day) : STEADY));
        }
        assertThat(replay.episodes()).singleElement().satisfies(episode -> {
            assertThat(episode.from()).isEqualTo(TextSeries.START.plus(Duration.ofDays(3)));
            assertThat(episode.to()).contains(TextSeries.START.plus(Duration.ofDays(9)));
            assertThat(episode.worst()).isEqualTo(Severity.WARNING);
        });
    }

    private void hour(Forecast forecast) {
        now = now.plus(Duration.ofHours(1));
        watch.observe(now, List.of(HOME), new double[] {0.5});
        watch.foretell(Map.of(HOME, forecast)).forEach(event -> told.add(words(event)));
    }

    private static String words(AlertEvent event) {
        return switch (event) {
            case AlertEvent.Raised raised -> raised.severity() + " " + Math.round(raised.value() / 86_400);
            case AlertEvent.SeverityChanged changed ->
                changed.to() + " " + Math.round(changed.value().orElseThrow() / 86_400);
            case AlertEvent.Cleared _ -> "over";
        };
    }

    private static Filling days(double days) {
        Duration likely = Duration.ofSeconds(Math.round(days * 86_400));
        return new Filling(likely.dividedBy(2), likely, likely.multipliedBy(2));
    }

    private static ServerWatch watching(List<FiringAlert> firing) {
        ServerWatch watch = new ServerWatch(firing);
        watch.adopt(new Rules(List.of(DefaultRules.DISK_FULL)), TextSeries.START);
        return watch;
    }
}
