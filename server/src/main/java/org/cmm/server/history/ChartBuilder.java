package org.cmm.server.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.cmm.core.history.Rollup;
import org.cmm.core.history.Tier;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.core.metric.Unit;
import org.jspecify.annotations.Nullable;

/** Puts a chart together from what was gathered point by point; a series may come from several layouts. */
final class ChartBuilder {

    private final ChartPlan plan;
    private final Map<Series, Line> lines = new TreeMap<>();
    private final double[] earliest;
    private final double[] latest;
    /** Seconds of each point that roll-ups say were measured, and samples that came on top. */
    private final double[] covered;

    private final int[] counted;
    private double smallestGap = Double.MAX_VALUE;
    private double heardBefore = Double.NaN;

    ChartBuilder(ChartPlan plan) {
        this.plan = plan;
        this.earliest = new double[plan.steps()];
        this.latest = new double[plan.steps()];
        this.covered = new double[plan.steps()];
        this.counted = new int[plan.steps()];
        Arrays.fill(earliest, Double.NaN);
        Arrays.fill(latest, Double.NaN);
    }

    Line line(Series series) {
        return lines.computeIfAbsent(series, _ -> new Line(plan.steps()));
    }

    /** There are samples in this point; times are seconds since 1970. */
    void heard(int step, double first, double last) {
        earliest[step] = Double.isNaN(earliest[step]) ? first : Math.min(earliest[step], first);
        latest[step] = Double.isNaN(latest[step]) ? last : Math.max(latest[step], last);
    }

    /** The newest sample before the span. */
    void heardBefore(double at) {
        heardBefore = at;
    }

    /** Each sample counts by itself, and stands for the time until the next. */
    void addSamples(SeriesColumns samples) {
        double[] times = samples.times();
        for (int row = 0; row < times.length; row++) {
            int step = step(times[row]);
            if (samples.valid()[row] && step >= 0) {
                heard(step, times[row] / 1000, times[row] / 1000);
                counted[step]++;
                if (row > 0) {
                    smallestGap = Math.min(smallestGap, (times[row] - times[row - 1]) / 1000);
                }
                addTo(step, samples, row);
            }
        }
    }

    private void addTo(int step, SeriesColumns samples, int row) {
        for (int index = 0; index < samples.wanted().length; index++) {
            double value = samples.numbers()[index][0][row];
            if (!Double.isNaN(value)) {
                line(samples.series(index)).add(step, value, value, value, 1);
            }
        }
    }

    void addRollups(Tier tier, SeriesColumns rollups) {
        double[] times = rollups.times();
        for (int row = 0; row < times.length; row++) {
            int step = step(times[row]);
            if (rollups.valid()[row] && step >= 0) {
                double start = times[row] / 1000;
                heard(step, start + rollups.head()[2][row], start + rollups.head()[3][row]);
                covered[step] += rollups.head()[1][row] * tier.millis() / 1000;
                addStatistics(step, rollups, row);
            }
        }
    }

    private void addStatistics(int step, SeriesColumns rollups, int row) {
        for (int index = 0; index < rollups.wanted().length; index++) {
            double[][] numbers = rollups.numbers()[index];
            double count = numbers[Rollup.COUNT][row];
            if (count > 0) {
                line(rollups.series(index))
                        .add(
                                step,
                                numbers[Rollup.MINIMUM][row],
                                numbers[Rollup.MAXIMUM][row],
                                numbers[Rollup.SUM][row],
                                (long) count);
            }
        }
    }

    private int step(double millis) {
        long step = Math.floorDiv((long) millis, plan.stepSeconds() * 1000) - plan.firstStep();
        return step < 0 || step >= earliest.length ? -1 : (int) step;
    }

    Chart build() {
        return new Chart(
                plan.request().from(),
                plan.request().to(),
                plan.stepSeconds(),
                Retention.word(plan.tier()),
                LongStream.range(0, plan.steps())
                        .mapToObj(step -> (plan.firstStep() + step) * plan.stepSeconds())
                        .toList(),
                coverage(),
                lines.entrySet().stream()
                        .map(line -> line.getValue().build(line.getKey()))
                        .toList(),
                gaps());
    }

    /**
     * Where points are shorter than the time between two samples, most of them cannot have one, and nothing is said.
     */
    private List<@Nullable Double> coverage() {
        List<@Nullable Double> coverage = new ArrayList<>();
        for (int step = 0; step < covered.length; step++) {
            double seconds = covered[step];
            if (counted[step] > 0 && smallestGap <= plan.stepSeconds()) {
                seconds += counted[step] * smallestGap;
            }
            boolean unknown = seconds == 0 && plan.tier() == Tier.SAMPLES && smallestGap > plan.stepSeconds();
            coverage.add(unknown ? null : Line.rounded(Math.min(1, seconds / length(step)), 1e3));
        }
        return coverage;
    }

    /** The first and last point may lie partly outside the span, and the last is not over while it goes on. */
    private double length(int step) {
        long start = (plan.firstStep() + step) * plan.stepSeconds();
        long end = Math.min(
                start + plan.stepSeconds(),
                Math.min(
                        plan.request().to().getEpochSecond(),
                        plan.request().now().getEpochSecond()));
        return Math.max(1, end - Math.max(start, plan.request().from().getEpochSecond()));
    }

    /** A gap longer than a point always spans the border of two, so first and last of each point tell them all. */
    private List<Chart.Gap> gaps() {
        double longest = Math.max(ChartQuery.SILENCE.toSeconds(), plan.stepSeconds());
        List<Chart.Gap> gaps = new ArrayList<>();
        double heard = heardBefore;
        for (int step = 0; step < earliest.length; step++) {
            if (!Double.isNaN(earliest[step])) {
                if (earliest[step] - heard > longest) {
                    gaps.add(new Chart.Gap(heard, earliest[step]));
                }
                heard = latest[step];
            }
        }
        double end = Math.min(
                plan.request().to().getEpochSecond(), plan.request().now().getEpochSecond());
        if (end - heard > longest) {
            gaps.add(new Chart.Gap(heard, end));
        }
        return List.copyOf(gaps);
    }

    /** The points of one series. */
    static final class Line {
        private final double[] minimum;
        private final double[] maximum;
        private final double[] totals;
        private final long[] counts;

        private Line(int steps) {
            minimum = new double[steps];
            maximum = new double[steps];
            totals = new double[steps];
            counts = new long[steps];
        }

        void add(int step, double low, double high, double total, long count) {
            minimum[step] = counts[step] == 0 ? low : Math.min(minimum[step], low);
            maximum[step] = counts[step] == 0 ? high : Math.max(maximum[step], high);
            totals[step] += total;
            counts[step] += count;
        }

        private Chart.Line build(Series series) {
            Optional<Unit> unit = Metrics.find(series.metric()).map(Metric::unit);
            double steps = unit.map(Line::stepsPerUnit).orElse(1e6);
            List<@Nullable Double> low = new ArrayList<>();
            List<@Nullable Double> mean = new ArrayList<>();
            List<@Nullable Double> high = new ArrayList<>();
            for (int step = 0; step < counts.length; step++) {
                boolean measured = counts[step] > 0;
                low.add(measured ? rounded(minimum[step], steps) : null);
                mean.add(measured ? rounded(totals[step] / counts[step], steps) : null);
                high.add(measured ? rounded(maximum[step], steps) : null);
            }
            String word =
                    unit.map(known -> known.name().toLowerCase(Locale.ROOT)).orElse("");
            return new Chart.Line(series.metric(), series.attributes(), word, low, mean, high);
        }

        /** As fine as agents measure: more digits would be noise, and cost a slow link a third of a chart. */
        private static double stepsPerUnit(Unit unit) {
            return switch (unit) {
                case RATIO -> 1e4;
                case COUNT -> 100;
                case BYTES, BYTES_PER_SECOND, SECONDS -> 1;
            };
        }

        private static double rounded(double value, double steps) {
            return Math.rint(value * steps) / steps;
        }
    }
}
