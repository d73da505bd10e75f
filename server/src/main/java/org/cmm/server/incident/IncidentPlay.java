package org.cmm.server.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.cmm.core.incident.Incident;
import org.cmm.core.incident.IncidentState.Stage;
import org.cmm.core.incident.SiteSilence;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.SiteVerdict;
import org.cmm.server.alert.AlertChanges.Change;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.incident.PlayedIncidents.Act;
import org.cmm.server.incident.PlayedIncidents.People;
import org.cmm.server.incident.PlayedIncidents.Trouble;
import org.jdbi.v3.core.Handle;

/** One play of a made-up past: what is due next, in the order of its times. Used once, by one thread. */
final class IncidentPlay {

    private static final Optional<String> DEMO = Optional.of("demo");
    /** The loop looks so often; a cause is on the timeline when the machine has told what it knows. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Duration CAUSE_KNOWN = Duration.ofSeconds(40);

    private final Handle db;
    private final Cast cast;
    private final People people;
    private final Map<Long, SiteVerdict> verdicts;
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::turn));
    private final Map<Integer, List<Change>> waiting = new LinkedHashMap<>();
    private final Set<Integer> alone = new HashSet<>();
    private final Map<Long, String> rules = new HashMap<>();
    private final Map<Long, Set<Long>> silences = new HashMap<>();
    private final Map<Long, SiteVerdict> believed = new HashMap<>();
    private long turns;

    /** Who plays: what the incident loop is made of. */
    record Cast(IncidentSteps steps, IncidentTimeline timeline, Listing listing) {}

    private record Due(Instant at, long turn, Runnable act) {}

    IncidentPlay(Handle db, Cast cast, People people, Map<Long, SiteVerdict> verdicts) {
        this.db = db;
        this.cast = cast;
        this.people = people;
        this.verdicts = verdicts;
    }

    void run(List<Change> happened, Instant until) {
        happened.forEach(change -> at(change.at(), () -> follow(change)));
        while (!queue.isEmpty() && queue.peek().at().isBefore(until)) {
            queue.remove().act().run();
        }
    }

    private void at(Instant time, Runnable act) {
        queue.add(new Due(time, turns++, act));
    }

    private void follow(Change change) {
        switch (change.kind()) {
            case RAISED -> {
                if (change.silence()) {
                    fellSilent(change);
                } else {
                    raise(new Scope.OfServer(change.server()), change);
                }
            }
            case MOVED ->
                change(change.alert(), known -> known.incident()
                        .moved(change.alert(), change.severity(), change.at(), DEMO));
            case CLEARED -> cleared(change);
        }
    }

    private Optional<Integer> site(int server) {
        return cast.listing().server(server).map(Server::site);
    }

    private void fellSilent(Change change) {
        Optional<Integer> site = site(change.server());
        if (site.isEmpty()) {
            raise(new Scope.OfServer(change.server()), change);
            return;
        }
        waiting.computeIfAbsent(site.get(), _ -> new ArrayList<>()).add(change);
        at(change.at(), () -> place(site.get(), change.at()));
        Instant later = change.at().plus(SiteSilence.TOGETHER);
        at(later, () -> place(site.get(), later));
    }

    /** As the loop does it, with the time of the past. */
    private void place(int site, Instant now) {
        List<Change> silent = waiting.getOrDefault(site, List.of());
        while (!silent.isEmpty()) {
            int joined = IncidentTable.of(db, new Scope.OfSite(site))
                    .map(known -> known.incident().state().firing().size())
                    .orElse(0);
            SiteSilence look = new SiteSilence(
                    watched(site), silent.stream().map(Change::at).toList(), joined);
            switch (look.verdict(now)) {
                case WAIT -> {
                    return;
                }
                case SITE -> {
                    List.copyOf(silent).forEach(one -> raise(new Scope.OfSite(site), one));
                    silent.clear();
                }
                case MACHINE -> {
                    Change first = silent.removeFirst();
                    alone.add(first.server());
                    raise(new Scope.OfServer(first.server()), first);
                }
            }
        }
    }

    private int watched(int site) {
        return (int) cast.listing().servers().stream()
                .filter(server -> Integer.valueOf(site).equals(server.site()) && !alone.contains(server.id()))
                .count();
    }

    private void raise(Scope scope, Change change) {
        cast.steps().raise(db, scope, change.alert(), change.severity(), change.at(), DEMO);
        long id = IncidentTable.holding(db, change.alert()).orElseThrow();
        if (change.silence()) {
            silences.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(change.alert());
        }
        if (rules.putIfAbsent(id, change.rule()) == null) {
            people.atBeginning(trouble(id, scope, change)).forEach(act -> at(act.at(), () -> perform(id, act)));
        }
    }

    private Trouble trouble(long id, Scope scope, Change change) {
        Optional<Integer> server = scope instanceof Scope.OfServer(int one) ? Optional.of(one) : Optional.empty();
        return new Trouble(
                id,
                server,
                scope instanceof Scope.OfSite(int place) ? Optional.of(place) : site(change.server()),
                rules.getOrDefault(id, change.rule()),
                change.severity(),
                Optional.ofNullable(verdicts.get(change.alert())).map(SiteVerdict::cause),
                change.at());
    }

    private void cleared(Change change) {
        alone.remove(change.server());
        boolean waited =
                waiting.values().stream().anyMatch(silent -> silent.removeIf(one -> one.alert() == change.alert()));
        if (waited) {
            cast.steps().passBriefly(db, new Scope.OfServer(change.server()), change);
        }
        IncidentTable.holding(db, change.alert()).ifPresent(id -> {
            if (!waited) {
                change(change.alert(), known -> known.incident().cleared(change.alert(), change.at()));
            }
            rules.putIfAbsent(id, change.rule());
            ended(id, change, waited);
        });
    }

    private void ended(long id, Change change, boolean briefly) {
        KnownIncident known = IncidentTable.find(db, id).orElseThrow();
        if (known.incident().state().stage() != Stage.RESOLVED) {
            return;
        }
        Instant closes = change.at().plus(Incident.REOPENED_WITHIN).plus(SOON);
        at(closes, () -> act(id, incident -> incident.tick(closes, DEMO)));
        if (!briefly) {
            Instant later = change.at().plus(CAUSE_KNOWN);
            at(later, () -> believe(id, later));
            people.atEnd(trouble(id, known.scope(), change)).forEach(act -> at(act.at(), () -> perform(id, act)));
        }
    }

    private void believe(long id, Instant at) {
        IncidentCauses.together(silences.getOrDefault(id, Set.of()), verdicts)
                .filter(verdict -> verdict.cause() != Cause.UNKNOWN && !verdict.equals(believed.get(id)))
                .ifPresent(verdict -> {
                    Optional<SiteVerdict> before = Optional.ofNullable(believed.put(id, verdict));
                    act(id, incident -> incident.believe(new Belief(verdict, before).text(), false, at, DEMO));
                });
    }

    private void perform(long id, Act act) {
        act(id, incident -> {
            boolean over = incident.state().isOver();
            switch (act.kind()) {
                case ACKNOWLEDGE -> {
                    if (!over && incident.state().stage() == Stage.OPEN) {
                        incident.acknowledge(act.by(), Optional.empty(), act.at());
                    }
                }
                case START -> {
                    if (!over && incident.state().stage() != Stage.IN_PROGRESS) {
                        incident.start(act.by(), act.at());
                    }
                }
                case NOTE -> incident.note(act.by(), act.text(), act.at());
            }
        });
    }

    private void change(long alert, Consumer<KnownIncident> change) {
        IncidentTable.holding(db, alert)
                .flatMap(id -> IncidentTable.find(db, id))
                .ifPresent(known -> {
                    change.accept(known);
                    save(known);
                });
    }

    private void act(long id, Consumer<Incident> act) {
        IncidentTable.find(db, id).ifPresent(known -> {
            act.accept(known.incident());
            save(known);
        });
    }

    private void save(KnownIncident known) {
        IncidentTable.save(db, known);
        cast.timeline().add(db, known.id(), known.incident().entries());
    }
}
