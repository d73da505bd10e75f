package org.cmm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.core.alert.TextSeries.START;
import static org.cmm.core.alert.TextSeries.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cmm.core.alert.Quietest.Marked;
import org.cmm.core.alert.Quietest.Sample;
import org.cmm.core.alert.Replay.Episode;
import org.cmm.core.alert.TextSeries.Reading;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Timing TIMING =
            new Timing(Duration.ofMinutes(2), Duration.ofMinutes(3), Duration.ofMinutes(5));
    private static final Rule CPU = new Rule(
            "cpu",
            Story.CPU.metric(),
            List.of(new Level(Severity.WARNING, 0.80, 0.70), new Level(Severity.CRITICAL, 0.95, 0.90)),
            TIMING);

    @Test
    void tellsEachAlertThatThereWouldHaveBeen() {
        assertThat(replayed(CPU, "40 85x3 97x3 40x5 85x9").episodes())
                .containsExactly(
                        new Episode(Story.CPU, minute(3), Optional.of(minute(10)), Severity.CRITICAL),
                        new Episode(Story.CPU, minute(14), Optional.empty(), Severity.WARNING));
    }

    @Test
    void anOpenAlertLastsUntilNow() {
        Episode open = replayed(CPU, "85x3").episodes().getFirst();
        assertThat(open.length(minute(62))).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void findsTheHighestLevelThatStillCatches() {
        String day = "40x30 88 86 87 85 40x30";
        Marked trouble = new Marked(minute(30), minute(34), samples(day));
        Quietest quietest = new Quietest(CPU, List.of(trouble));
        assertThat(quietest.level()).hasValue(0.86);
        assertThat(quietest.moved(0.86).levels())
                .extracting(Level::raiseAt)
                .satisfies(levels -> assertThat(levels.get(1)).isBetween(1.00, 1.02));
    }

    @Test
    void everyMarkCounts() {
        Marked loud = new Marked(minute(30), minute(34), samples("40x30 95x4 40x30"));
        Marked quiet = new Marked(minute(30), minute(34), samples("40x30 75x4 40x30"));
        assertThat(new Quietest(CPU, List.of(loud)).level()).hasValue(0.95);
        assertThat(new Quietest(CPU, List.of(loud, quiet)).level()).hasValue(0.75);
    }

    @Test
    void whatHasNoReadingsCannotBeCaught() {
        assertThat(new Quietest(CPU, List.of(new Marked(START, minute(9), List.of()))).level())
                .isEmpty();
        assertThat(new Quietest(CPU, List.of(new Marked(START, minute(0), samples("95 95")))).level())
                .as("too short for the hold")
                .isEmpty();
    }

    @Test
    void proposesALevelForEachHoldThatStillCatches() {
        Marked trouble = new Marked(minute(30), minute(36), samples("40x30 88 93 86 87 91.2 85 40x30"));
        Quietest quietest = new Quietest(CPU, List.of(trouble));
        List<Rule> proposals = quietest.proposals(
                List.of(Duration.ZERO, Duration.ofMinutes(4), Duration.ofHours(1)),
                level -> Math.floor(level * 50) / 50);
        assertThat(proposals)
                .extracting(rule -> rule.timing().raiseAfter() + " "
                        + rule.levels().getFirst().raiseAt())
                .containsExactly("PT0S 0.92", "PT4M 0.86");
        assertThat(proposals).allMatch(quietest::catchesAll);
    }

    @Test
    void proposedLevelsCanBeReachedAndLeft() {
        Marked loud = new Marked(minute(30), minute(34), samples("40x30 99x4 40x30"));
        assertThat(new Quietest(CPU, List.of(loud)).proposals(List.of(Duration.ZERO), level -> level))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.levels()).extracting(Level::raiseAt).containsExactly(0.99, 1.0));
        Marked calm = new Marked(minute(3), minute(9), samples("6x20"));
        assertThat(new Quietest(CPU, List.of(calm)).proposals(List.of(Duration.ZERO), level -> level))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.levels().getFirst().clearBelow()).isBetween(0.02, 0.06));
    }

    @Property(seed = "1", tries = 200)
    void noHigherLevelCatchesTheMark(
            @ForAll("histories") String history,
            @ForAll @IntRange(max = 60) int from,
            @ForAll @IntRange(max = 20) int length) {
        Marked mark = new Marked(minute(from), minute(from + length), samples(history));
        Quietest quietest = new Quietest(CPU, List.of(mark));
        quietest.level().ifPresent(level -> {
            assertThat(caught(quietest.moved(level), mark)).isTrue();
            assertThat(caught(quietest.moved(level + 0.001), mark)).isFalse();
        });
    }

    @Property(seed = "2", tries = 200)
    void replayTellsWhatTheEngineTold(@ForAll("histories") String history) {
        long raised = new Story(CPU)
                .then(series("1m", history)).sentences().stream()
                        .filter(sentence -> sentence.contains("raised"))
                        .count();
        assertThat(replayed(CPU, history).episodes()).hasSize((int) raised);
    }

    @Provide
    Arbitrary<String> histories() {
        return Combinators.combine(
                        Arbitraries.of("10", "60", "72", "81", "85", "92", "97", "absent", "gap"),
                        Arbitraries.integers().between(1, 9))
                .as((value, count) -> value + "x" + count)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(words -> String.join(" ", words));
    }

    private static boolean caught(Rule rule, Marked mark) {
        Replay replay = new Replay(rule);
        mark.samples().forEach(sample -> replay.feed(sample.atMillis(), sample.layout(), sample.values(), 0));
        return replay.episodes().stream().anyMatch(episode -> episode.touches(mark.from(), mark.to()));
    }

    private static Replay replayed(Rule rule, String text) {
        Replay replay = new Replay(rule);
        samples(text).forEach(sample -> replay.feed(sample.atMillis(), sample.layout(), sample.values(), 0));
        return replay;
    }

    private static List<Sample> samples(String text) {
        return series("1m", text).stream().map(ReplayTest::sample).toList();
    }

    private static Sample sample(Reading reading) {
        return new Sample(reading.at().toEpochMilli(), Story.LAYOUT, new double[] {reading.value()});
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
