package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.cmm.core.incident.Incident;
import org.cmm.core.incident.IncidentState.Stage;
import org.cmm.server.access.AuditLog;
import org.cmm.server.access.User;
import org.cmm.server.access.Users;
import org.cmm.server.alert.AlertClosing;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What people do with incidents. Every method is one transaction with its line in the audit log, and throws a
 * {@link org.cmm.server.platform.ProblemException} when there is no such incident, or it is too late for this.
 */
@Singleton
class IncidentActions {

    static final int LONGEST_NOTE = 4_000;
    private static final Duration LONGEST_WAIT = Duration.ofDays(31);

    private final Jdbi jdbi;
    private final IncidentTimeline timeline;
    private final IncidentSteps steps;
    private final EveryHoldBack holdBacks;
    private final AlertClosing alerts;
    private final Users users;
    private final AuditLog audit;
    private final InstantSource clock;

    IncidentActions(
            Jdbi jdbi,
            IncidentTimeline timeline,
            IncidentSteps steps,
            EveryHoldBack holdBacks,
            AlertClosing alerts,
            Users users,
            AuditLog audit,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.timeline = timeline;
        this.steps = steps;
        this.holdBacks = holdBacks;
        this.alerts = alerts;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param until when it is forgotten, should the trouble still be there; empty: never */
    void acknowledge(long id, String by, Optional<Instant> until) {
        until.ifPresent(end -> requireSoon("until", end));
        change(id, "incident.acknowledge", (incident, at) -> incident.acknowledge(by, until, at));
    }

    /** All of them, or none. */
    void acknowledge(List<Long> ids, String by) {
        jdbi.useTransaction(db -> {
            for (long id : ids.stream().distinct().sorted().toList()) {
                change(db, id, "incident.acknowledge", (incident, at) -> {
                    if (incident.state().stage() == Stage.OPEN) {
                        incident.acknowledge(by, Optional.empty(), at);
                    }
                });
            }
        });
    }

    void start(long id, String by) {
        change(id, "incident.start", (incident, at) -> incident.start(by, at));
    }

    void snooze(long id, String by, Instant until) {
        requireSoon("until", until);
        change(id, "incident.snooze", (incident, at) -> incident.snooze(by, until, at));
    }

    void note(long id, String by, String text) {
        String written = text.strip();
        if (written.isEmpty() || written.length() > LONGEST_NOTE || written.indexOf('\0') >= 0) {
            throw Problem.invalid(List.of(
                            new FieldFault("text", "'text' must have 1 to %,d characters".formatted(LONGEST_NOTE))))
                    .exception();
        }
        change(id, "incident.note", (incident, at) -> incident.note(by, written, at));
    }

    /** @param to name of a user who may log in; empty for nobody */
    void assign(long id, String by, String to) {
        Optional<User> user = users.active().stream()
                .filter(known -> known.name().equalsIgnoreCase(to))
                .findFirst();
        if (user.isEmpty() && !to.isEmpty()) {
            throw Problem.invalid(List.of(new FieldFault("user", "there is no user '%.60s'".formatted(to))))
                    .exception();
        }
        jdbi.useTransaction(db -> {
            change(
                    db,
                    id,
                    "incident.assign",
                    (incident, at) -> incident.assign(by, user.map(User::name).orElse(""), at));
            db.execute(
                    "UPDATE incident SET assignee_id = ? WHERE id = ?",
                    user.map(User::id).orElse(null),
                    id);
        });
    }

    /** Over for good; alerts of it that still fire are ended first, each for good. */
    void close(long id, String by) {
        Set<Long> firing = jdbi.inTransaction(
                db -> known(db, id).incident().state().firing().keySet());
        firing.forEach(alert -> alerts.close(alert, by));
        boolean done = false;
        while (!done) {
            done = jdbi.inTransaction(db -> steps.follow(db, holdBacks.at(clock.instant())));
        }
        change(id, "incident.close", (incident, at) -> incident.close(by, at));
    }

    private void change(long id, String action, BiConsumer<Incident, Instant> act) {
        jdbi.useTransaction(db -> change(db, id, action, act));
    }

    private void change(Handle db, long id, String action, BiConsumer<Incident, Instant> act) {
        KnownIncident known = known(db, id);
        try {
            act.accept(known.incident(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (IllegalStateException e) {
            throw Problem.conflict("too-late", "incident %d: %s".formatted(id, e.getMessage()))
                    .exception();
        }
        if (known.incident().entries().isEmpty()) {
            return;
        }
        IncidentTable.save(db, known);
        timeline.add(db, id, known.incident().entries());
        audit.record(db, action, "incident " + id, null, known.incident().entries());
    }

    private static KnownIncident known(Handle db, long id) {
        return IncidentTable.find(db, id).orElseThrow(() -> Problem.notFound("there is no incident " + id)
                .exception());
    }

    private void requireSoon(String field, Instant end) {
        Instant now = clock.instant();
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_WAIT))) {
            throw Problem.invalid(List.of(new FieldFault(
                            field, "'%s' must lie within the next 31 days, was %s".formatted(field, end))))
                    .exception();
        }
    }
}
