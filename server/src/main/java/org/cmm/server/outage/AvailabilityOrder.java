package org.cmm.server.outage;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cmm.core.outage.Cause.Counts;
import org.cmm.server.outage.Availability.OfServer;
import org.cmm.server.outage.AvailabilityPage.Column;

/** The columns of the table and the orders that they bring; each begins with what needs attention most. */
final class AvailabilityOrder {

    private static final Comparator<OfServer> BY_CODE =
            Comparator.comparing(one -> one.server().code());

    private static final Map<String, Comparator<OfServer>> ORDERS = Map.of(
            "name", Comparator.comparing(one -> one.server().name(), String.CASE_INSENSITIVE_ORDER),
            "availability",
                    Comparator.comparingDouble(one -> one.tally().availability().orElse(2.0)),
            "down", longest(one -> one.tally().lostTo(Counts.DOWN)),
            "planned", longest(one -> one.tally().lostTo(Counts.PLANNED)),
            "failures",
                    Comparator.comparingInt((OfServer one) -> one.tally().allFailures())
                            .reversed(),
            "mtbf", Comparator.comparing(one -> one.tally().betweenFailures().orElse(Duration.ofDays(100_000))),
            "mttr", longest(one -> one.tally().toRepair().orElse(Duration.ZERO)));

    private AvailabilityOrder() {}

    private static Comparator<OfServer> longest(Function<OfServer, Duration> time) {
        return Comparator.comparing(time).reversed();
    }

    /** The worst first where the word makes no sense. */
    static Comparator<OfServer> of(String sort) {
        boolean turned = sort.startsWith("-");
        Comparator<OfServer> order =
                ORDERS.getOrDefault(turned ? sort.substring(1) : sort, ORDERS.getOrDefault("availability", BY_CODE));
        return (turned ? order.reversed() : order).thenComparing(BY_CODE);
    }

    static List<Column> columns(AvailabilityQuery query, OutageMessages messages) {
        return Stream.of(
                        column(query, "name", messages.machine(), "", false),
                        new Column(messages.share(), "", "", "", false),
                        column(query, "availability", messages.availabilityLabel(), "", true),
                        column(query, "down", messages.down(), "", true),
                        column(query, "planned", messages.plannedTime(), "", true),
                        column(query, "failures", messages.failures(), messages.failuresHint(), true),
                        column(query, "mtbf", messages.mtbf(), messages.mtbfHint(), true),
                        column(query, "mttr", messages.mttr(), messages.mttrHint(), true))
                .toList();
    }

    private static Column column(AvailabilityQuery query, String word, String text, String hint, boolean number) {
        boolean current = query.sort().equals(word);
        boolean turned = query.sort().equals("-" + word);
        return new Column(
                text,
                hint,
                query.sortedBy(current ? "-" + word : word).address(),
                current ? "descending" : turned ? "ascending" : "",
                number);
    }
}
