package org.cmm.server.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.core.metric.Unit;
import org.jspecify.annotations.Nullable;

/** Puts a chart together from what was gathered point by point; a series may come from several layouts. */
final class ChartBuilder {

    private final ChartQuery.Request request;
    private final Map<Series, Line> lines = new TreeMap<>();
    private final double[] earliest;
    private final double[] latest;
    private double heardBefore = Double.NaN;

    ChartBuilder(ChartQuery.Request request) {
        this.request = request;
        this.earliest = new double[request.steps()];
        this.latest = new double[request.steps()];
        Arrays.fill(earliest, Double.NaN);
        Arrays.fill(latest, Double.NaN);
    }

    Line line(Series series) {
        return lines.computeIfAbsent(series, unused -> new Line(request.steps()));
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

    Chart build() {
        return new Chart(
                request.from(),
                request.to(),
                request.stepSeconds(),
                request.fromEverySample(),
                LongStream.range(0, request.steps())
                        .mapToObj(step -> (request.firstStep() + step) * request.stepSeconds())
                        .toList(),
                lines.entrySet().stream()
                        .map(line -> line.getValue().build(line.getKey()))
                        .toList(),
                gaps());
    }

    /** A gap longer than a point always spans the border of two, so first and last of each point tell them all. */
    private List<Chart.Gap> gaps() {
        double longest = Math.max(ChartQuery.SILENCE.toSeconds(), request.stepSeconds());
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
        double end = Math.min(request.to().getEpochSecond(), request.now().getEpochSecond());
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
