package org.cmm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cmm.core.alert.TextSeries.START;
import static org.cmm.core.alert.TextSeries.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.alert.AlertEvent.Raised;
import org.cmm.core.alert.Kind.Often;
import org.cmm.core.alert.Kind.Side;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.junit.jupiter.api.Test;

/** What each kind makes of readings, told as stories; the metric's unit hardly matters. */
class KindTest {

    private static final String CPU = Metrics.CPU_UTILIZATION.name();
    private static final Timing AT_ONCE = new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(10));
    private static final double GIB = 1024.0 * 1024 * 1024;

    @Test
    void aLowThresholdRaisesAtOrBelowItAndClearsAbove() {
        Rule battery = rule(Kind.Threshold.low(CPU), new Level(Severity.WARNING, -0.20, -0.30));
        assertThat(told(battery, "50 21 20 10 25 30 31")).containsExactly("2m raised warning", "6m cleared");
    }

    @Test
    void aLowThresholdTellsTheReadingAsItIs() {
        ServerWatch watch = watching(rule(Kind.Threshold.low(CPU), new Level(Severity.WARNING, -0.20, -0.30)));
        assertThat(watch.observe(START, Story.LAYOUT, new double[] {0.15}))
                .containsExactly(new Raised(new Alert("it", Story.CPU, START), Severity.WARNING, 0.15));
    }

    @Test
    void nOfMForgivesAReadingThatDisagrees() {
        Rule threeOfFour = often(3, 4);
        assertThat(told(threeOfFour, "40x4 85 40 85 85 40 40 40")).containsExactly("7m raised warning", "8m cleared");
        assertThat(told(threeOfFour, "40x4 85 40 85 40 85 40 40")).isEmpty();
    }

    @Test
    void nOfMWaitsForEnoughReadings() {
        assertThat(told(often(2, 4), "85x3")).isEmpty();
        assertThat(told(often(2, 4), "85x4")).containsExactly("3m raised warning");
        assertThat(told(often(2, 4), "85x3 gapx10 85x3")).isEmpty();
        assertThat(told(often(2, 4), "85x2 absentx3 85x2")).containsExactly("6m raised warning");
    }

    @Test
    void nOfMHoldsBetweenItsThresholds() {
        assertThat(told(often(2, 3), "85x3 75x20")).containsExactly("2m raised warning");
    }

    @Test
    void theMostSamplesFitIntoTheirWord() {
        assertThat(told(often(16, 16), "85x15 40 85x15 85")).containsExactly("31m raised warning");
        assertThatThrownBy(() -> new Often(3, 2)).hasMessage("samples must be 1 to 2 of at most 16, were 3 of 2");
        assertThatThrownBy(() -> new Often(1, 17)).hasMessageContaining("at most 16");
    }

    @Test
    void aSteepRiseIsTroubleAndASlowOneIsNot() {
        Rule rise = rule(
                new Kind.RateOfChange(CPU, Side.HIGH, Duration.ofMinutes(20)), new Level(Severity.WARNING, 0.6, 0.3));
        assertThat(told(rise, "10 10.5 11 11.5 12 12.5 13 13.5 14 14.5 15 15.5 16 16.5 17"))
                .isEmpty();
        assertThat(told(rise, "10 12 14 16 18 20 22 24 26 28 30 32 34 36")).containsExactly("10m raised warning");
        assertThat(told(rise, "10x20 50x40")).containsExactly("20m raised warning", "40m cleared");
    }

    @Test
    void aFallIsARateOfTheOtherSide() {
        Rule fall = rule(
                new Kind.RateOfChange(CPU, Side.LOW, Duration.ofMinutes(20)), new Level(Severity.WARNING, 0.6, 0.3));
        assertThat(told(fall, "90x20 50x9")).containsExactly("20m raised warning");
        assertThat(told(fall, "10x20 50x9")).isEmpty();
    }

    @Test
    void aRateNeedsHalfOfItsTime() {
        Rule rise = rule(
                new Kind.RateOfChange(CPU, Side.HIGH, Duration.ofMinutes(20)), new Level(Severity.WARNING, 0.6, 0.3));
        assertThat(told(rise, "10 90x9")).isEmpty();
        assertThat(told(rise, "10 90x10")).containsExactly("10m raised warning");
        assertThat(told(rise, "10x5 gapx60 90x5")).isEmpty();
    }

    @Test
    void aSeriesIsMissedOnlyWhileOthersArrive() {
        Rule missing = rule(new Kind.NoData(CPU), new Level(Severity.WARNING, 300, 150));
        assertThat(told(missing, "40 absentx6 40")).containsExactly("5m raised warning", "7m cleared");
        assertThat(told(missing, "40 absentx4 40 absentx4 40")).isEmpty();
        assertThat(told(missing, "absentx99")).as("never seen").isEmpty();
        assertThat(told(missing, "40 gapx60 40")).as("the machine was away").isEmpty();
    }

    @Test
    void aSeriesIsMissedWhenItsLayoutLosesIt() {
        Rule missing =
                rule(new Kind.NoData(Metrics.FILESYSTEM_UTILIZATION.name()), new Level(Severity.WARNING, 300, 150));
        Series home = Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, "/home");
        List<Series> whole = List.of(Story.CPU, home);
        ServerWatch watch = watching(missing);
        watch.observe(START, whole, new double[] {0.1, 0.5});
        Instant later = START.plus(Duration.ofMinutes(6));
        assertThat(watch.observe(later, Story.LAYOUT, new double[] {0.1}))
                .containsExactly(new Raised(new Alert("it", home, later), Severity.WARNING, 360));
        watch.dismiss(new Alert("it", home, later), later);
        assertThat(watch.observe(later.plusSeconds(600), Story.LAYOUT, new double[] {0.1}))
                .as("a person said that the disk is gone for good")
                .isEmpty();
    }

    @Test
    void everyStartCountsOnceUntilItsTimeIsOver() {
        Rule restarts =
                rule(new Kind.RestartSeen(Duration.ofMinutes(30)), new Level(Severity.INFO, 1, 0.5), warning(2));
        List<String> events = new ArrayList<>();
        ServerWatch watch = watching(restarts);
        List<Series> layout = List.of(Series.of(Metrics.UPTIME));
        long[] starts = {-600, 10, 20};
        for (int minute = 0; minute < 70; minute++) {
            long started = minute < 12 ? starts[0] : minute < 23 ? starts[1] : starts[2];
            Instant at = START.plus(Duration.ofMinutes(minute));
            String when = minute + "m ";
            watch.observe(at, layout, new double[] {60.0 * (minute - started)})
                    .forEach(event -> events.add(when + event.getClass().getSimpleName()));
        }
        assertThat(events).containsExactly("12m Raised", "23m SeverityChanged", "40m SeverityChanged", "50m Cleared");
    }

    @Test
    void percentAndFreeSpaceMustBothBeReached() {
        Rule disk = new Rule(
                "it",
                Metrics.FILESYSTEM_UTILIZATION.name(),
                List.of(
                        new Level(Severity.WARNING, 0.90, 0.88, 20 * GIB),
                        new Level(Severity.CRITICAL, 0.95, 0.93, 5 * GIB)),
                AT_ONCE);
        assertThat(disk(disk, 100 * GIB, 0.89, 0.90, 0.96, 0.92))
                .containsExactly("1 Raised", "2 SeverityChanged", "3 SeverityChanged");
        assertThat(disk(disk, 1000 * GIB, 0.95, 0.979, 0.981, 0.979, 0.97)).containsExactly("2 Raised", "4 Cleared");
        assertThat(disk(disk, Double.NaN, 0.99)).as("of unknown size").isEmpty();
        assertThat(disk(disk, GIB, 0.89, 0.93))
                .as("a small one goes by percent")
                .containsExactly("1 Raised");
    }

    @Test
    void freeSpaceAloneMayDecide() {
        Rule disk = new Rule(
                "it",
                Metrics.FILESYSTEM_UTILIZATION.name(),
                List.of(new Level(Severity.WARNING, 0, -1, 10 * GIB)),
                AT_ONCE);
        assertThat(disk(disk, 100 * GIB, 0.5, 0.89, 0.91, 0.895, 0.88)).containsExactly("2 Raised", "4 Cleared");
    }

    @Test
    void anotherSizeMovesTheLevels() {
        Rule disk = new Rule(
                "it",
                Metrics.FILESYSTEM_UTILIZATION.name(),
                List.of(new Level(Severity.WARNING, 0.5, 0.4, 10 * GIB)),
                AT_ONCE);
        ServerWatch watch = watching(disk);
        assertThat(watch.observe(START, DISK_LAYOUT, new double[] {0.95, 100 * GIB}))
                .hasSize(1);
        assertThat(watch.observe(START.plusSeconds(1), DISK_LAYOUT, new double[] {0.95, 1000 * GIB}))
                .hasSize(1);
    }

    @Test
    void refusesFreeSpaceWhereThereIsNone() {
        assertThatThrownBy(() -> rule(Kind.Threshold.high(CPU), new Level(Severity.WARNING, 0.9, 0.8, GIB)))
                .hasMessage("rule 'it': free-at-most needs a high threshold on the metric"
                        + " 'system.filesystem.utilization', was on 'system.cpu.utilization'");
    }

    private static final Series ROOT = Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, "/");
    private static final List<Series> DISK_LAYOUT =
            List.of(ROOT, new Series(Metrics.FILESYSTEM_LIMIT.name(), ROOT.attributes()));

    private static List<String> disk(Rule rule, double size, double... used) {
        ServerWatch watch = watching(rule);
        List<String> events = new ArrayList<>();
        for (int second = 0; second < used.length; second++) {
            String when = second + " ";
            watch.observe(START.plusSeconds(second), DISK_LAYOUT, new double[] {used[second], size})
                    .forEach(event -> events.add(when + event.getClass().getSimpleName()));
        }
        return events;
    }

    private static Level warning(double raiseAt) {
        return new Level(Severity.WARNING, raiseAt, raiseAt - 0.5);
    }

    private static Rule often(int of, int last) {
        return rule(new Kind.Threshold(CPU, Side.HIGH, new Often(of, last)), new Level(Severity.WARNING, 0.80, 0.70));
    }

    private static Rule rule(Kind kind, Level... levels) {
        return new Rule("it", kind, List.of(levels), AT_ONCE);
    }

    private static ServerWatch watching(Rule rule) {
        ServerWatch watch = new ServerWatch(List.of());
        watch.adopt(new Rules(List.of(rule)), START);
        return watch;
    }

    private static List<String> told(Rule rule, String text) {
        return new Story(rule).then(series("1m", text)).sentences();
    }
}
