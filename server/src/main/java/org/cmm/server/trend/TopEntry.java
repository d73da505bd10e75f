package org.cmm.server.trend;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A machine, or a part of one, with its figures.
 *
 * @param server its number
 * @param part such as a mount point; empty for the whole machine
 * @param figures what is known
 */
record TopEntry(int server, String part, Map<TopColumn, Double> figures) {

    TopEntry {
        EnumMap<TopColumn, Double> copy = new EnumMap<>(TopColumn.class);
        copy.putAll(figures);
        figures = Collections.unmodifiableMap(copy);
    }

    @Nullable
    Double figure(TopColumn column) {
        return figures.get(column);
    }

    /** What is not known of an entry puts it last, whichever way the list is turned. */
    static List<TopEntry> sorted(List<TopEntry> entries, TopColumn column, Order order) {
        Comparator<Double> numbers = column.mostFirst() == (order == Order.WORST_FIRST)
                ? Comparator.reverseOrder()
                : Comparator.naturalOrder();
        return entries.stream()
                .sorted(Comparator.comparing(
                                (TopEntry entry) -> entry.figures().get(column), Comparator.nullsLast(numbers))
                        .thenComparingInt(TopEntry::server)
                        .thenComparing(TopEntry::part))
                .toList();
    }

    enum Order {
        WORST_FIRST,
        BEST_FIRST
    }
}
