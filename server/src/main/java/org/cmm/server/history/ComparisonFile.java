package org.cmm.server.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cmm.server.platform.Csv;
import org.jspecify.annotations.Nullable;

/** A comparison as rows: one for each point of each series, so that any number of servers and metrics has a place. */
final class ComparisonFile {

    private ComparisonFile() {}

    static String csv(Comparison comparison) {
        Csv csv = new Csv()
                .row(
                        "time",
                        "server",
                        "name",
                        "metric",
                        "attributes",
                        "unit",
                        "minimum",
                        "mean",
                        "maximum",
                        "coverage");
        for (Comparison.OfServer server : comparison.servers()) {
            server.series().forEach(line -> rows(csv, comparison.times(), server, line));
        }
        return csv.toString();
    }

    private static void rows(Csv csv, List<Long> times, Comparison.OfServer server, Chart.Line line) {
        String attributes = attributes(line.attributes());
        for (int point = 0; point < times.size(); point++) {
            csv.row(
                    Instant.ofEpochSecond(times.get(point)),
                    server.server(),
                    server.name(),
                    line.metric(),
                    attributes,
                    line.unit(),
                    number(line.minimum().get(point)),
                    number(line.mean().get(point)),
                    number(line.maximum().get(point)),
                    number(server.coverage().get(point)));
        }
    }

    /** {@code network.interface.name=eth0 network.io.direction=receive}. */
    static String attributes(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Object number(@Nullable Double value) {
        return value == null ? "" : PlainNumber.of(value);
    }
}
