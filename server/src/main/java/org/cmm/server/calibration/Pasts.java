package org.cmm.server.calibration;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.core.calibration.Episode;
import org.cmm.core.calibration.Past;
import org.cmm.core.metric.Metrics;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Outage;
import org.cmm.core.outage.Span;
import org.cmm.server.alert.Troubles;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.cmm.server.fleet.Server;
import org.cmm.server.outage.OutageRecords;
import org.cmm.server.outage.OutageRecords.OfMachine;
import org.cmm.server.outage.OutageRecords.Recorded;

/** Takes from the records what went wrong how often. Drills count nowhere, nor what planned work brought about. */
@Singleton
class Pasts {

    /** A machine that is off grows no older. */
    private static final Set<Cause> OFF = Set.of(Cause.POWER, Cause.CRASH, Cause.PLANNED, Cause.SLEEP);

    private static final Set<String> METRICS = Set.of(
            Metrics.FILESYSTEM_UTILIZATION.name(), Metrics.MEMORY_UTILIZATION.name(), Metrics.CPU_UTILIZATION.name());

    private final OutageRecords records;
    private final Troubles troubles;
    private final DrillTimes drills;

    Pasts(OutageRecords records, Troubles troubles, DrillTimes drills) {
        this.records = records;
        this.troubles = troubles;
        this.drills = drills;
    }

    /**
     * All that is on record.
     *
     * @param machines that were watched
     * @param unexplained beginnings of outages whose cause nobody knows
     */
    record Found(Map<Trouble, List<Past>> byTrouble, List<OfMachine> machines, List<Instant> unexplained) {

        /** When the first of them was watched first. */
        Optional<Instant> begin() {
            return machines.stream().map(machine -> machine.watched().from()).min(Comparator.naturalOrder());
        }
    }

    /** Up to a time that is at most now. */
    Found upTo(Instant end, List<Server> servers) {
        List<OfMachine> machines = records.upTo(end, servers);
        Map<Trouble, List<Past>> found = new LinkedHashMap<>();
        found.put(
                new Trouble.OfMachine(Cause.CRASH),
                machines.stream()
                        .map(machine -> past(machine, of(machine, Cause.CRASH)))
                        .toList());
        for (Cause cause : List.of(Cause.POWER, Cause.LINK)) {
            found.put(new Trouble.OfSite(cause), sites(machines, cause));
        }
        found.put(
                new Trouble.OfMachine(Cause.PLANNED),
                machines.stream()
                        .map(machine -> past(machine, of(machine, Cause.PLANNED)))
                        .toList());
        addRules(found, machines, end);
        return new Found(
                found,
                machines,
                machines.stream()
                        .flatMap(machine -> outages(machine, Cause.UNKNOWN)
                                .map(known -> known.outage().from()))
                        .toList());
    }

    private void addRules(Map<Trouble, List<Past>> found, List<OfMachine> machines, Instant end) {
        Map<Integer, OfMachine> byServer = machines.stream()
                .collect(Collectors.toMap(machine -> machine.server().id(), machine -> machine));
        List<Troubles.Trouble> raised = troubles.raisedBefore(end, byServer.keySet());
        List<DrillTime> practised =
                drills.around(raised.stream().map(Troubles.Trouble::raisedAt).toList());
        Predicate<Troubles.Trouble> real =
                trouble -> practised.stream().noneMatch(drill -> drill.causes(trouble.server(), trouble.raisedAt()))
                        && Objects.requireNonNull(byServer.get(trouble.server())).planned().stream()
                                .noneMatch(work -> work.holds(trouble.raisedAt()));
        Map<String, Map<Integer, List<Episode>>> byRule = raised.stream()
                .filter(real)
                .collect(Collectors.groupingBy(
                        Troubles.Trouble::rule,
                        Collectors.groupingBy(
                                Troubles.Trouble::server,
                                Collectors.mapping(trouble -> episode(trouble, end), Collectors.toList()))));
        rules().forEach(rule -> {
            Map<Integer, List<Episode>> episodes = byRule.getOrDefault(rule.rule(), Map.of());
            found.put(
                    rule,
                    machines.stream()
                            .map(machine -> past(
                                    machine,
                                    episodes.getOrDefault(machine.server().id(), List.of())))
                            .toList());
        });
    }

    /** All that there can be something on record of. */
    List<Trouble> troubles() {
        List<Trouble> all = new ArrayList<>(List.of(
                new Trouble.OfMachine(Cause.CRASH),
                new Trouble.OfSite(Cause.POWER),
                new Trouble.OfSite(Cause.LINK),
                new Trouble.OfMachine(Cause.PLANNED)));
        all.addAll(rules());
        return all;
    }

    private List<Trouble.ByRule> rules() {
        return troubles.metrics().entrySet().stream()
                .filter(rule -> METRICS.contains(rule.getValue()))
                .map(rule -> new Trouble.ByRule(rule.getKey(), rule.getValue()))
                .toList();
    }

    private static Episode episode(Troubles.Trouble trouble, Instant end) {
        Instant cleared = trouble.clearedAt();
        Instant until = cleared == null ? end : cleared;
        return new Episode(
                trouble.raisedAt(),
                until.isBefore(trouble.raisedAt()) ? trouble.raisedAt() : until,
                trouble.recovered());
    }

    private static Past past(OfMachine machine, List<Episode> episodes) {
        List<Span> off = machine.outages().stream()
                .map(Recorded::outage)
                .filter(outage -> OFF.contains(outage.cause()))
                .map(outage ->
                        new Span(outage.from(), end(outage, machine.watched().to())))
                .toList();
        return new Past(machine.watched(), episodes, off);
    }

    private static Stream<Recorded> outages(OfMachine machine, Cause cause) {
        return machine.outages().stream()
                .filter(known -> !known.expected() && known.outage().cause() == cause);
    }

    private static List<Episode> of(OfMachine machine, Cause cause) {
        return outages(machine, cause)
                .map(known -> new Episode(
                        known.outage().from(),
                        end(known.outage(), machine.watched().to()),
                        known.outage().until().isPresent()))
                .toList();
    }

    private static Instant end(Outage outage, Instant watchedTo) {
        Instant end = outage.until().orElse(watchedTo);
        return end.isBefore(outage.from()) ? outage.from() : end;
    }

    private static List<Past> sites(List<OfMachine> machines, Cause cause) {
        return machines.stream()
                .filter(machine -> machine.server().site() != null)
                .collect(Collectors.groupingBy(
                        machine -> Objects.requireNonNull(machine.server().site()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(those -> site(those, cause))
                .toList();
    }

    private static Past site(List<OfMachine> machines, Cause cause) {
        Instant from = machines.stream()
                .map(machine -> machine.watched().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant to = machines.stream()
                .map(machine -> machine.watched().to())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Episode> cuts = new ArrayList<>();
        Map<Long, List<Outage>> groups = new LinkedHashMap<>();
        for (OfMachine machine : machines) {
            outages(machine, cause).forEach(known -> {
                Long group = known.siteOutage();
                if (group != null) {
                    groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(known.outage());
                } else if (isAlone(machines, known.outage().from())) {
                    cuts.add(cut(List.of(known.outage()), to));
                }
            });
        }
        groups.values().forEach(group -> cuts.add(cut(group, to)));
        return new Past(new Span(from, to), cuts, List.of());
    }

    /** One machine of several that loses its power has lost a plug, not the mains. */
    private static boolean isAlone(List<OfMachine> machines, Instant time) {
        return machines.stream()
                        .filter(machine -> machine.watched().holds(time))
                        .count()
                == 1;
    }

    /** It is over when the first machine is back: the others may wait for somebody who switches them on. */
    private static Episode cut(List<Outage> outages, Instant watchedTo) {
        Instant from = outages.stream()
                .map(Outage::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Optional<Instant> over =
                outages.stream().flatMap(outage -> outage.until().stream()).min(Comparator.naturalOrder());
        Instant until = over.orElse(watchedTo);
        return new Episode(from, until.isBefore(from) ? from : until, over.isPresent());
    }
}
