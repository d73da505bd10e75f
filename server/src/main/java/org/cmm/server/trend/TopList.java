package org.cmm.server.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cmm.core.metric.Metrics;

/** A list of machines or disks, what to look at first on top. */
enum TopList {
    CPU("cpu", List.of(TopColumn.MEAN, TopColumn.MAXIMUM)),
    DISK("disk", List.of(TopColumn.LAST, TopColumn.MAXIMUM, TopColumn.MEAN, TopColumn.GROWTH, TopColumn.FULL_IN)),
    DISK_GROWTH("disk-growth", List.of(TopColumn.GROWTH, TopColumn.FULL_IN, TopColumn.LAST)),
    AVAILABILITY("availability", List.of(TopColumn.AVAILABILITY, TopColumn.DOWN, TopColumn.FAILURES));

    private final String word;
    private final List<TopColumn> columns;

    TopList(String word, List<TopColumn> columns) {
        this.word = word;
        this.columns = columns;
    }

    /** As addresses say it. */
    String word() {
        return word;
    }

    /** The first one is what it is sorted by. */
    List<TopColumn> columns() {
        return columns;
    }

    /** As many as fit beside another list. */
    List<TopColumn> columnsInShort() {
        return this == DISK ? List.of(TopColumn.LAST, TopColumn.GROWTH, TopColumn.FULL_IN) : columns;
    }

    /** Of the measures that it is made of; none for availability. */
    Set<String> metrics() {
        return switch (this) {
            case CPU -> Set.of(Metrics.CPU_UTILIZATION.name());
            case DISK, DISK_GROWTH -> Set.of(Metrics.FILESYSTEM_UTILIZATION.name());
            case AVAILABILITY -> Set.of();
        };
    }

    TopColumn column(String sort) {
        return columns.stream()
                .filter(column -> column.word().equals(sort))
                .findFirst()
                .orElseGet(columns::getFirst);
    }

    static Optional<TopList> of(String word) {
        return Arrays.stream(values()).filter(list -> list.word.equals(word)).findFirst();
    }
}
