package org.cmm.server.trend;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cmm.core.outage.Cause.Counts;
import org.cmm.core.outage.Tally;
import org.cmm.server.history.SpanFigures.Figure;

/** Makes entries of figures. Growth is the straight line from the first reading of a span to its last. */
final class TopRanking {

    /** What grew within less says nothing about days. */
    static final Duration LEAST = Duration.ofHours(1);

    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private TopRanking() {}

    static List<TopEntry> of(TopList list, List<Figure> figures) {
        return switch (list) {
            case CPU -> figures.stream().map(TopRanking::cpu).toList();
            case DISK -> figures.stream().map(TopRanking::disk).toList();
            case DISK_GROWTH ->
                figures.stream()
                        .map(TopRanking::disk)
                        .filter(disk -> Objects.requireNonNullElse(disk.figure(TopColumn.GROWTH), 0.0) > 0)
                        .toList();
            case AVAILABILITY -> throw new IllegalArgumentException("availability is not made of samples");
        };
    }

    /** Nothing for a machine that was not watched. */
    static Optional<TopEntry> of(int server, Tally tally) {
        return tally.availability()
                .map(availability -> new TopEntry(
                        server,
                        "",
                        Map.of(
                                TopColumn.AVAILABILITY, availability,
                                TopColumn.DOWN,
                                        (double) tally.lostTo(Counts.DOWN).toSeconds(),
                                TopColumn.FAILURES, (double) tally.allFailures())));
    }

    private static TopEntry cpu(Figure figure) {
        return new TopEntry(
                figure.server(), "", Map.of(TopColumn.MEAN, figure.mean(), TopColumn.MAXIMUM, figure.maximum()));
    }

    private static TopEntry disk(Figure figure) {
        Map<TopColumn, Double> known = new EnumMap<>(TopColumn.class);
        known.put(TopColumn.MEAN, figure.mean());
        known.put(TopColumn.MAXIMUM, figure.maximum());
        known.put(TopColumn.LAST, figure.last());
        double seconds = Duration.between(figure.firstAt(), figure.lastAt()).toMillis() / 1000.0;
        if (seconds >= LEAST.toSeconds()) {
            double growth = (figure.last() - figure.first()) / seconds * SECONDS_A_DAY;
            known.put(TopColumn.GROWTH, growth);
            if (growth > 0) {
                known.put(TopColumn.FULL_IN, Math.max(0, 1 - figure.last()) / growth);
            }
        }
        return new TopEntry(
                figure.server(), String.join(", ", figure.series().attributes().values()), known);
    }
}
