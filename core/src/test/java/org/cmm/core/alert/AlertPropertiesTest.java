package org.cmm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.core.alert.TextSeries.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.cmm.core.alert.AlertEvent.Cleared;
import org.cmm.core.alert.AlertEvent.Raised;
import org.cmm.core.alert.AlertEvent.SeverityChanged;
import org.cmm.core.alert.TextSeries.Reading;
import org.cmm.core.metric.Metrics;

/** What holds for every series, however wild. */
class AlertPropertiesTest {

    private static final Timing TIMING =
            new Timing(Duration.ofMinutes(2), Duration.ofMinutes(3), Duration.ofMinutes(5));
    private static final Rules RULES = rules(0);

    @Property(seed = "1", tries = 300)
    void everyAlertIsRaisedOnceThenClearedOnce(@ForAll("readings") List<Reading> readings) {
        Optional<Alert> open = Optional.empty();
        for (AlertEvent event : told(readings)) {
            assertThat(event instanceof Raised).isEqualTo(open.isEmpty());
            assertThat(event.alert()).isEqualTo(open.orElse(event.alert()));
            open = event instanceof Cleared ? Optional.empty() : Optional.of(event.alert());
        }
    }

    @Property(seed = "2", tries = 300)
    void noSeverityIsReportedTwiceInARow(@ForAll("readings") List<Reading> readings) {
        Optional<Severity> reported = Optional.empty();
        for (AlertEvent event : told(readings)) {
            if (event instanceof SeverityChanged changed) {
                assertThat(changed.from()).isEqualTo(reported.orElseThrow()).isNotEqualTo(changed.to());
            }
            reported = switch (event) {
                case Raised raised -> Optional.of(raised.severity());
                case SeverityChanged changed -> Optional.of(changed.to());
                case Cleared _ -> Optional.empty();
            };
        }
    }

    @Property(seed = "3", tries = 300)
    void higherThresholdsNeverRaiseEarlier(
            @ForAll("readings") List<Reading> readings, @ForAll @DoubleRange(min = 0, max = 0.04) double higher) {
        Optional<Instant> sooner = firstRaised(told(readings));
        Optional<Instant> later = firstRaised(told(rules(higher), readings));
        later.ifPresent(at -> assertThat(sooner.orElseThrow()).isBeforeOrEqualTo(at));
    }

    @Property(seed = "4", tries = 300)
    void lateAndRepeatedReadingsChangeNothing(
            @ForAll("readings") List<Reading> readings, @ForAll("readings") List<Reading> late) {
        ServerWatch watch = watching(List.of(), RULES);
        List<AlertEvent> events = new ArrayList<>();
        for (Reading reading : readings) {
            events.addAll(observe(watch, reading));
            late.stream()
                    .filter(other -> !other.at().isAfter(reading.at()))
                    .forEach(other -> assertThat(observe(watch, other)).isEmpty());
        }
        assertThat(events).isEqualTo(told(readings));
    }

    @Property(seed = "5", tries = 500)
    void aNewProcessGoesOnWhereTheOldOneStopped(
            @ForAll("readings") List<Reading> readings, @ForAll @IntRange(max = 200) int cut) {
        List<Reading> before = readings.subList(0, Math.min(cut, readings.size()));
        ServerWatch old = watching(List.of(), RULES);
        Set<AlertEvent> saved = new LinkedHashSet<>(observe(old, before));

        ServerWatch young = watching(old.firing(), RULES);
        Instant known = known(saved, before);
        Instant start = known.minus(RULES.lookback());
        for (Reading reading : readings) {
            if (!reading.at().isAfter(known) && !reading.at().isBefore(start)) {
                young.recall(reading.at(), Story.LAYOUT, new double[] {reading.value()});
            }
        }
        assertThat(saved).containsAll(observe(young, after(known, before)));
        saved.addAll(observe(young, after(known, readings)));

        assertThat(List.copyOf(saved)).isEqualTo(told(readings));
    }

    private static List<Reading> after(Instant known, Collection<Reading> readings) {
        return readings.stream().filter(reading -> reading.at().isAfter(known)).toList();
    }

    private static Instant known(Collection<AlertEvent> saved, List<Reading> before) {
        Instant newestEvent =
                saved.stream().map(AlertEvent::at).max(Instant::compareTo).orElse(TextSeries.START);
        Instant newestSample =
                before.isEmpty() ? TextSeries.START : before.getLast().at();
        Instant enough = newestSample.minus(RULES.lookback());
        return newestEvent.isAfter(enough) ? newestEvent : enough;
    }

    @Provide
    Arbitrary<List<Reading>> readings() {
        Arbitrary<String> values = Arbitraries.of("10", "60", "72", "85", "85", "92", "97", "97", "absent", "gap");
        Arbitrary<Integer> times = Arbitraries.integers().between(1, 12);
        return Combinators.combine(values, times)
                .as((value, count) -> value + "x" + count)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(words -> series("30s", String.join(" ", words)));
    }

    private static Optional<Instant> firstRaised(List<AlertEvent> events) {
        return events.stream().map(AlertEvent::at).findFirst();
    }

    private static List<AlertEvent> told(List<Reading> readings) {
        return told(RULES, readings);
    }

    private static List<AlertEvent> told(Rules rules, List<Reading> readings) {
        return observe(watching(List.of(), rules), readings);
    }

    private static ServerWatch watching(List<FiringAlert> firing, Rules rules) {
        ServerWatch watch = new ServerWatch(firing);
        watch.adopt(rules, TextSeries.START);
        return watch;
    }

    private static List<AlertEvent> observe(ServerWatch watch, List<Reading> readings) {
        return readings.stream()
                .flatMap(reading -> observe(watch, reading).stream())
                .toList();
    }

    private static List<AlertEvent> observe(ServerWatch watch, Reading reading) {
        return watch.observe(reading.at(), Story.LAYOUT, new double[] {reading.value()});
    }

    private static Rules rules(double higher) {
        List<Level> levels = List.of(
                new Level(Severity.INFO, 0.70 + higher, 0.65),
                new Level(Severity.WARNING, 0.80 + higher, 0.75),
                new Level(Severity.CRITICAL, 0.95 + higher, 0.90));
        return new Rules(List.of(new Rule("cpu", Metrics.CPU_UTILIZATION.name(), levels, TIMING)));
    }
}
