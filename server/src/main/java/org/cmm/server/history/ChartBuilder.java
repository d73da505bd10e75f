package org.cmm.server.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
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
        private final @Nullable Double[] minimum;
        private final @Nullable Double[] maximum;
        private final double[] totals;
        private final long[] counts;

        private Line(int steps) {
            minimum = new @Nullable Double[steps];
            maximum = new @Nullable Double[steps];
            totals = new double[steps];
            counts = new long[steps];
        }

        void add(int step, double low, double high, double total, long count) {
            Double least = minimum[step];
            Double most = maximum[step];
            minimum[step] = least == null ? low : Math.min(least, low);
            maximum[step] = most == null ? high : Math.max(most, high);
            totals[step] += total;
            counts[step] += count;
        }

        private Chart.Line build(Series series) {
            List<@Nullable Double> means = new ArrayList<>();
            for (int step = 0; step < counts.length; step++) {
                means.add(counts[step] == 0 ? null : totals[step] / counts[step]);
            }
            String unit = Metrics.find(series.metric())
                    .map(metric -> metric.unit().name().toLowerCase(Locale.ROOT))
                    .orElse("");
            return new Chart.Line(
                    series.metric(), series.attributes(), unit, Arrays.asList(minimum), means, Arrays.asList(maximum));
        }
    }
}
