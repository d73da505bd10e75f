package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;

/**
 * Draws charts from samples: PostgreSQL gathers minimum, mean and maximum of each point in one pass over the rows.
 *
 * <p>The work is bounded: up to {@link #EVERY_SAMPLE} every row counts, which is some hundred thousand; a longer span
 * is drawn from {@link #LOOKS} rows a point, found by the primary key, and the chart says so.
 */
@Singleton
class ChartQuery {

    /** A longer silence between two samples is a gap. */
    static final Duration SILENCE = Duration.ofSeconds(90);

    /** Every row of a longer span would be too many to read while somebody waits. */
    static final Duration EVERY_SAMPLE = Duration.ofDays(31);

    static final int LOOKS = 8;
    private static final Duration LONGEST_LOOK_BACK = Duration.ofDays(31);

    private final Jdbi jdbi;
    private final Layouts layouts;

    ChartQuery(Jdbi jdbi, Layouts layouts) {
        this.jdbi = jdbi;
        this.layouts = layouts;
    }

    /**
     * What to draw: the metrics' every series of one server.
     *
     * @param now what lies after it is no gap yet
     */
    record Request(int server, Set<String> metrics, Instant from, Instant to, int points, Instant now) {

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

        boolean fromEverySample() {
            return Duration.between(from, to).compareTo(EVERY_SAMPLE) <= 0;
        }
    }

    Chart draw(Request request) {
        return jdbi.withHandle(handle -> {
            ChartBuilder chart = new ChartBuilder(request);
            layoutsOf(handle, request).forEach(layout -> gather(handle, request, layout, chart));
            sampleBefore(handle, request).ifPresent(chart::heardBefore);
            return chart.build();
        });
    }

    private List<StoredLayout> layoutsOf(Handle handle, Request request) {
        return bound(handle.createQuery("SELECT DISTINCT layout_id FROM " + rows(request)), request)
                .mapTo(Integer.class)
                .list()
                .stream()
                .map(id -> layouts.find(id).orElseThrow())
                .toList();
    }

    /** The rows to draw from, under the name {@code sample}. */
    private static String rows(Request request) {
        if (request.fromEverySample()) {
            return "(SELECT * FROM sample WHERE server_id = :server AND at >= :from AND at < :to) sample";
        }
        return """
                generate_series(CAST(:from AS timestamptz), :to, make_interval(secs => :look)) looks(start)
                CROSS JOIN LATERAL (
                    SELECT * FROM sample
                    WHERE server_id = :server AND at >= looks.start AND at < :to
                        AND at < looks.start + make_interval(secs => :look)
                    ORDER BY at LIMIT 1) sample
                """;
    }

    private static Query bound(Query query, Request request) {
        Query bound = query.bind("server", request.server())
                .bind("from", request.from())
                .bind("to", request.to());
        return request.fromEverySample() ? bound : bound.bind("look", (double) request.stepSeconds() / LOOKS);
    }

    private static void gather(Handle handle, Request request, StoredLayout layout, ChartBuilder chart) {
        List<Integer> columns = IntStream.range(0, layout.columns())
                .filter(column ->
                        request.metrics().contains(layout.series().get(column).metric()))
                .boxed()
                .toList();
        Query query = handle.createQuery("""
                SELECT floor(extract(epoch FROM at))::bigint / :step - :first AS step,
                       extract(epoch FROM min(at)) AS earliest, extract(epoch FROM max(at)) AS latest%s
                FROM %s WHERE layout_id = :layout GROUP BY 1
                """.formatted(aggregates(columns), rows(request)));
        bound(query, request)
                .bind("step", request.stepSeconds())
                .bind("first", request.firstStep())
                .bind("layout", layout.id())
                .reduceRows(chart, (built, row) -> {
                    add(built, layout, columns, row);
                    return built;
                });
    }

    /** Columns are numbers of ours, never text of anybody's. */
    private static String aggregates(List<Integer> columns) {
        return columns.stream()
                .map(column -> ", min(readings[%1$d]), max(readings[%1$d]), sum(readings[%1$d]), count(readings[%1$d])"
                        .formatted(column + 1))
                .collect(Collectors.joining());
    }

    private static void add(ChartBuilder chart, StoredLayout layout, List<Integer> columns, RowView row) {
        int step = row.getColumn("step", Integer.class);
        chart.heard(step, row.getColumn("earliest", Double.class), row.getColumn("latest", Double.class));
        for (int index = 0; index < columns.size(); index++) {
            int first = 4 + index * 4;
            long count = row.getColumn(first + 3, Long.class);
            if (count > 0) {
                chart.line(layout.series().get(columns.get(index)))
                        .add(
                                step,
                                row.getColumn(first, Double.class),
                                row.getColumn(first + 1, Double.class),
                                row.getColumn(first + 2, Double.class),
                                count);
            }
        }
    }

    /** When the server was last heard of before the span, so that a gap over its beginning shows. */
    private static Optional<Double> sampleBefore(Handle handle, Request request) {
        return handle.createQuery("""
                        SELECT extract(epoch FROM at) FROM sample
                        WHERE server_id = :server AND at < :from AND at >= :earliest ORDER BY at DESC LIMIT 1
                        """)
                .bind("server", request.server())
                .bind("from", request.from())
                .bind("earliest", request.from().minus(LONGEST_LOOK_BACK))
                .mapTo(Double.class)
                .findOne();
    }
}
