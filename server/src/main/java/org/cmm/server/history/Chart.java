package org.cmm.server.history;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Some series of one server over a span, in at most as many points as were asked for.
 *
 * @param from the start of the span
 * @param to its end, not within
 * @param stepSeconds the length of one point
 * @param tier what it is drawn from: {@code samples}, {@code five-minutes}, {@code hour} or {@code day}; every sample
 *     counts in each of them
 * @param times the start of each point in seconds since 1970; points without any sample are there too
 * @param coverage the share of each point that was measured, 0 to 1; null where points are shorter than the time
 *     between two samples
 * @param gaps stretches without samples, longer than a point and than {@link ChartQuery#SILENCE}; the first may begin
 *     before the span, and the last may still go on
 */
public record Chart(
        Instant from,
        Instant to,
        long stepSeconds,
        String tier,
        List<Long> times,
        List<@Nullable Double> coverage,
        List<Line> series,
        List<Gap> gaps) {

    /**
     * One series; the lists run beside {@link Chart#times()}, null is a point without a reading.
     *
     * @param unit as {@code ratio}, {@code seconds}, {@code bytes}
     */
    public record Line(
            String metric,
            SortedMap<String, String> attributes,
            String unit,
            List<@Nullable Double> minimum,
            List<@Nullable Double> mean,
            List<@Nullable Double> maximum) {}

    /** From the last sample before to the first one after, in seconds since 1970. */
    public record Gap(double from, double to) {}
}
