package org.cmm.server.intake;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutSeries;
import org.cmm.server.history.Layouts;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredLayout;
import org.jspecify.annotations.Nullable;

/** Reads one posted sample: its metrics must be known, its values possible, its time believable. */
@Singleton
class PostedRows {

    private final Layouts layouts;

    PostedRows(Layouts layouts) {
        this.layouts = layouts;
    }

    /** A sample that can be stored, or why it cannot. */
    sealed interface Result {}

    record Read(SampleRows rows) implements Result {}

    record Refused(String reason) implements Result {}

    Result read(int server, PostedSamples.@Nullable Posted posted, long nowMillis) {
        if (posted == null || posted.values() == null || posted.values().isEmpty()) {
            return new Refused("it has no values");
        }
        if (posted.values().size() > Layout.MAX_SERIES) {
            return new Refused("it has more than %d values".formatted(Layout.MAX_SERIES));
        }
        TreeMap<Series, Double> values = new TreeMap<>();
        for (Map.Entry<String, @Nullable Double> entry : posted.values().entrySet()) {
            Optional<String> fault = put(values, entry.getKey(), entry.getValue());
            if (fault.isPresent()) {
                return new Refused(fault.get());
            }
        }
        return checked(server, values, millis(posted.at(), nowMillis), nowMillis);
    }

    /** A time so far away that milliseconds cannot count it is far enough to be refused as such. */
    private static long millis(@Nullable Instant at, long nowMillis) {
        if (at == null) {
            return nowMillis;
        }
        try {
            return at.toEpochMilli();
        } catch (ArithmeticException e) {
            return at.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static Optional<String> put(Map<Series, Double> values, String text, @Nullable Double value) {
        Series series;
        try {
            series = Series.parse(text);
        } catch (IllegalArgumentException e) {
            return Optional.of("'%.60s' is no series: %s".formatted(text, e.getMessage()));
        }
        Optional<Metric> metric = Metrics.find(series.metric());
        if (metric.isEmpty()) {
            return Optional.of(unknown(series.metric()));
        }
        if (!metric.get().describes(series)) {
            return Optional.of("%s needs the attributes %s and no others"
                    .formatted(series.metric(), metric.get().attributeKeys()));
        }
        values.put(series, value == null ? Double.NaN : value);
        return Optional.empty();
    }

    private static String unknown(String name) {
        return "unknown metric '%.60s'%s"
                .formatted(
                        name,
                        Metrics.nearest(name)
                                .map(near -> ": did you mean '" + near.name() + "'?")
                                .orElse(""));
    }

    private Result checked(int server, TreeMap<Series, Double> values, long at, long nowMillis) {
        double[] row = values.values().stream().mapToDouble(Double::doubleValue).toArray();
        StoredLayout layout = layouts.of(new ArrayList<>(values.keySet()), decimals(row.length));
        return new RowCheck(layout, nowMillis)
                .fault(at, row, 0)
                .<Result>map(Refused::new)
                .orElseGet(() -> new Read(new SampleRows(server, layout, new long[] {at}, row)));
    }

    /** Posted numbers are stored as they are; the decimals matter on the wire only. */
    private static int[] decimals(int columns) {
        int[] decimals = new int[columns];
        Arrays.fill(decimals, LayoutSeries.MAX_DECIMALS);
        return decimals;
    }
}
