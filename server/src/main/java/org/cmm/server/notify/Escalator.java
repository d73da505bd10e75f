package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.core.notify.Escalation;
import org.cmm.server.incident.Incidents;
import org.cmm.server.incident.Incidents.Waiting;
import org.cmm.server.notify.Happening.What;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells the next person or group when nobody acknowledges. Each step is taken once for each stretch of waiting, and
 * written down in the transaction that writes its notices.
 */
@Singleton
class Escalator {

    private final Jdbi jdbi;
    private final Incidents incidents;
    private final IncidentFindings findings;
    private final Announcer announcer;
    private final Recipients recipients;
    private final InstantSource clock;

    Escalator(
            Jdbi jdbi,
            Incidents incidents,
            IncidentFindings findings,
            Announcer announcer,
            Recipients recipients,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.incidents = incidents;
        this.findings = findings;
        this.announcer = announcer;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** How many notices it wrote. */
    int write() {
        Instant now = clock.instant();
        return jdbi.inTransaction(db -> {
            List<EscalationStep> steps = EscalationSteps.all(db);
            if (steps.isEmpty()) {
                return 0;
            }
            Map<Integer, Recipient> people =
                    recipients.all(db).stream().collect(Collectors.toMap(Recipient::user, Function.identity()));
            return incidents.waiting(db, now).stream()
                    .mapToInt(waiting -> write(db, waiting, new Plan(steps, people), now))
                    .sum();
        });
    }

    private record Plan(List<EscalationStep> steps, Map<Integer, Recipient> people) {}

    private int write(Handle db, Waiting waiting, Plan plan, Instant now) {
        List<EscalationStep> taken = due(waiting, plan, now).stream()
                .filter(step -> EscalationSteps.take(db, waiting.incident().id(), waiting.since(), step.id(), now))
                .toList();
        if (taken.isEmpty()) {
            return 0;
        }
        Happening happening = findings.happening(
                db,
                waiting.incident(),
                new IncidentFindings.Occasion(
                        waiting.line(), What.OPENED, waiting.incident().severity(), now));
        Duration waited = Duration.between(waiting.since(), now);
        return taken.stream()
                .mapToInt(step -> tell(db, happening, step, plan, waited))
                .sum();
    }

    private List<EscalationStep> due(Waiting waiting, Plan plan, Instant now) {
        List<EscalationStep> steps = EscalationSteps.of(
                plan.steps(),
                findings.site(waiting.incident().scope()),
                waiting.incident().severity());
        Escalation escalation =
                new Escalation(steps.stream().map(EscalationStep::after).toList());
        return steps.subList(0, escalation.due(waiting.since(), now));
    }

    private int tell(Handle db, Happening happening, EscalationStep step, Plan plan, Duration waited) {
        Instant now = happening.at();
        List<Recipient> people = targets(db, step, now)
                .distinct()
                .flatMap(user -> Stream.ofNullable(plan.people().get(user)))
                .toList();
        String names = people.stream().map(Recipient::name).collect(Collectors.joining(", "));
        incidents.escalated(db, happening.incident(), (step.after() + " " + names).strip(), now);
        return people.stream()
                .mapToInt(person -> announcer.escalate(db, happening, step.id(), person, waited, now))
                .sum();
    }

    private static Stream<Integer> targets(Handle db, EscalationStep step, Instant now) {
        return Stream.concat(
                step.user().stream(),
                step.group().flatMap(id -> Groups.find(db, id)).stream().flatMap(group -> group.reached(now).stream()));
    }
}
