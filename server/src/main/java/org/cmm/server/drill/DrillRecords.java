package org.cmm.server.drill;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cmm.core.drill.DrillLife;
import org.cmm.core.drill.Milestones;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.protocol.DrillFault;
import org.cmm.server.alert.Guards;
import org.cmm.server.alert.Guards.Guard;
import org.cmm.server.alert.PastAlerts;
import org.cmm.server.alert.PastAlerts.PastAlert;
import org.cmm.server.drill.DrillRecord.Reading;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredSamples;
import org.cmm.server.incident.Incidents;
import org.cmm.server.incident.Incidents.Lasting;
import org.cmm.server.notify.FirstTold;
import org.cmm.server.notify.FirstTold.Told;

/** Gathers what came of a drill: readings, alerts, the incident, the first notice. */
@Singleton
class DrillRecords {

    /** So long before the order the axis begins, to show how things were. */
    private static final Duration BEFORE = Duration.ofSeconds(60);

    /** So long the page waits for an end that does not come. */
    private static final Duration LONGEST = Duration.ofHours(3);

    private final PastAlerts alerts;
    private final Guards guards;
    private final Incidents incidents;
    private final FirstTold notices;
    private final StoredSamples samples;
    private final TestBench bench;
    private final InstantSource clock;

    DrillRecords(
            PastAlerts alerts,
            Guards guards,
            Incidents incidents,
            FirstTold notices,
            StoredSamples samples,
            TestBench bench,
            InstantSource clock) {
        this.alerts = alerts;
        this.guards = guards;
        this.incidents = incidents;
        this.notices = notices;
        this.samples = samples;
        this.bench = bench;
        this.clock = clock;
    }

    DrillRecord of(Drill drill) {
        Instant now = clock.instant();
        DrillLife life = drill.life();
        Optional<Series> series = series(drill);
        List<PastAlert> raised = life.marked(now)
                .map(time -> alerts.raisedBetween(drill.server(), time.from(), time.to()))
                .orElse(List.of());
        Optional<Guard> guard = series.flatMap(known -> guard(drill, known, raised));
        Optional<PastAlert> main = raised.stream()
                .filter(alert -> drill.fault() == DrillFault.DOWNTIME
                        ? alert.isSilence()
                        : guard.filter(rule -> rule.rule().equals(alert.rule())).isPresent()
                                && series.filter(known -> known.toString().equals(alert.subject()))
                                        .isPresent())
                .findFirst();
        Optional<Lasting> incident = main.flatMap(alert -> incidents.ofAlert(alert.id()));
        Optional<Told> told = incident.flatMap(
                known -> notices.of(known.id(), life.startedAt().orElse(life.orderedAt())));
        Instant from = life.orderedAt().minus(BEFORE);
        Instant to = end(drill, main, incident, now);
        List<Reading> readings =
                series.map(known -> readings(drill, known, from, to)).orElse(List.of());
        return new DrillRecord(
                drill,
                from,
                to,
                series.map(Series::toString).orElse(""),
                readings,
                guard,
                drill.fault() == DrillFault.DOWNTIME ? guards.silence(drill.server()) : Optional.empty(),
                main,
                raised.stream()
                        .filter(alert -> !main.equals(Optional.of(alert)))
                        .toList(),
                incident,
                told,
                bench.delivery(drill.server()),
                milestones(drill, readings, guard, main, incident, told));
    }

    /** Of several rules on the series the one whose alert came, or that waits for the shortest time. */
    private Optional<Guard> guard(Drill drill, Series series, List<PastAlert> raised) {
        List<Guard> all = guards.of(drill.server(), series.metric());
        return all.stream()
                .filter(rule -> raised.stream()
                        .anyMatch(alert -> alert.rule().equals(rule.rule())
                                && alert.subject().equals(series.toString())))
                .findFirst()
                .or(() -> all.stream().min(Comparator.comparing(Guard::raiseAfter)));
    }

    private static Optional<Series> series(Drill drill) {
        return switch (drill.fault()) {
            case CPU -> Optional.of(Series.of(Metrics.CPU_UTILIZATION));
            case MEMORY -> Optional.of(Series.of(Metrics.MEMORY_UTILIZATION));
            case DISK ->
                drill.volume().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, drill.volume()));
            case DOWNTIME -> Optional.empty();
        };
    }

    /** A little after everything is well again; now while it is not. */
    private static Instant end(Drill drill, Optional<PastAlert> main, Optional<Lasting> incident, Instant now) {
        DrillLife life = drill.life();
        Instant last = Stream.of(
                        life.endedAt(),
                        life.refusedAt(),
                        life.takenBackAt(),
                        main.flatMap(alert -> Optional.ofNullable(alert.clearedAt())),
                        incident.flatMap(known -> Optional.ofNullable(known.resolvedAt())))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(life.orderedAt());
        boolean open = !life.state(now).isOver()
                || main.filter(alert -> alert.clearedAt() == null).isPresent();
        Instant longest = life.orderedAt().plus(LONGEST);
        Instant wanted = open ? now : last.plusSeconds(60);
        Instant end = wanted.isAfter(longest) ? longest : wanted;
        return end.isAfter(now) ? now : end;
    }

    private List<Reading> readings(Drill drill, Series series, Instant from, Instant to) {
        List<Reading> readings = new ArrayList<>();
        samples.eachBetween(drill.server(), from, to, rows -> add(readings, rows, series));
        return readings;
    }

    private static void add(List<Reading> readings, SampleRows rows, Series series) {
        int column = rows.layout().column(series);
        for (int row = 0; column >= 0 && row < rows.count(); row++) {
            double value = rows.values()[row * rows.layout().columns() + column];
            if (!Double.isNaN(value)) {
                readings.add(new Reading(Instant.ofEpochMilli(rows.at()[row]), value));
            }
        }
    }

    private static Milestones milestones(
            Drill drill,
            List<Reading> readings,
            Optional<Guard> guard,
            Optional<PastAlert> main,
            Optional<Lasting> incident,
            Optional<Told> told) {
        DrillLife life = drill.life();
        Optional<Instant> raised = main.map(PastAlert::raisedAt);
        return new Milestones(
                life.startedAt(),
                life.startedAt()
                        .flatMap(start -> first(readings, start, value -> guard.filter(rule -> value >= rule.raiseAt())
                                .isPresent())),
                raised,
                incident.map(known -> later(known.openedAt(), raised)),
                told.map(known -> known.taken() == null ? known.written() : known.taken()),
                life.endedAt(),
                life.endedAt()
                        .filter(_ -> raised.isPresent())
                        .flatMap(end -> first(readings, end, value -> guard.filter(rule -> value < rule.clearBelow())
                                .isPresent())),
                main.flatMap(alert -> Optional.ofNullable(alert.clearedAt())),
                incident.flatMap(known -> Optional.ofNullable(known.resolvedAt())));
    }

    /** An incident that was there before is the drill's from its alert on. */
    private static Instant later(Instant opened, Optional<Instant> raised) {
        return raised.filter(time -> time.isAfter(opened)).orElse(opened);
    }

    private static Optional<Instant> first(List<Reading> readings, Instant since, Predicate<Double> wanted) {
        return readings.stream()
                .filter(reading -> !reading.at().isBefore(since) && wanted.test(reading.value()))
                .map(Reading::at)
                .findFirst();
    }
}
