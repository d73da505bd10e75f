package org.cmm.server.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutSeries;
import org.cmm.server.history.Layouts;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredLayout;

/** Reads one posted sample: its metrics must be known, its values possible, its time believable. */
@Singleton
class PostedRows {

    private static final Set<String> FIELDS = Set.of("at", "values");

    private final Layouts layouts;

    PostedRows(Layouts layouts) {
        this.layouts = layouts;
    }

    /** A sample that can be stored, or why it cannot. */
    sealed interface Result {}

    record Read(SampleRows rows) implements Result {}

    record Refused(String reason) implements Result {}

    Result read(int server, JsonNode posted, long nowMillis) {
        JsonNode values = posted.path("values");
        if (!values.isObject() || values.isEmpty()) {
            return new Refused("it needs 'values', an object with a number for each series");
        }
        if (values.size() > Layout.MAX_SERIES) {
            return new Refused("it has more than %d values".formatted(Layout.MAX_SERIES));
        }
        for (Map.Entry<String, JsonNode> field : posted.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                return new Refused("unknown field '%.40s'; known are at, values".formatted(field.getKey()));
            }
        }
        TreeMap<Series, Double> readings = new TreeMap<>();
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            Optional<String> fault = put(readings, value.getKey(), value.getValue());
            if (fault.isPresent()) {
                return new Refused(fault.get());
            }
        }
        OptionalLong at = millis(posted.path("at"), nowMillis);
        return at.isPresent()
                ? checked(server, readings, at.getAsLong(), nowMillis)
                : new Refused("its time must be like 2026-11-23T10:00:00Z, was %.40s".formatted(posted.path("at")));
    }

    /** Now when none is given; nothing when it is no time that milliseconds can count. */
    private static OptionalLong millis(JsonNode at, long nowMillis) {
        if (at.isMissingNode() || at.isNull()) {
            return OptionalLong.of(nowMillis);
        }
        try {
            return OptionalLong.of(OffsetDateTime.parse(at.isTextual() ? at.textValue() : "")
                    .toInstant()
                    .toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private static Optional<String> put(Map<Series, Double> readings, String text, JsonNode value) {
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
        if (!value.isNumber() && !value.isNull() || Double.isInfinite(value.doubleValue())) {
            return Optional.of("%s must be a number or null, was %.40s".formatted(series, value));
        }
        readings.put(series, value.isNull() ? Double.NaN : value.doubleValue());
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

    private Result checked(int server, SortedMap<Series, Double> values, long at, long nowMillis) {
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
