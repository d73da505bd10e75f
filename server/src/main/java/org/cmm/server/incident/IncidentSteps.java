package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.Incident;
import org.cmm.core.incident.IncidentState.Stage;
import org.cmm.core.incident.SiteSilence;
import org.cmm.server.alert.AlertChanges;
import org.cmm.server.alert.AlertChanges.Change;
import org.cmm.server.fleet.Rehearsal;
import org.jdbi.v3.core.Handle;

/**
 * Turns what happened to alerts into incidents. Each step is one transaction that also remembers how far it came, so
 * that a process that dies in the middle leaves nothing half done and nothing is done twice.
 */
@Singleton
class IncidentSteps {

    static final int MOST_CHANGES = 200;

    private final AlertChanges changes;
    private final IncidentTimeline timeline;
    private final Rehearsal rehearsal;

    IncidentSteps(AlertChanges changes, IncidentTimeline timeline, Rehearsal rehearsal) {
        this.changes = changes;
        this.timeline = timeline;
        this.rehearsal = rehearsal;
    }

    /** Works out the changes of alerts that nobody did; false when there are more. */
    boolean follow(Handle db, HoldBacks holdBacks) {
        long last = IncidentProgress.lock(db);
        List<Change> next = changes.after(db, last, MOST_CHANGES);
        for (Change change : next) {
            if (!rehearsal.covers(change.server())) {
                follow(db, change, holdBacks);
            }
        }
        if (!next.isEmpty()) {
            IncidentProgress.save(db, next.getLast().number());
        }
        return next.size() < MOST_CHANGES;
    }

    /** Gives silences that have waited long enough their incidents: of their machines, or of their site. */
    void place(Handle db, HoldBacks holdBacks, Instant now) {
        IncidentProgress.lock(db);
        for (SilentSite site : SilentSite.waiting(db)) {
            List<SilentSite.Silence> waiting = new ArrayList<>(site.silences());
            waiting.removeIf(silence -> rehearsal.covers(silence.server()));
            while (!waiting.isEmpty()) {
                SiteSilence.Verdict verdict = site.verdict(waiting, now);
                if (verdict == SiteSilence.Verdict.WAIT) {
                    break;
                }
                if (verdict == SiteSilence.Verdict.SITE) {
                    join(db, new Scope.OfSite(site.id().orElseThrow()), waiting, holdBacks);
                    break;
                }
                SilentSite.Silence first = waiting.removeFirst();
                join(db, new Scope.OfServer(first.server()), List.of(first), holdBacks);
            }
        }
    }

    /** What time alone brings to incidents that are not closed; nearly always nothing, and then nothing is locked. */
    void tick(Handle db, HoldBacks holdBacks, Instant now) {
        for (KnownIncident seen : IncidentTable.notClosed(db)) {
            if (isPlayed(seen.scope())) {
                continue;
            }
            seen.incident().tick(now, holdBacks.of(seen.scope()));
            if (!seen.incident().entries().isEmpty()) {
                IncidentTable.find(db, seen.id()).ifPresent(known -> {
                    known.incident().tick(now, holdBacks.of(known.scope()));
                    save(db, known);
                });
            }
        }
    }

    private boolean isPlayed(Scope scope) {
        return switch (scope) {
            case Scope.OfServer(int server) -> rehearsal.covers(server);
            case Scope.OfSite(int site) -> rehearsal.coversSite(site);
        };
    }

    private void follow(Handle db, Change change, HoldBacks holdBacks) {
        Scope scope = new Scope.OfServer(change.server());
        switch (change.kind()) {
            case RAISED -> {
                if (!change.silence()) {
                    raise(db, scope, change, holdBacks.of(scope));
                }
            }
            case MOVED ->
                holding(db, change).ifPresent(known -> {
                    known.incident().moved(change.alert(), change.severity(), change.at(), holdBacks.of(known.scope()));
                    save(db, known);
                });
            case CLEARED ->
                holding(db, change)
                        .ifPresentOrElse(
                                known -> {
                                    known.incident().cleared(change.alert(), change.at());
                                    save(db, known);
                                },
                                () -> passBriefly(db, scope, change));
        }
    }

    private static Optional<KnownIncident> holding(Handle db, Change change) {
        return IncidentTable.holding(db, change.alert()).flatMap(id -> IncidentTable.find(db, id));
    }

    private void raise(Handle db, Scope scope, Change change, Optional<String> heldBack) {
        raise(db, scope, change.alert(), change.severity(), change.at(), heldBack);
    }

    void raise(Handle db, Scope scope, long alert, Severity severity, Instant at, Optional<String> heldBack) {
        Optional<KnownIncident> open = IncidentTable.of(db, scope).filter(known -> takesIn(db, known, at, heldBack));
        if (open.isPresent()) {
            open.get().incident().raised(alert, severity, at, heldBack);
            save(db, open.get());
        } else {
            begin(db, scope, Incident.opened(alert, severity, at, heldBack));
        }
    }

    /** An incident that was over for long enough when this began is closed first, whenever its tick would have come. */
    private boolean takesIn(Handle db, KnownIncident known, Instant at, Optional<String> heldBack) {
        known.incident().tick(at, heldBack);
        boolean closed = known.incident().state().stage() == Stage.CLOSED;
        if (closed) {
            save(db, known);
        }
        return !closed;
    }

    private void join(Handle db, Scope scope, List<SilentSite.Silence> silences, HoldBacks holdBacks) {
        for (SilentSite.Silence silence : silences) {
            raise(db, scope, silence.alert(), silence.severity(), silence.raisedAt(), holdBacks.of(scope));
        }
    }

    /** A silence that ended while it waited for others: on record, and worth no notice. */
    void passBriefly(Handle db, Scope scope, Change change) {
        Optional<String> brief = Optional.of("brief");
        Instant raisedAt = SilentSite.raisedAt(db, change.alert());
        Optional<KnownIncident> open = IncidentTable.of(db, scope).filter(known -> takesIn(db, known, raisedAt, brief));
        if (open.isPresent() && !open.get().incident().state().firing().isEmpty()) {
            IncidentTable.addOver(db, open.get().id(), change.alert(), change.severity());
            return;
        }
        long id;
        if (open.isPresent()) {
            Incident again = open.get().incident();
            again.raised(change.alert(), change.severity(), raisedAt, brief);
            again.cleared(change.alert(), change.at());
            save(db, open.get());
            id = open.get().id();
        } else {
            Incident passing = Incident.opened(change.alert(), change.severity(), raisedAt, brief);
            passing.cleared(change.alert(), change.at());
            id = begin(db, scope, passing);
        }
        IncidentTable.addOver(db, id, change.alert(), change.severity());
    }

    private long begin(Handle db, Scope scope, Incident begun) {
        long id = IncidentTable.insert(db, scope, begun.state());
        timeline.add(db, id, begun.entries());
        return id;
    }

    private void save(Handle db, KnownIncident known) {
        IncidentTable.save(db, known);
        timeline.add(db, known.id(), known.incident().entries());
    }
}
