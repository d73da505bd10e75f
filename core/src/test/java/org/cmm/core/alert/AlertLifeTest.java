package org.cmm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.core.alert.TextSeries.series;

import java.time.Duration;
import java.util.List;
import org.cmm.core.metric.Metrics;
import org.junit.jupiter.api.Test;

class AlertLifeTest {

    /** Warning at 80, critical at 95; sure after 2 minutes up and 3 down; blind after 5. */
    private static final Rule RULE = new Rule(
            "cpu",
            Metrics.CPU_UTILIZATION.name(),
            List.of(new Level(Severity.WARNING, 0.80, 0.70), new Level(Severity.CRITICAL, 0.95, 0.90)),
            new Timing(Duration.ofMinutes(2), Duration.ofMinutes(3), Duration.ofMinutes(5)));

    @Test
    void raisesOnlyAfterTheHold() {
        assertThat(told("40x5 85x2 40")).isEmpty();
        assertThat(told("40x5 85x3 40")).containsExactly("7m raised warning");
    }

    @Test
    void aValueAtTheThresholdSpeaksForIt() {
        assertThat(told("79.9x9")).isEmpty();
        assertThat(told("80x9")).containsExactly("2m raised warning");
    }

    @Test
    void aCalmReadingBreaksTheHold() {
        assertThat(told("85x2 79 85x2 79 85x2")).isEmpty();
    }

    @Test
    void clearsOnlyAfterStayingBelowForTheHold() {
        assertThat(told("85x3 60x3 85 60x3 75")).containsExactly("2m raised warning");
        assertThat(told("85x3 60x4")).containsExactly("2m raised warning", "6m cleared");
    }

    @Test
    void betweenTheThresholdsNothingChanges() {
        assertThat(told("85x3 75x99")).containsExactly("2m raised warning");
        assertThat(told("85x3 70x99")).containsExactly("2m raised warning");
        assertThat(told("75x99")).isEmpty();
    }

    @Test
    void aSteepRiseIsRaisedAtOnceAsCritical() {
        assertThat(told("40 97x3")).containsExactly("3m raised critical");
    }

    @Test
    void aClimbHoldsForEachLevel() {
        assertThat(told("85 97x3")).containsExactly("2m raised warning", "3m warning to critical");
    }

    @Test
    void movesBetweenLevelsWithinOneAlert() {
        assertThat(told("97x3 85x4 97x3 85x4 60x4"))
                .containsExactly(
                        "2m raised critical",
                        "6m critical to warning",
                        "9m warning to critical",
                        "13m critical to warning",
                        "17m cleared");
    }

    @Test
    void aSteepFallClearsWithoutAStop() {
        assertThat(told("97x3 10x4")).containsExactly("2m raised critical", "6m cleared");
    }

    @Test
    void anAbsentReadingNeitherConfirmsNorClears() {
        assertThat(told("85x2 absent")).isEmpty();
        assertThat(told("85x2 absent 85")).containsExactly("3m raised warning");
        assertThat(told("85x3 60x3 absentx9")).containsExactly("2m raised warning");
    }

    @Test
    void aLongGapStartsTheHoldAgain() {
        assertThat(told("85 gapx4 85")).containsExactly("5m raised warning");
        assertThat(told("85 gapx5 85x2")).isEmpty();
        assertThat(told("85 gapx5 85x3")).containsExactly("8m raised warning");
        assertThat(told("85 absentx5 85x2")).isEmpty();
    }

    @Test
    void anAlertOutlivesAGap() {
        assertThat(told("85x3 gapx600 75 60x3")).containsExactly("2m raised warning");
        assertThat(told("85x3 60 gapx600 60x3")).containsExactly("2m raised warning");
        assertThat(told("85x3 60 gapx600 60x4")).containsExactly("2m raised warning", "10h7m cleared");
    }

    @Test
    void aHoldOfZeroIsOverAtOnce() {
        Rule hasty = new Rule(
                "cpu", RULE.metric(), RULE.levels(), new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5)));
        assertThat(new Story(hasty).then(series("1m", "40 97 75 40")).sentences())
                .containsExactly("1m raised critical", "2m critical to warning", "3m cleared");
    }

    @Test
    void lateAndRepeatedReadingsChangeNothing() {
        Story story = new Story(RULE).then(series("1m", "40x10"));
        assertThat(story.then(series("1m", "97x10")).sentences()).isEmpty();
    }

    private static List<String> told(String text) {
        return new Story(RULE).then(series("1m", text)).sentences();
    }
}
