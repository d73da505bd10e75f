package org.cmm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cmm.core.alert.TextSeries.START;
import static org.cmm.core.alert.TextSeries.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cmm.core.alert.AlertEvent.Cause;
import org.cmm.core.alert.AlertEvent.Cleared;
import org.cmm.core.alert.AlertEvent.Raised;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.junit.jupiter.api.Test;

class ServerWatchTest {

    private static final Timing AT_ONCE = new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5));
    private static final Level WARNING = new Level(Severity.WARNING, 0.8, 0.7);
    private static final Level CRITICAL = new Level(Severity.CRITICAL, 0.95, 0.9);
    private static final Rule DISK = rule("disk", Metrics.FILESYSTEM_UTILIZATION.name(), AT_ONCE, WARNING);
    private static final Rule CPU = rule("cpu", Metrics.CPU_UTILIZATION.name(), AT_ONCE, WARNING, CRITICAL);

    private static final Series ROOT = mounted("/");
    private static final Series HOME = mounted("/home");
    private static final List<Series> LAYOUT = List.of(Story.CPU, ROOT, Series.of(Metrics.UPTIME), HOME);

    @Test
    void firesSeparatelyOnEachFileSystem() {
        ServerWatch watch = watching(DISK);
        assertThat(watch.observe(minute(0), LAYOUT, new double[] {0.99, 0.85, 99, 0.5}))
                .containsExactly(new Raised(new Alert("disk", ROOT, minute(0)), Severity.WARNING, 0.85));
        assertThat(watch.observe(minute(1), LAYOUT, new double[] {0.99, 0.85, 99, 0.9}))
                .containsExactly(new Raised(new Alert("disk", HOME, minute(1)), Severity.WARNING, 0.9));
        assertThat(watch.firing()).hasSize(2);
    }

    @Test
    void recognisesASeriesInAnotherLayout() {
        ServerWatch watch = watching(DISK);
        watch.observe(minute(0), LAYOUT, new double[] {0, 0.85, 0, 0.85});
        assertThat(watch.observe(minute(1), List.of(HOME, HOME), new double[] {0.1, 0.85}))
                .containsExactly(new Cleared(new Alert("disk", HOME, minute(0)), minute(1), Cause.RECOVERED));
        assertThat(watch.firing()).containsExactly(firing("disk", ROOT, Severity.WARNING));
    }

    @Test
    void refusesASampleThatDoesNotFitItsLayout() {
        assertThatThrownBy(() -> watching(DISK).observe(START, LAYOUT, new double[] {1}))
                .hasMessage("sample of 2026-01-05T08:00:00Z: must have a value for each of 4 series, had 1");
    }

    @Test
    void clearsTheAlertsOfARemovedRule() {
        Story story = new Story(CPU).then(series("1m", "85"));
        assertThat(story.adopt(minute(1)).sentences())
                .containsExactly("0s raised warning", "1m cleared by rule change");
        assertThat(story.firing()).isEmpty();
    }

    @Test
    void clearsTheAlertsOfARuleThatLooksElsewhere() {
        Story story = new Story(CPU).then(series("1m", "85"));
        story.adopt(minute(1), rule("cpu", Metrics.MEMORY_UTILIZATION.name(), AT_ONCE, WARNING));
        assertThat(story.sentences()).endsWith("1m cleared by rule change");
    }

    @Test
    void anUnchangedRuleGoesOnHolding() {
        Timing slow = new Timing(Duration.ofMinutes(2), Duration.ZERO, Duration.ofMinutes(5));
        Rule patient = rule("cpu", Story.CPU.metric(), slow, WARNING);
        Story story = new Story(patient).then(series("1m", "85x2")).adopt(minute(1), DISK, patient);
        assertThat(story.then(series("1m", "gapx2 85")).sentences()).containsExactly("2m raised warning");
    }

    @Test
    void aChangedRuleKeepsItsAlertUntilTheNextReading() {
        Rule higher = rule("cpu", Story.CPU.metric(), AT_ONCE, new Level(Severity.WARNING, 0.9, 0.88));
        Story story = new Story(CPU).then(series("1m", "85")).adopt(minute(0), higher);
        assertThat(story.firing()).containsExactly(firing("cpu", Story.CPU, Severity.WARNING));
        assertThat(story.then(series("1m", "gap 85")).sentences()).containsExactly("0s raised warning", "1m cleared");
    }

    @Test
    void aChangedRuleStartsItsHoldsAgain() {
        Timing slow = new Timing(Duration.ofMinutes(2), Duration.ZERO, Duration.ofMinutes(5));
        Story story = new Story(rule("cpu", Story.CPU.metric(), slow, WARNING, CRITICAL)).then(series("1m", "85x2"));
        story.adopt(minute(1), rule("cpu", Story.CPU.metric(), slow, WARNING));
        assertThat(story.then(series("1m", "gapx2 85x3")).sentences()).containsExactly("4m raised warning");
    }

    @Test
    void anAlertWhoseLevelIsGoneTakesTheNearest() {
        Rule onlyWarning = rule("cpu", Story.CPU.metric(), AT_ONCE, WARNING);
        Rule onlyCritical = rule("cpu", Story.CPU.metric(), AT_ONCE, CRITICAL);
        assertThat(new Story(CPU)
                        .then(series("1m", "97"))
                        .adopt(minute(0), onlyWarning)
                        .sentences())
                .containsExactly("0s raised critical", "0s critical to warning");
        assertThat(new Story(CPU)
                        .then(series("1m", "85"))
                        .adopt(minute(0), onlyCritical)
                        .sentences())
                .containsExactly("0s raised warning", "0s warning to critical");
    }

    @Test
    void takesOverAlertsThatFire() {
        ServerWatch watch = new ServerWatch(
                List.of(firing("cpu", Story.CPU, Severity.CRITICAL), firing("gone", ROOT, Severity.INFO)));
        assertThat(watch.adopt(new Rules(List.of(CPU)), minute(5)))
                .containsExactly(new Cleared(new Alert("gone", ROOT, START), minute(5), Cause.RULE_CHANGED));
        assertThat(watch.observe(minute(6), Story.LAYOUT, new double[] {0.97})).isEmpty();
        assertThat(watch.observe(minute(7), Story.LAYOUT, new double[] {0.1}))
                .containsExactly(new Cleared(new Alert("cpu", Story.CPU, START), minute(7), Cause.RECOVERED));
    }

    @Test
    void recallsABacklogWithoutPaging() {
        ServerWatch watch = watching(CPU);
        watch.recall(minute(0), Story.LAYOUT, new double[] {0.97});
        assertThat(watch.firing()).isEmpty();
        assertThat(watch.observe(minute(0), Story.LAYOUT, new double[] {0.97})).isEmpty();
        assertThat(watch.observe(minute(1), Story.LAYOUT, new double[] {Double.NaN}))
                .isEmpty();
        assertThat(watch.observe(minute(2), Story.LAYOUT, new double[] {0.97}))
                .containsExactly(new Raised(new Alert("cpu", Story.CPU, minute(2)), Severity.CRITICAL, 0.97));
    }

    @Test
    void settlesWhatChangesNothingAndLeavesTheRest() {
        ServerWatch watch = watching(CPU);
        double[] rows = {0.1, 0.2, 0.97};
        assertThat(watch.settles(minute(0).toEpochMilli(), Story.LAYOUT, rows, 0))
                .as("before the layout is known")
                .isFalse();
        watch.observe(minute(0), Story.LAYOUT, new double[] {0.1});
        assertThat(watch.settles(minute(1).toEpochMilli(), Story.LAYOUT, rows, 1))
                .isTrue();
        assertThat(watch.settles(minute(2).toEpochMilli(), Story.LAYOUT, rows, 2))
                .as("a reading that may raise")
                .isFalse();
        assertThat(watch.settles(minute(1).toEpochMilli(), Story.LAYOUT, rows, 2))
                .as("history")
                .isTrue();
        assertThat(watch.observe(minute(2), Story.LAYOUT, new double[] {0.97})).hasSize(1);
    }

    @Test
    void anAlertThatAPersonClosesStartsAfresh() {
        ServerWatch watch = watching(DISK);
        watch.observe(minute(0), LAYOUT, new double[] {0, 0.85, 0, 0.85});
        Alert home = new Alert("disk", HOME, minute(0));
        assertThat(watch.dismiss(home, minute(1))).contains(new Cleared(home, minute(1), Cause.CLOSED_BY_PERSON));
        assertThat(watch.dismiss(home, minute(1))).as("the second time").isEmpty();
        assertThat(watch.firing()).containsExactly(firing("disk", ROOT, Severity.WARNING));
        assertThat(watch.observe(minute(2), LAYOUT, new double[] {0, 0.85, 0, 0.85}))
                .containsExactly(new Raised(new Alert("disk", HOME, minute(2)), Severity.WARNING, 0.85));
    }

    private static ServerWatch watching(Rule... rules) {
        ServerWatch watch = new ServerWatch(List.of());
        watch.adopt(new Rules(List.of(rules)), START);
        return watch;
    }

    private static FiringAlert firing(String rule, Series subject, Severity severity) {
        return new FiringAlert(new Alert(rule, subject, START), severity);
    }

    private static Rule rule(String id, String metric, Timing timing, Level... levels) {
        return new Rule(id, metric, List.of(levels), timing);
    }

    private static Series mounted(String path) {
        return Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, path);
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
