package org.cmm.server.trend;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Server;
import org.cmm.server.history.Chart;
import org.cmm.server.history.Comparison;
import org.cmm.server.history.Comparisons;
import org.cmm.server.platform.Figures;
import org.cmm.server.trend.TrendView.Row;
import org.cmm.server.trend.TrendView.Table;
import org.jspecify.annotations.Nullable;

/** Charts as figures: for browsers without scripts, and for whoever reads numbers better than lines. */
@Singleton
class PointTable {

    private static final int ROWS = 60;
    private static final int MOST_COLUMNS = 12;

    private final Comparisons comparisons;

    PointTable(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    record Look(Language language, ZoneId zone) {}

    private record Column(String title, String metric, Chart.Line line) {}

    Table of(List<Server> servers, List<String> metrics, Stretch shown, Look look) {
        Comparison comparison =
                comparisons.of(new Comparisons.Wish(servers, Set.copyOf(metrics), shown.from(), shown.to(), ROWS));
        Figures figures = Figures.of(look.language().locale(), look.zone());
        List<Column> columns = comparison.servers().stream()
                .flatMap(server -> columns(server, servers.size() > 1, look.language()))
                .limit(MOST_COLUMNS)
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int point = 0; point < comparison.times().size(); point++) {
            int at = point;
            rows.add(new Row(
                    figures.moment(Instant.ofEpochSecond(comparison.times().get(point))),
                    columns.stream().map(column -> cell(column, at, figures)).toList()));
        }
        return new Table(columns.stream().map(Column::title).toList(), rows);
    }

    private static Stream<Column> columns(Comparison.OfServer server, boolean several, Language language) {
        return server.series().stream()
                .map(line -> new Column(title(several ? server.name() : "", line, language), line.metric(), line));
    }

    private static String title(String server, Chart.Line line, Language language) {
        return Stream.concat(
                        Stream.of(server, Measures.name(line.metric(), language)), line.attributes().values().stream())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** {@code 12 % (3 % – 91 %)}: the mean, and between what. */
    private static String cell(Column column, int point, Figures figures) {
        String mean = text(column, column.line().mean().get(point), figures);
        return mean.isEmpty()
                ? ""
                : "%s (%s – %s)"
                        .formatted(
                                mean,
                                text(column, column.line().minimum().get(point), figures),
                                text(column, column.line().maximum().get(point), figures));
    }

    private static String text(Column column, @Nullable Double value, Figures figures) {
        return value == null ? "" : Measures.text(column.metric(), value, figures);
    }
}
