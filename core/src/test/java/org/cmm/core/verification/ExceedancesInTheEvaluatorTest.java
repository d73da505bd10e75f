package org.cmm.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cmm.core.alert.AlertEvent;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Kind.Often;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Rules;
import org.cmm.core.alert.ServerWatch;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.Timing;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.core.random.RandomStream;
import org.cmm.core.random.RandomStreams;
import org.cmm.core.reliability.Exceedances;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Estimates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The alert engine that pages people, fed with readings that are high by chance: it takes as many to a false alarm as
 * the formula says, whether the rule counts readings or holds for as long.
 */
class ExceedancesInTheEvaluatorTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration SAMPLING = Duration.ofMinutes(1);
    private static final List<Series> LAYOUT = List.of(Series.of(Metrics.CPU_UTILIZATION));

    record Case(Exceedances model, Rule rule, int alarms) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(new Exceedances(0.3, 3), counting(3), 60_000),
                new Case(new Exceedances(0.3, 3), holding(3), 60_000),
                new Case(new Exceedances(0.1, 3), counting(3), 2_000),
                new Case(new Exceedances(0.1, 3), holding(3), 2_000),
                new Case(new Exceedances(0.5, 5), holding(5), 20_000),
                new Case(new Exceedances(0.2, 1), counting(1), 60_000));
    }

    private static Rule counting(int inRow) {
        return rule(new Often(inRow, inRow), Duration.ZERO);
    }

    /** A hold lasts from the first of the readings to the last. */
    private static Rule holding(int inRow) {
        return rule(Often.EVERY, SAMPLING.multipliedBy(inRow - 1));
    }

    private static Rule rule(Often often, Duration raiseAfter) {
        return new Rule(
                "cpu",
                new Kind.Threshold(Metrics.CPU_UTILIZATION.name(), Kind.Side.HIGH, often),
                List.of(new Level(Severity.WARNING, 0.9, 0.8)),
                new Timing(raiseAfter, Duration.ZERO, Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesAsManyReadingsToAFalseAlarmAsTheFormulaSays(Case one) {
        ServerWatch watch = new ServerWatch(List.of());
        watch.adopt(new Rules(List.of(one.rule())), START);
        RandomStream chance = RandomStreams.of(ClosedForms.SEED).replication(0).take();
        double[] readings = new double[one.alarms()];
        long minute = 0;
        for (int alarm = 0; alarm < readings.length; alarm++) {
            List<AlertEvent> raised = List.of();
            while (raised.isEmpty()) {
                minute++;
                readings[alarm]++;
                raised = watch.observe(START.plus(SAMPLING.multipliedBy(minute)), LAYOUT, new double[] {
                    chance.next() < one.model().chance() ? 1 : 0
                });
            }
            minute++;
            watch.observe(START.plus(SAMPLING.multipliedBy(minute)), LAYOUT, new double[] {0});
        }
        Estimate found = Estimates.mean(readings, 0.99);
        System.out.printf(
                Locale.ROOT,
                "%s: expected %.2f, found %.2f ± %.2f%n",
                one.model(),
                one.model().meanReadings(),
                found.mean(),
                found.halfWidth());
        assertThat(one.model().meanReadings()).isBetween(found.lower(), found.upper());
    }
}
