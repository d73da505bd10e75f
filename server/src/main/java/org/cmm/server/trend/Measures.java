package org.cmm.server.trend;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.server.access.Language;
import org.cmm.server.alert.Measure;
import org.cmm.server.platform.Figures;
import org.cmm.server.trend.TrendView.Plot;

/** Metrics as people see them: what they are called, how their values are written, which of them share a chart. */
final class Measures {

    /** A chart has an axis at its left and one at its right. */
    private static final int AXES = 2;

    private Measures() {}

    /** How values are written: percent, bits, bytes (each second), size, duration or number. */
    static String kind(String metric) {
        if (metric.equals(Metrics.NETWORK_RATE.name())) {
            return "bits";
        }
        return switch (Metrics.find(metric).map(Metric::unit).orElseThrow()) {
            case RATIO -> "percent";
            case SECONDS -> "duration";
            case BYTES -> "size";
            case BYTES_PER_SECOND -> "bytes";
            case COUNT -> "number";
        };
    }

    static String name(String metric, Language language) {
        return Measure.name(metric, language);
    }

    /** Metrics whose values are written alike share an axis, and two axes share a chart. */
    static List<Plot> plots(List<String> metrics, Language language) {
        List<String> kinds = metrics.stream().map(Measures::kind).distinct().toList();
        return IntStream.iterate(0, first -> first < kinds.size(), first -> first + AXES)
                .mapToObj(first -> kinds.subList(first, Math.min(kinds.size(), first + AXES)))
                .map(shared -> plot(
                        metrics.stream()
                                .filter(metric -> shared.contains(kind(metric)))
                                .toList(),
                        language))
                .toList();
    }

    private static Plot plot(List<String> metrics, Language language) {
        return new Plot(
                metrics.stream().map(metric -> name(metric, language)).collect(Collectors.joining(", ")),
                String.join(" ", metrics),
                metrics.stream().map(Measures::kind).collect(Collectors.joining(" ")));
    }

    static String text(String metric, double value, Figures figures) {
        return switch (kind(metric)) {
            case "percent" -> figures.percent(value, 1);
            case "bits" -> figures.bitRate(value);
            case "bytes" -> figures.bytes(value) + "/s";
            case "size" -> figures.bytes(value);
            case "duration" -> figures.duration(Duration.ofSeconds(Math.round(value)));
            default -> figures.number(value, 2);
        };
    }
}
