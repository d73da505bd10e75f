package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Draws charts from samples: PostgreSQL gathers minimum, mean and maximum of each point. */
@Singleton
class ChartQuery {

    /** A longer silence between two samples is a gap. */
    static final Duration SILENCE = Duration.ofSeconds(90);

    private final Jdbi jdbi;
    private final Layouts layouts;

    ChartQuery(Jdbi jdbi, Layouts layouts) {
        this.jdbi = jdbi;
        this.layouts = layouts;
    }

    /** What to draw: the metrics' every series of one server. */
    record Request(int server, Set<String> metrics, Instant from, Instant to, int points) {

        /** Whole seconds, so that points of neighbouring charts fall together. */
        long stepSeconds() {
            long span = Duration.between(from, to).toSeconds();
            return Math.max(1, Math.ceilDiv(span, points));
        }

        long firstStep() {
            return Math.floorDiv(from.getEpochSecond(), stepSeconds());
        }

        int steps() {
            return (int) (Math.floorDiv(to.minusNanos(1).getEpochSecond(), stepSeconds()) - firstStep() + 1);
        }
    }

    Chart draw(Request request) {
        return jdbi.withHandle(handle -> {
            Map<Series, LineBuilder> lines = new TreeMap<>();
            for (Place place : places(handle, request)) {
                LineBuilder line = lines.computeIfAbsent(place.series(), unused -> new LineBuilder(request.steps()));
                gather(handle, request, place, line);
            }
            return new Chart(
                    request.from(),
                    request.to(),
                    request.stepSeconds(),
                    times(request),
                    lines.entrySet().stream()
                            .map(line -> line.getValue().build(line.getKey()))
                            .toList(),
                    gaps(handle, request));
        });
    }

    /** Where a series lies in the rows of one layout. */
    private record Place(int layout, int column, Series series) {}

    private List<Place> places(Handle handle, Request request) {
        List<Place> places = new ArrayList<>();
        for (int id : layoutsOf(handle, request)) {
            StoredLayout layout = layouts.find(id).orElseThrow();
            for (int column = 0; column < layout.columns(); column++) {
                Series series = layout.series().get(column);
                if (request.metrics().contains(series.metric())) {
                    places.add(new Place(id, column, series));
                }
            }
        }
        return places;
    }

    private static List<Integer> layoutsOf(Handle handle, Request request) {
        return handle.createQuery("""
                        SELECT DISTINCT layout_id FROM sample
                        WHERE server_id = :server AND at >= :from AND at < :to
                        """)
                .bind("server", request.server())
                .bind("from", request.from())
                .bind("to", request.to())
                .mapTo(Integer.class)
                .list();
    }

    private static void gather(Handle handle, Request request, Place place, LineBuilder line) {
        handle.createQuery("""
                        SELECT floor(extract(epoch FROM at))::bigint / :step - :first AS step,
                               min(readings[:column]) AS minimum, max(readings[:column]) AS maximum,
                               sum(readings[:column]) AS total, count(readings[:column]) AS count
                        FROM sample
                        WHERE server_id = :server AND at >= :from AND at < :to AND layout_id = :layout
                        GROUP BY 1 HAVING count(readings[:column]) > 0
                        """)
                .bind("step", request.stepSeconds())
                .bind("first", request.firstStep())
                .bind("column", place.column() + 1)
                .bind("server", request.server())
                .bind("from", request.from())
                .bind("to", request.to())
                .bind("layout", place.layout())
                .map((row, context) -> line.add(
                        row.getInt("step"),
                        row.getDouble("minimum"),
                        row.getDouble("maximum"),
                        row.getDouble("total"),
                        row.getLong("count")))
                .list();
    }

    private static List<Long> times(Request request) {
        List<Long> times = new ArrayList<>();
        for (int step = 0; step < request.steps(); step++) {
            times.add((request.firstStep() + step) * request.stepSeconds());
        }
        return times;
    }

    private static List<Chart.Gap> gaps(Handle handle, Request request) {
        return handle.createQuery("""
                        SELECT extract(epoch FROM before) AS gap_from, extract(epoch FROM at) AS gap_to
                        FROM (SELECT at, lag(at) OVER (ORDER BY at) AS before FROM sample
                              WHERE server_id = :server AND at >= :from AND at < :to) neighbours
                        WHERE at - before > make_interval(secs => :silence)
                        ORDER BY at
                        """)
                .bind("server", request.server())
                .bind("from", request.from())
                .bind("to", request.to())
                .bind("silence", (double) Math.max(SILENCE.toSeconds(), request.stepSeconds()))
                .map((row, context) -> new Chart.Gap(row.getDouble("gap_from"), row.getDouble("gap_to")))
                .list();
    }

    /** Gathers the points of one series, which may come from several layouts. */
    private static final class LineBuilder {
        private final @Nullable Double[] minimum;
        private final @Nullable Double[] maximum;
        private final double[] totals;
        private final long[] counts;

        LineBuilder(int steps) {
            minimum = new @Nullable Double[steps];
            maximum = new @Nullable Double[steps];
            totals = new double[steps];
            counts = new long[steps];
        }

        LineBuilder add(int step, double low, double high, double total, long count) {
            Double least = minimum[step];
            Double most = maximum[step];
            minimum[step] = least == null ? low : Math.min(least, low);
            maximum[step] = most == null ? high : Math.max(most, high);
            totals[step] += total;
            counts[step] += count;
            return this;
        }

        Chart.Line build(Series series) {
            List<@Nullable Double> means = new ArrayList<>();
            for (int step = 0; step < counts.length; step++) {
                means.add(counts[step] == 0 ? null : totals[step] / counts[step]);
            }
            return new Chart.Line(
                    series.metric(),
                    series.attributes(),
                    unit(series),
                    Arrays.asList(minimum),
                    means,
                    Arrays.asList(maximum));
        }

        private static String unit(Series series) {
            return Metrics.find(series.metric())
                    .map(metric -> metric.unit().name().toLowerCase(Locale.ROOT))
                    .orElse("");
        }
    }
}
