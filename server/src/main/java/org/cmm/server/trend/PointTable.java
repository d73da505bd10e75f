package org.cmm.server.trend;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.core.metric.Series;
import org.cmm.server.fleet.Server;
import org.cmm.server.history.Chart;
import org.cmm.server.history.Comparison;
import org.cmm.server.history.Comparisons;
import org.cmm.server.platform.Figures;
import org.cmm.server.trend.TrendView.Cell;
import org.cmm.server.trend.TrendView.Mark;
import org.cmm.server.trend.TrendView.Row;
import org.cmm.server.trend.TrendView.Table;
import org.jspecify.annotations.Nullable;

/** Charts as figures: for browsers without scripts, and for whoever reads numbers better than lines. */
@Singleton
class PointTable {

    private static final int ROWS = 60;
    private static final int MOST_LINES = 12;

    private final Comparisons comparisons;

    PointTable(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    private record Column(String title, IntFunction<Cell> cell) {}

    /** What a column needs to know of its server. */
    private record Of(Comparison comparison, Comparison.OfServer server, boolean several, Look look, List<Mark> marks) {

        String title(Stream<String> parts) {
            return Stream.concat(several ? Stream.of(server.name()) : Stream.empty(), parts)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
        }
    }

    /** @param marks alerts of these servers and metrics; a cell names those that lasted meanwhile */
    Table of(List<Server> servers, List<String> metrics, Stretch shown, Look look, List<Mark> marks) {
        Comparison comparison =
                comparisons.of(new Comparisons.Wish(servers, Set.copyOf(metrics), shown.from(), shown.to(), ROWS));
        Figures figures = look.figures();
        List<Column> columns = new ArrayList<>();
        int lines = 0;
        for (Comparison.OfServer server : comparison.servers()) {
            Of of = new Of(comparison, server, servers.size() > 1, look, marks);
            List<Column> own = server.series().stream()
                    .limit(MOST_LINES - Math.min(MOST_LINES, lines))
                    .map(line -> line(of, line))
                    .toList();
            lines += server.series().size();
            columns.addAll(own);
            if (!own.isEmpty()) {
                columns.add(coverage(of));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int point = 0; point < comparison.times().size(); point++) {
            int at = point;
            rows.add(new Row(
                    figures.moment(Instant.ofEpochSecond(comparison.times().get(point))),
                    columns.stream().map(column -> column.cell().apply(at)).toList()));
        }
        return new Table(columns.stream().map(Column::title).toList(), rows, Math.max(0, lines - MOST_LINES));
    }

    private static Column line(Of of, Chart.Line line) {
        String title = of.title(Stream.concat(
                Stream.of(Measures.name(line.metric(), of.look().language())), line.attributes().values().stream()));
        String name = AlertMarks.line(of.server().server(), new Series(line.metric(), line.attributes()));
        List<Mark> own =
                of.marks().stream().filter(mark -> mark.line().equals(name)).toList();
        return new Column(title, point -> {
            double start = of.comparison().times().get(point);
            return new Cell(
                    text(line, point, of.look().figures()),
                    own.stream()
                            .filter(mark -> mark.lastedDuring(
                                    start, start + of.comparison().stepSeconds()))
                            .toList());
        });
    }

    /** How much of each point was measured; empty where points are too short to say so. */
    private static Column coverage(Of of) {
        String title = of.title(Stream.of(TrendWords.of(of.look().language()).coverage()));
        return new Column(title, point -> {
            Double covered = of.server().coverage().get(point);
            return new Cell(covered == null ? "" : of.look().figures().percent(covered, 1), List.of());
        });
    }

    /** {@code 12 % (3 % – 91 %)}: the mean, and between what. */
    private static String text(Chart.Line line, int point, Figures figures) {
        String mean = text(line, line.mean().get(point), figures);
        return mean.isEmpty()
                ? ""
                : "%s (%s – %s)"
                        .formatted(
                                mean,
                                text(line, line.minimum().get(point), figures),
                                text(line, line.maximum().get(point), figures));
    }

    private static String text(Chart.Line line, @Nullable Double value, Figures figures) {
        return value == null ? "" : Measures.text(line.metric(), value, figures);
    }
}
