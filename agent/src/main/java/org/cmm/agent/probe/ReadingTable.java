package org.cmm.agent.probe;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One sample as a table for people: percent, GiB and days instead of ratios, bytes and seconds. */
public final class ReadingTable {
    private static final double GIBIBYTE = 1 << 30;
    private static final double KIBIBYTE = 1 << 10;
    private static final double SECONDS_PER_DAY = 86_400;

    private ReadingTable() {}

    public static String of(List<Measurement> measurements) {
        return measurements.stream()
                .map(one -> "%-34s %-28s %s%n"
                        .formatted(
                                one.series().metric(),
                                attributes(one),
                                words(one.series().metric(), one.value())))
                .collect(Collectors.joining());
    }

    private static String attributes(Measurement one) {
        return String.join(" ", one.series().attributes().values());
    }

    static String words(String metric, double value) {
        if (Double.isNaN(value)) {
            return "(cannot be read)";
        }
        if (metric.endsWith(".utilization") || metric.endsWith(".charge")) {
            return String.format(Locale.ROOT, "%.1f %%", value * 100);
        }
        if (metric.endsWith(".usage") || metric.endsWith(".limit")) {
            return String.format(Locale.ROOT, "%.2f GiB", value / GIBIBYTE);
        }
        if (metric.endsWith(".rate")) {
            return String.format(Locale.ROOT, "%.1f KiB/s", value / KIBIBYTE);
        }
        return metric.equals("system.uptime")
                ? String.format(Locale.ROOT, "%.2f days", value / SECONDS_PER_DAY)
                : String.format(Locale.ROOT, metric.contains("load") ? "%.2f" : "%.0f", value);
    }
}
