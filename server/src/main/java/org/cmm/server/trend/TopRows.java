package org.cmm.server.trend;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Figures;
import org.cmm.server.trend.TopView.Cell;
import org.cmm.server.trend.TopView.Row;

/** Entries of a list as rows of a page. */
record TopRows(Listing listing, Figures figures, TopMessages words, Stretch stretch) {

    /** The rows from {@code from} until before {@code to}. */
    record Part(int from, int to) {}

    /** Those of a part, each with its place in the whole list. */
    List<Row> of(TopList list, List<TopColumn> columns, List<TopEntry> entries, Part part) {
        return IntStream.range(part.from(), part.to())
                .mapToObj(place -> listing.server(entries.get(place).server())
                        .map(server -> row(list, columns, new Placed(place + 1, entries.get(place)), server)))
                .flatMap(Optional::stream)
                .toList();
    }

    String count(int number) {
        return figures.count(number);
    }

    private record Placed(int place, TopEntry entry) {}

    private Row row(TopList list, List<TopColumn> columns, Placed placed, Server server) {
        TopEntry entry = placed.entry();
        return new Row(
                figures.count(placed.place()),
                server.name(),
                server.code(),
                listing.site(server.site()).map(Site::name).orElse(""),
                entry.part(),
                chart(list, server),
                columns.stream().map(column -> cell(column, entry)).toList());
    }

    private Cell cell(TopColumn column, TopEntry entry) {
        Double value = entry.figure(column);
        return new Cell(column.label(words), value == null ? "–" : column.text(value, figures));
    }

    /** The history behind the figures. */
    private String chart(TopList list, Server server) {
        if (list.metrics().isEmpty()) {
            return "";
        }
        return "/history?server=" + URLEncoder.encode(server.code(), StandardCharsets.UTF_8)
                + list.metrics().stream().map(metric -> "&metric=" + metric).collect(Collectors.joining())
                + "&from=" + stretch.from().getEpochSecond() + "&to="
                + stretch.to().getEpochSecond();
    }
}
