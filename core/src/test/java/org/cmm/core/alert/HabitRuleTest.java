package org.cmm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cmm.core.alert.Kind.Side;
import org.cmm.core.forecast.Habit;
import org.cmm.core.metric.Series;
import org.cmm.core.metric.Unit;
import org.junit.jupiter.api.Test;

/** The rule about what is unusual for a machine, fed by hand. */
class HabitRuleTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final List<Series> LAYOUT = List.of(Story.CPU);

    /** Ten percent of the time busy, always. */
    private static final Habit IDLE = habit(0.1);

    private final List<AlertEvent> told = new ArrayList<>();
    private Instant now = NOW;

    @Test
    void saysNothingUntilTheHabitIsLearnt() {
        ServerWatch watch = watching(rule(Side.HIGH));
        sample(watch, 0.9);
        assertThat(told).isEmpty();
        watch.learn(Map.of(Story.CPU, IDLE));
        sample(watch, 0.9);
        assertThat(told).singleElement().isInstanceOfSatisfying(AlertEvent.Raised.class, raised -> {
            assertThat(raised.severity()).isEqualTo(Severity.INFO);
            assertThat(raised.value()).isBetween(26.0, 27.0);
        });
    }

    @Test
    void isOverOnceItIsUsualAgain() {
        ServerWatch watch = watching(rule(Side.HIGH));
        watch.learn(Map.of(Story.CPU, IDLE));
        sample(watch, 0.9);
        sample(watch, 0.12);
        assertThat(told).hasSize(2).last().isInstanceOf(AlertEvent.Cleared.class);
    }

    @Test
    void lowIsUnusualOnlyWhereThatIsAsked() {
        ServerWatch watch = watching(rule(Side.HIGH));
        watch.learn(Map.of(Story.CPU, habit(0.9)));
        sample(watch, 0.1);
        assertThat(told).isEmpty();
        ServerWatch low = watching(rule(Side.LOW));
        low.learn(Map.of(Story.CPU, habit(0.9)));
        sample(low, 0.1);
        assertThat(told).hasSize(1);
    }

    @Test
    void aHabitThatIsForgottenLeavesTheAlertAsItIs() {
        ServerWatch watch = watching(rule(Side.HIGH));
        watch.learn(Map.of(Story.CPU, IDLE));
        sample(watch, 0.9);
        watch.learn(Map.of());
        sample(watch, 0.1);
        sample(watch, 0.1);
        assertThat(told).hasSize(1);
        assertThat(watch.firing()).hasSize(1);
    }

    @Test
    void aChangedRuleKnowsTheHabitAtOnce() {
        ServerWatch watch = watching(rule(Side.LOW));
        watch.learn(Map.of(Story.CPU, IDLE));
        sample(watch, 0.9);
        watch.adopt(new Rules(List.of(rule(Side.HIGH))), now);
        sample(watch, 0.9);
        assertThat(told).hasSize(1);
    }

    @Test
    void onlyNoticesAreMadeOfIt() {
        Level warning = new Level(Severity.WARNING, 5, 2);
        assertThatThrownBy(() -> new Rule(
                        "odd",
                        new Kind.Habit(Story.CPU.metric(), Side.HIGH, Kind.Habit.LEAST),
                        List.of(warning),
                        rule(Side.HIGH).timing()))
                .hasMessageContaining("must have the severity info alone");
    }

    private void sample(ServerWatch watch, double cpu) {
        now = now.plusSeconds(60);
        if (!watch.settles(now.toEpochMilli(), LAYOUT, new double[] {cpu}, 0)) {
            told.addAll(watch.observe(now, LAYOUT, new double[] {cpu}));
        }
    }

    private static Rule rule(Side side) {
        return new Rule(
                "odd",
                new Kind.Habit(Story.CPU.metric(), side, Kind.Habit.LEAST),
                List.of(new Level(Severity.INFO, 5, 2)),
                new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(10)));
    }

    private static ServerWatch watching(Rule rule) {
        ServerWatch watch = new ServerWatch(List.of());
        watch.adopt(new Rules(List.of(rule)), NOW);
        return watch;
    }

    private static Habit habit(double always) {
        int count = 3 * 7 * 24;
        long[] times = new long[count];
        double[] values = new double[count];
        for (int hour = 0; hour < count; hour++) {
            times[hour] = MONDAY.plus(Duration.ofHours(hour)).toEpochMilli();
            values[hour] = always;
        }
        return Habit.of(new Habit.Readings(Unit.RATIO, times, values), ZoneOffset.UTC);
    }
}
