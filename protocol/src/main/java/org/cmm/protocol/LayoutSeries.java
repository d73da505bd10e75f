package org.cmm.protocol;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One column of a layout.
 *
 * @param metric the name by OpenTelemetry's conventions, such as {@code system.cpu.utilization}; not blank
 * @param attributes what the series is about, such as {@code system.filesystem.mountpoint}; may be empty
 * @param decimals 0 to 9: a value travels as the whole number nearest to {@code value × 10^decimals}
 */
public record LayoutSeries(String metric, SortedMap<String, String> attributes, int decimals) {
    /** The most decimals a column may keep. */
    public static final int MAX_DECIMALS = 9;

    public LayoutSeries {
        if (metric.isBlank()) {
            throw new IllegalArgumentException("a series needs a metric name");
        }
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException(
                    "series '%s': decimals must be 0 to %d, was %d".formatted(metric, MAX_DECIMALS, decimals));
        }
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }
}
