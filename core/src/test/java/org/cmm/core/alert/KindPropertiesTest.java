package org.cmm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cmm.core.alert.Kind.Often;
import org.cmm.core.alert.Kind.Side;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;

/** What holds for every kind of rule and every history, however wild. */
class KindPropertiesTest {

    private static final Timing TIMING =
            new Timing(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5));
    private static final String USED = Metrics.FILESYSTEM_UTILIZATION.name();
    private static final Series ROOT = Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, "/");
    private static final List<Series> LAYOUT =
            List.of(ROOT, new Series(Metrics.FILESYSTEM_LIMIT.name(), ROOT.attributes()), Series.of(Metrics.UPTIME));
    private static final List<Series> WITHOUT_DISK = List.of(Series.of(Metrics.UPTIME));

    private static final Rules RULES = new Rules(List.of(
            rule("plain", Kind.Threshold.high(USED), 0.8, 0.7),
            rule("low", Kind.Threshold.low(USED), -0.3, -0.5),
            rule("often", new Kind.Threshold(USED, Side.HIGH, new Often(3, 5)), 0.8, 0.7),
            rule("rarely", new Kind.Threshold(USED, Side.LOW, new Often(2, 4)), -0.3, -0.5),
            rule("rise", new Kind.RateOfChange(USED, Side.HIGH, Duration.ofMinutes(8)), 2, 1),
            rule("missing", new Kind.NoData(USED), 120, 60),
            rule("restart", new Kind.RestartSeen(Duration.ofMinutes(10)), 1, 0.5),
            new Rule("free", Kind.Threshold.high(USED), List.of(new Level(Severity.WARNING, 0.7, 0.6, 15)), TIMING)));

    /** @param values empty: a sample without the disk */
    private record Moment(Instant at, List<Double> values) {
        List<Series> layout() {
            return values.size() == 1 ? WITHOUT_DISK : LAYOUT;
        }

        double[] array() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    @Property(seed = "1", tries = 300)
    void theSameSampleTwiceIsOnce(@ForAll("histories") List<Moment> history) {
        ServerWatch once = watching(List.of());
        ServerWatch twice = watching(List.of());
        for (Moment moment : history) {
            List<AlertEvent> events = observe(once, moment);
            assertThat(twice.settles(moment.at().toEpochMilli(), moment.layout(), moment.array(), 0))
                    .as("nothing happens in what settles")
                    .isIn(false, events.isEmpty());
            twice.observe(moment.at(), moment.layout(), moment.array());
            assertThat(observe(twice, moment)).isEmpty();
            assertThat(twice.firing()).containsExactlyInAnyOrderElementsOf(once.firing());
        }
    }

    @Property(seed = "2", tries = 600)
    void aNewProcessGoesOnWhereTheOldOneStopped(
            @ForAll("histories") List<Moment> history, @ForAll @IntRange(max = 150) int cut) {
        List<Moment> before = history.subList(0, Math.min(cut, history.size()));
        ServerWatch old = watching(List.of());
        Set<AlertEvent> saved = new LinkedHashSet<>();
        before.forEach(moment -> saved.addAll(observe(old, moment)));

        ServerWatch young = watching(old.firing());
        Instant known = known(saved, before);
        Instant start = known.minus(RULES.lookback());
        for (Moment moment : history) {
            if (!moment.at().isBefore(start) && !moment.at().isAfter(known)) {
                young.recall(moment.at(), moment.layout(), moment.array());
            }
        }
        List<AlertEvent> again = new ArrayList<>();
        for (Moment moment : history) {
            if (moment.at().isAfter(known)) {
                again.addAll(observe(young, moment));
            }
        }
        saved.addAll(again);
        assertThat(saved).containsExactlyInAnyOrderElementsOf(told(history));
    }

    private static Instant known(Set<AlertEvent> saved, List<Moment> before) {
        Instant newestEvent =
                saved.stream().map(AlertEvent::at).max(Instant::compareTo).orElse(TextSeries.START);
        Instant newest = before.isEmpty() ? TextSeries.START : before.getLast().at();
        Instant enough = newest.minus(RULES.lookback());
        return newestEvent.isAfter(enough) ? newestEvent : enough;
    }

    private static List<AlertEvent> told(List<Moment> history) {
        ServerWatch watch = watching(List.of());
        return history.stream()
                .flatMap(moment -> observe(watch, moment).stream())
                .toList();
    }

    private static List<AlertEvent> observe(ServerWatch watch, Moment moment) {
        return watch.observe(moment.at(), moment.layout(), moment.array());
    }

    private static ServerWatch watching(List<FiringAlert> firing) {
        ServerWatch watch = new ServerWatch(firing);
        watch.adopt(RULES, TextSeries.START);
        return watch;
    }

    /** Stretches of one value, pauses, restarts and disks that go, grow and come back, half a minute apart. */
    @Provide
    Arbitrary<List<Moment>> histories() {
        Arbitrary<String> words = Arbitraries.of(
                "10", "40", "60", "75", "85", "85", "97", "97", "absent", "gone", "gap", "restart", "grow");
        return Combinators.combine(words, Arbitraries.integers().between(1, 10))
                .as((word, count) -> word + "x" + count)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(KindPropertiesTest::moments);
    }

    private static List<Moment> moments(List<String> words) {
        List<Moment> moments = new ArrayList<>();
        Instant at = TextSeries.START;
        Instant started = at.minus(Duration.ofDays(3));
        double size = 50;
        for (String word : words) {
            String[] parts = word.split("x", -1);
            for (int time = 0; time < Integer.parseInt(parts[1]); time++) {
                at = at.plusSeconds(parts[0].equals("gap") ? 45 : 30);
                started = parts[0].equals("restart") && time == 0 ? at : started;
                size += parts[0].equals("grow") ? 10 : 0;
                double uptime = Duration.between(started, at).toSeconds();
                switch (parts[0]) {
                    case "gap" -> {}
                    case "gone" -> moments.add(new Moment(at, List.of(uptime)));
                    case "absent" -> moments.add(new Moment(at, List.of(Double.NaN, size, uptime)));
                    case "restart", "grow" -> moments.add(new Moment(at, List.of(0.5, size, uptime)));
                    default -> moments.add(new Moment(at, List.of(Double.parseDouble(parts[0]) / 100, size, uptime)));
                }
            }
        }
        return moments;
    }

    private static Rule rule(String id, Kind kind, double raiseAt, double clearBelow) {
        return new Rule(id, kind, List.of(new Level(Severity.WARNING, raiseAt, clearBelow)), TIMING);
    }
}
