package org.cmm.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.drill.DrillLife;
import org.cmm.server.alert.PastAlerts.PastAlert;
import org.cmm.server.drill.DrillRecord.Reading;
import org.cmm.server.platform.Figures;

/** Lays what came of a drill out along one axis of time, {@value #WIDTH} units long. */
final class DrillAxis {

    static final int WIDTH = 1000;
    private static final int LEAST = 3;
    private static final int HEIGHT = 100;
    private static final int MOST_POINTS = 600;
    private static final double MARGIN = 0.05;

    /** Readings that are so many usual pauses apart have a gap between them. */
    private static final int GAP = 4;

    private final DrillRecord kept;
    private final double millis;

    DrillAxis(DrillRecord kept) {
        this.kept = kept;
        this.millis = Math.max(1, Duration.between(kept.from(), kept.to()).toMillis());
    }

    /** A stretch on a lane. */
    record Bar(String kind, String x, String width) {}

    /**
     * What the drill moves.
     *
     * @param lines polylines, one for each stretch without a gap
     * @param raiseY where the rule's threshold lies; empty without a rule
     * @param clearY where it clears
     * @param lowest the value at the bottom
     * @param highest the value at the top
     */
    record Plot(List<String> lines, String raiseY, String clearY, double lowest, double highest) {}

    /** The stress, or the silence, as far as it has gone. */
    List<Bar> stress() {
        DrillLife life = kept.drill().life();
        return life.startedAt().stream()
                .map(start -> bar(
                        "planned",
                        start,
                        life.endedAt().orElseGet(() -> earlier(kept.to(), start.plus(life.length())))))
                .toList();
    }

    /** From the order to the start. */
    List<Bar> order() {
        DrillLife life = kept.drill().life();
        Instant until = Stream.of(life.startedAt(), life.refusedAt(), life.takenBackAt())
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(kept.to());
        return List.of(bar("info", life.orderedAt(), until));
    }

    List<Bar> alerts() {
        return Stream.concat(kept.main().stream(), kept.others().stream())
                .map(this::alert)
                .toList();
    }

    List<Bar> incident() {
        return kept.incident().stream()
                .map(known -> bar(
                        "info",
                        kept.milestones().opened().orElse(known.openedAt()),
                        Optional.ofNullable(known.resolvedAt()).orElse(kept.to())))
                .toList();
    }

    List<Bar> notice() {
        return kept.milestones().told().stream()
                .map(time -> bar("critical", time, time))
                .toList();
    }

    /** Where on the axis; it holds whatever lies outside at its ends. */
    String x(Instant time) {
        return Figures.coordinate(place(time));
    }

    /** Nothing where the drill moves no series. */
    Optional<Plot> plot() {
        if (kept.readings().isEmpty()) {
            return Optional.empty();
        }
        double[] values = kept.readings().stream().mapToDouble(Reading::value).toArray();
        double raise = kept.guard().map(guard -> guard.raiseAt()).orElse(values[0]);
        double clear = kept.guard().map(guard -> guard.clearBelow()).orElse(values[0]);
        double lowest = raise;
        double highest = raise;
        for (double value : values) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        lowest = Math.max(0, Math.min(lowest, clear) - MARGIN);
        highest = Math.min(1, highest + MARGIN);
        Scale scale = new Scale(lowest, Math.max(highest, lowest + MARGIN));
        boolean ruled = kept.guard().isPresent();
        return Optional.of(new Plot(
                lines(scale),
                ruled ? scale.y(raise) : "",
                ruled ? scale.y(clear) : "",
                scale.lowest(),
                scale.highest()));
    }

    private record Scale(double lowest, double highest) {
        String y(double value) {
            return Figures.coordinate(HEIGHT * (highest - value) / (highest - lowest));
        }
    }

    private List<String> lines(Scale scale) {
        List<Reading> readings = kept.readings();
        int every = (readings.size() + MOST_POINTS - 1) / MOST_POINTS;
        Duration gap = kept.sampling().multipliedBy((long) GAP * every);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        Instant before = readings.getFirst().at();
        for (int i = 0; i < readings.size(); i += every) {
            Reading reading = readings.get(i);
            if (Duration.between(before, reading.at()).compareTo(gap) > 0) {
                lines.add(line.toString().strip());
                line = new StringBuilder();
            }
            line.append(x(reading.at()))
                    .append(',')
                    .append(scale.y(reading.value()))
                    .append(' ');
            before = reading.at();
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private Bar alert(PastAlert alert) {
        return bar(
                alert.worst(),
                alert.raisedAt(),
                Optional.ofNullable(alert.clearedAt()).orElse(kept.to()));
    }

    private Bar bar(String kind, Instant from, Instant to) {
        double begin = Math.min(place(from), WIDTH - LEAST);
        double end = Math.max(begin + LEAST, place(to));
        return new Bar(kind, Figures.coordinate(begin), Figures.coordinate(end - begin));
    }

    private double place(Instant time) {
        return Math.clamp(WIDTH * Duration.between(kept.from(), time).toMillis() / millis, 0, WIDTH);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
