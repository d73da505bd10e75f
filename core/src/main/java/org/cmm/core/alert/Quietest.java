package org.cmm.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.cmm.core.metric.Series;

/**
 * The highest level that still catches what a person marks. Levels that are higher catch less, never more, so halving
 * finds it: each step replays the marked times once, with some sixteen steps for a day of readings.
 *
 * <p>All levels move together, by the same amount. What is tried are the numbers that the rule makes of the marked
 * readings, and those with the distance between raising and clearing added, since the answer lies at one of them.
 */
public final class Quietest {

    private final Rule rule;
    private final List<Marked> marks;

    public Quietest(Rule rule, List<Marked> marks) {
        this.rule = rule;
        this.marks = List.copyOf(marks);
    }

    /** One sample of a marked machine. */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    public record Sample(long atMillis, List<Series> layout, double[] values) {}

    /**
     * A time on a machine that should have been caught: an alert should have been open within it.
     *
     * @param samples in order of time, from {@link #lookback} before {@code from}
     */
    public record Marked(Instant from, Instant to, List<Sample> samples) {
        public Marked {
            samples = List.copyOf(samples);
        }
    }

    /** How long before a mark samples must begin. */
    public static Duration lookback(Rule rule) {
        return rule.lookback();
    }

    /** The highest {@code raiseAt} of the lowest level that catches every mark; empty when none does. */
    public OptionalDouble level() {
        double[] tried = numbers();
        int caught = -1;
        int missed = tried.length;
        while (missed - caught > 1) {
            int middle = (caught + missed) >>> 1;
            if (catchesAll(moved(tried[middle]))) {
                caught = middle;
            } else {
                missed = middle;
            }
        }
        return caught < 0 ? OptionalDouble.empty() : OptionalDouble.of(tried[caught]);
    }

    /**
     * For each of these times to hold before raising, the rule at the highest level that still catches every mark;
     * times that miss one are left out. The levels are possible values of the metric: one that would lie above them all
     * is left out, beside the lowest.
     *
     * @param neat makes a level one that people like to read; what it makes of a level must not be more
     */
    public List<Rule> proposals(Collection<Duration> holds, DoubleUnaryOperator neat) {
        return holds.stream()
                .distinct()
                .flatMap(hold -> new Quietest(holding(hold), marks).proposal(neat).stream())
                .toList();
    }

    /** Whether an alert of this rule would have been open within every mark. */
    public boolean catchesAll(Rule tried) {
        return marks.stream().allMatch(mark -> catches(tried, mark));
    }

    private Optional<Rule> proposal(DoubleUnaryOperator neat) {
        OptionalDouble level = level();
        if (level.isEmpty()) {
            return Optional.empty();
        }
        double highest = level.getAsDouble();
        return DoubleStream.of(neat.applyAsDouble(highest), highest)
                .mapToObj(raiseAt -> fitted(moved(raiseAt)))
                .filter(this::catchesAll)
                .findFirst();
    }

    private Rule holding(Duration hold) {
        Timing timing =
                new Timing(hold, rule.timing().clearAfter(), rule.timing().maxGap());
        return new Rule(rule.id(), rule.kind(), rule.levels(), timing);
    }

    /** With levels that a reading can reach, and from which it can come back. */
    private static Rule fitted(Rule moved) {
        double least = moved.kind().least();
        double most = moved.kind().most();
        List<Level> levels = new ArrayList<>();
        double lower = Double.NEGATIVE_INFINITY;
        for (Level level : moved.levels()) {
            double raise = Math.min(level.raiseAt(), most);
            double clear = level.clearBelow() > least || raise <= least
                    ? Math.min(level.clearBelow(), Math.nextDown(raise))
                    : least + (raise - least) / 2;
            if (raise > lower) {
                levels.add(new Level(level.severity(), raise, clear, level.freeAtMost()));
                lower = raise;
            }
        }
        return new Rule(moved.id(), moved.kind(), levels, moved.timing());
    }

    /** The rule with its lowest level raised at this number, and all others moved as far. */
    public Rule moved(double raiseAt) {
        double by = raiseAt - rule.levels().getFirst().raiseAt();
        List<Level> levels = new ArrayList<>();
        for (Level level : rule.levels()) {
            double raise = level.equals(rule.levels().getFirst()) ? raiseAt : level.raiseAt() + by;
            double clear = Math.min(level.clearBelow() + by, Math.nextDown(raise));
            levels.add(new Level(level.severity(), raise, clear, level.freeAtMost()));
        }
        return new Rule(rule.id(), rule.kind(), levels, rule.timing());
    }

    private static boolean catches(Rule tried, Marked mark) {
        Replay replay = new Replay(tried);
        mark.samples().forEach(sample -> replay.feed(sample.atMillis(), sample.layout(), sample.values(), 0));
        return replay.episodes().stream().anyMatch(episode -> episode.touches(mark.from(), mark.to()));
    }

    /** Where an alert would just still be raised, and where it would just not be cleared yet. */
    private double[] numbers() {
        Level lowest = rule.levels().getFirst();
        double apart = lowest.raiseAt() - lowest.clearBelow();
        return marks.stream()
                .flatMapToDouble(mark -> rule.kind() instanceof Kind.Threshold threshold
                        ? values(mark).map(threshold.side()::turned)
                        : made(mark))
                .filter(Double::isFinite)
                .flatMap(number -> DoubleStream.of(number, number + apart))
                .sorted()
                .distinct()
                .toArray();
    }

    private DoubleStream values(Marked mark) {
        return mark.samples().stream().flatMapToDouble(sample -> DoubleStream.iterate(0, index -> index + 1)
                .limit(sample.layout().size())
                .filter(index -> sample.layout().get((int) index).metric().equals(rule.metric()))
                .map(index -> sample.values()[(int) index]));
    }

    /** What gauges make of each series. */
    private DoubleStream made(Marked mark) {
        List<Series> all = mark.samples().stream()
                .flatMap(sample -> sample.layout().stream())
                .filter(series -> series.metric().equals(rule.metric()))
                .distinct()
                .toList();
        return all.stream().flatMapToDouble(series -> {
            Gauge gauge = Gauge.of(rule);
            return mark.samples().stream().mapToDouble(sample -> gauge.read(value(sample, series), sample.atMillis()));
        });
    }

    private static double value(Sample sample, Series series) {
        int position = sample.layout().indexOf(series);
        return position < 0 ? Double.NaN : sample.values()[position];
    }
}
