package org.cmm.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cmm.protocol.SampleRow;

/** What one machine sent, and what every interval comes to, worked out from that alone. */
final class SentSamples {

    private static final long FIVE_MINUTES = Duration.ofMinutes(5).toMillis();
    private static final double USUAL_STEP = 10_000;

    /** What the readings of a series came to over an interval. */
    record Interval(double minimum, double mean, double maximum, double last, long count, double coverage) {}

    private final TreeMap<Long, double[]> byTime = new TreeMap<>();

    /** The first sample of a time counts. */
    synchronized void add(List<SampleRow> rows) {
        rows.forEach(row -> byTime.putIfAbsent(row.atMillis(), row.values()));
    }

    synchronized int count() {
        return byTime.size();
    }

    /** Readings of a series from a time to before another, milliseconds since 1970. */
    synchronized Map<Long, Double> readings(int series, long from, long to) {
        Map<Long, Double> readings = new TreeMap<>();
        byTime.subMap(from, to).forEach((at, values) -> {
            if (!Double.isNaN(values[series])) {
                readings.put(at, values[series]);
            }
        });
        return readings;
    }

    /** Intervals of this length that begin at or after {@code from} and end before {@code to}. */
    synchronized Map<Long, Interval> intervals(int series, Duration length, long from, long to) {
        Map<Long, List<double[]>> parts = new TreeMap<>();
        long first = Math.ceilDiv(from, length.toMillis()) * length.toMillis();
        byTime.subMap(first, Math.floorDiv(to, length.toMillis()) * length.toMillis())
                .forEach((at, values) -> parts.computeIfAbsent(
                                Math.floorDiv(at, length.toMillis()) * length.toMillis(), _ -> new ArrayList<>())
                        .add(values));
        Map<Long, Interval> intervals = new TreeMap<>();
        parts.forEach((start, rows) -> {
            double[] values = rows.stream()
                    .mapToDouble(row -> row[series])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (values.length > 0) {
                intervals.put(start, interval(values, coverage(start, length)));
            }
        });
        return intervals;
    }

    private static Interval interval(double[] values, double coverage) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        double sum = 0;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
            sum += value;
        }
        return new Interval(least, sum / values.length, most, values[values.length - 1], values.length, coverage);
    }

    /** Of five minutes the samples that the smallest step lets expect; of what is longer the mean of its parts. */
    private double coverage(long start, Duration length) {
        double share;
        if (length.toMillis() == FIVE_MINUTES) {
            SortedMap<Long, double[]> samples = byTime.subMap(start, start + FIVE_MINUTES);
            share = samples.size() * smallestStep(samples) / FIVE_MINUTES;
        } else {
            Duration part = length.equals(Duration.ofHours(1)) ? Duration.ofMinutes(5) : Duration.ofHours(1);
            double covered = 0;
            for (long at = start; at < start + length.toMillis(); at += part.toMillis()) {
                covered += byTime.subMap(at, at + part.toMillis()).isEmpty() ? 0 : coverage(at, part);
            }
            share = covered * part.toMillis() / length.toMillis();
        }
        return Math.min(1, Math.rint(share * 1e4) / 1e4);
    }

    private static double smallestStep(SortedMap<Long, double[]> samples) {
        double smallest = Double.MAX_VALUE;
        long before = Long.MIN_VALUE;
        for (long at : samples.keySet()) {
            smallest = before == Long.MIN_VALUE ? smallest : Math.min(smallest, at - before);
            before = at;
        }
        return smallest == Double.MAX_VALUE ? USUAL_STEP : smallest;
    }
}
