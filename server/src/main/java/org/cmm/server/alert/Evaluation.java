package org.cmm.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.cmm.core.alert.AlertEvent;
import org.cmm.core.alert.ServerWatch;
import org.cmm.core.metric.Series;
import org.cmm.server.history.SampleRows;

/** Puts rows before a server's watch. A row that changes nothing costs no allocation. */
final class Evaluation {

    /** A row that is older when it comes in is a backlog: it counts towards holds and pages nobody. */
    static final Duration OLDEST_THAT_PAGES = Duration.ofMinutes(5);

    private Evaluation() {}

    /**
     * What the rows cause, in their order.
     *
     * @param pages whether a row of this time may raise, move or clear an alert
     */
    static List<AlertEvent> events(ServerWatch watch, SampleRows rows, LongPredicate pages) {
        List<Series> layout = rows.layout().series();
        int columns = rows.layout().columns();
        List<AlertEvent> events = List.of();
        for (int row = 0; row < rows.count(); row++) {
            long at = rows.at()[row];
            if (watch.settles(at, layout, rows.values(), row * columns)) {
                continue;
            }
            double[] values = Arrays.copyOfRange(rows.values(), row * columns, (row + 1) * columns);
            if (pages.test(at)) {
                events = joined(events, watch.observe(Instant.ofEpochMilli(at), layout, values));
            } else {
                watch.recall(Instant.ofEpochMilli(at), layout, values);
            }
        }
        return events;
    }

    private static List<AlertEvent> joined(List<AlertEvent> events, List<AlertEvent> more) {
        if (more.isEmpty()) {
            return events;
        }
        List<AlertEvent> both = new ArrayList<>(events);
        both.addAll(more);
        return both;
    }
}
