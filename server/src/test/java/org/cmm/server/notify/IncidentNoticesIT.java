package org.cmm.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cmm.core.alert.Severity;
import org.cmm.core.notify.OnCall;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a line of an incident's timeline to what arrives at the other end. */
@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class IncidentNoticesIT {

    @Inject
    Mailroom room;

    @Inject
    IncidentNotices notices;

    @Inject
    Escalator escalator;

    @Inject
    OutboxLoop resident;

    private final Counterpart counterpart = new Counterpart();
    private int hook;

    @BeforeEach
    void begin() {
        resident.stop();
        room.empty();
        room.jdbi.useHandle(db -> db.execute("TRUNCATE incident, incident_entry, incident_alert CASCADE"));
        hook = room.webhook(counterpart);
    }

    @AfterEach
    void close() {
        counterpart.close();
    }

    @Test
    void aLineIsToldOnceHoweverManyProcessesLook() throws Exception {
        IntStream.range(0, 10).forEach(_ -> room.person(Mailroom.anything(), hook));
        long incident = incident("critical");
        line(incident, "opened", "critical", true);
        line(incident, "joined", "critical", false);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> looks = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> notices.write()))
                    .toList();
            for (Future<Boolean> look : looks) {
                look.get();
            }
        }
        room.work(room.process());
        assertThat(keys()).hasSize(10);
        assertThat(new HashSet<>(keys())).hasSize(10);
        line(incident, "recovered", "critical", true);
        notices.write();
        notices.write();
        room.work(room.process());
        assertThat(keys()).hasSize(20);
        assertThat(counterpart.taken().getLast().body()).contains("Terminé : Serveur de paie (pay-", "Disque /var");
    }

    @Test
    void theNoticeOfAnIncidentSaysWhatItsAlertsSay() {
        room.person(Mailroom.anything(), hook);
        line(incident("critical"), "opened", "critical", true);
        notices.write();
        room.work(room.process());
        assertThat(counterpart.taken().getFirst().body().replace("\u202f", " "))
                .contains("CRITIQUE : Serveur de paie (pay-")
                .contains("Disque /var 97 %, à partir de 95 %")
                .contains("soit 20 min")
                .contains("\"rule\":\"disk\"");
    }

    @Test
    void whatADrillBroughtAboutIsToldAsADrillUntilSomethingRealIsAdded() {
        room.person(Mailroom.anything(), hook);
        long incident = incident("critical");
        Instant raised = room.now().minus(Duration.ofMinutes(20));
        room.jdbi.useHandle(db ->
                db.execute("""
                INSERT INTO drill (key, server_id, fault, seconds, percent, volume, purpose, ordered_by, ordered_at,
                    started_at, ended_at, outcome)
                SELECT gen_random_uuid()::text, server_id, 'disk', 300, 97, '/var', '', 'Awa', ?, ?, ?, 'done'
                FROM incident WHERE id = ?
                """, raised.minusSeconds(120), raised.minusSeconds(60), raised.plusSeconds(240), incident));
        line(incident, "opened", "critical", true);
        notices.write();
        room.work(room.process());
        assertThat(counterpart.taken().getLast().body()).contains("Exercice : CRITIQUE", "\"drill\":true");

        room.jdbi.useHandle(db -> db.execute(
                """
                WITH real AS (
                    INSERT INTO alert (server_id, rule, subject, severity, worst, value, raised_at, changed_at)
                    SELECT server_id, 'memory', 'system.memory.utilization', 'critical', 'critical', 0.99, ?, ?
                    FROM incident WHERE id = ? RETURNING id)
                INSERT INTO incident_alert SELECT id, ?, 'critical', true FROM real
                """, raised.plus(Duration.ofMinutes(16)), raised.plus(Duration.ofMinutes(16)), incident, incident));
        line(incident, "joined", "critical", true);
        notices.write();
        room.work(room.process());
        assertThat(counterpart.taken()).hasSize(2);
        assertThat(counterpart.taken().getLast().body())
                .doesNotContain("Exercice")
                .contains("\"drill\":false");
    }

    @Test
    void whoDoesNotAcknowledgeIsFollowedByTheNextAndThatOnce() {
        room.person(Mailroom.anything(), hook);
        int second = room.person(Mailroom.anything(), hook);
        room.jdbi.useHandle(db -> EscalationSteps.add(
                db,
                new EscalationStep(
                        0,
                        Optional.empty(),
                        Severity.WARNING,
                        Duration.ofMinutes(15),
                        Optional.of(second),
                        Optional.empty())));
        long incident = incident("critical");
        line(incident, "opened", "critical", true);
        notices.write();
        assertThat(escalator.write()).isZero();
        room.clock.moveOn(Duration.ofMinutes(16));
        assertThat(escalator.write()).isEqualTo(1);
        assertThat(escalator.write()).isZero();
        room.work(room.process());
        assertThat(counterpart.taken())
                .anySatisfy(taken -> assertThat(taken.body()).contains("personne ne l’a pris en compte"));
    }

    @Test
    void whatSomebodyAcknowledgedIsNotEscalated() {
        int second = room.person(Mailroom.anything(), hook);
        room.jdbi.useHandle(db -> EscalationSteps.add(
                db,
                new EscalationStep(
                        0,
                        Optional.empty(),
                        Severity.WARNING,
                        Duration.ofMinutes(15),
                        Optional.of(second),
                        Optional.empty())));
        long incident = incident("critical");
        line(incident, "opened", "critical", true);
        room.jdbi.useHandle(db -> db.execute("UPDATE incident SET stage = 'acknowledged', acknowledged_by = 'Awa'"));
        room.clock.moveOn(Duration.ofMinutes(60));
        assertThat(escalator.write()).isZero();
    }

    @Test
    void theTimelineSaysWhomTheEscalationToldAndItBeginsAgainOnceTheAcknowledgementExpires() {
        int second = room.person(Mailroom.anything(), hook);
        int unreachable = room.person(Mailroom.anything());
        step(Duration.ofMinutes(15), second);
        step(Duration.ofMinutes(30), unreachable);
        String name = room.jdbi.withHandle(db -> db.createQuery("SELECT name FROM cmm_user WHERE id = :id")
                .bind("id", second)
                .mapTo(String.class)
                .one());
        long incident = incident("critical");
        line(incident, "opened", "critical", true);
        room.clock.moveOn(Duration.ofMinutes(16));
        escalator.write();
        escalator.write();
        assertThat(escalations(incident)).containsExactly("PT15M " + name);
        room.jdbi.useHandle(db -> db.execute("UPDATE incident SET stage = 'acknowledged', acknowledged_by = 'Awa'"));
        room.clock.moveOn(Duration.ofMinutes(60));
        escalator.write();
        assertThat(escalations(incident)).hasSize(1);
        room.jdbi.useHandle(db -> db.execute("UPDATE incident SET stage = 'open', acknowledged_by = NULL"));
        line(incident, "acknowledgement-expired", "critical", true);
        room.clock.moveOn(Duration.ofMinutes(14));
        escalator.write();
        assertThat(escalations(incident)).hasSize(1);
        room.clock.moveOn(Duration.ofMinutes(20));
        escalator.write();
        assertThat(escalations(incident)).containsExactly("PT15M " + name, "PT15M " + name, "PT30M");
    }

    private void step(Duration after, int user) {
        room.jdbi.useHandle(db -> EscalationSteps.add(
                db,
                new EscalationStep(0, Optional.empty(), Severity.WARNING, after, Optional.of(user), Optional.empty())));
    }

    private List<String> escalations(long incident) {
        return room.jdbi.withHandle(db -> db.createQuery(
                        "SELECT text FROM incident_entry WHERE incident_id = :id AND kind = 'escalated' ORDER BY id")
                .bind("id", incident)
                .mapTo(String.class)
                .list());
    }

    @Test
    void ofAGroupThatTakesTurnsWhoeverHasTheWeekIsTold() {
        int first = room.person(Mailroom.anything(), hook);
        int second = room.person(Mailroom.anything(), hook);
        LocalDate monday = LocalDate.ofInstant(room.now(), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int group = room.jdbi.inTransaction(db -> {
            int id = Groups.save(
                    db,
                    0,
                    new GroupDraft("Astreinte", true, monday.minusWeeks(1), ZoneId.of("UTC"), List.of(first, second)));
            EscalationSteps.add(
                    db,
                    new EscalationStep(
                            0,
                            Optional.empty(),
                            Severity.INFO,
                            Duration.ofMinutes(5),
                            Optional.empty(),
                            Optional.of(id)));
            return id;
        });
        line(incident("critical"), "opened", "critical", true);
        room.clock.moveOn(Duration.ofMinutes(6));
        escalator.write();
        assertThat(escalated()).containsExactly(second);
        room.jdbi.useHandle(
                db -> Groups.standIn(db, group, new OnCall.StandIn(monday.minusDays(1), monday.plusDays(8), first)));
        line(incident("warning"), "opened", "warning", true);
        room.clock.moveOn(Duration.ofMinutes(6));
        escalator.write();
        assertThat(escalated()).containsExactly(second, first);
    }

    private List<Integer> escalated() {
        return room.jdbi.withHandle(
                db -> db.createQuery("SELECT user_id FROM notice WHERE kind = 'escalation' ORDER BY id")
                        .mapTo(Integer.class)
                        .list());
    }

    private List<String> keys() {
        return counterpart.taken().stream()
                .map(taken -> taken.header("webhook-id"))
                .toList();
    }

    private long incident(String severity) {
        Instant raised = room.now().minus(Duration.ofMinutes(20));
        long made = room.jdbi.inTransaction(db -> {
            int server = db.createQuery("""
                            INSERT INTO server (code, name)
                            VALUES ('pay-' || left(gen_random_uuid()::text, 8), 'Serveur de paie') RETURNING id
                            """).mapTo(Integer.class).one();
            long incident = db.createQuery("""
                            INSERT INTO incident (server_id, stage, severity, worst, told, opened_at, raises, flapping)
                            VALUES (:server, 'open', :severity, :severity, :severity, :at, ARRAY[:at]::timestamptz[],
                                false) RETURNING id
                            """)
                    .bind("server", server)
                    .bind("severity", severity)
                    .bind("at", raised)
                    .mapTo(Long.class)
                    .one();
            long alert = db.createQuery("""
                            INSERT INTO alert (server_id, rule, subject, severity, worst, value, raised_at, changed_at)
                            VALUES (:server, 'disk',
                                'system.filesystem.utilization{system.filesystem.mountpoint=/var}', :severity,
                                :severity, 0.97, :at, :at) RETURNING id
                            """)
                    .bind("server", server)
                    .bind("severity", severity)
                    .bind("at", raised)
                    .mapTo(Long.class)
                    .one();
            db.execute("INSERT INTO incident_alert VALUES (?, ?, ?, true)", alert, incident, severity);
            return incident;
        });
        room.readAgain();
        return made;
    }

    private void line(long incident, String kind, String severity, boolean audible) {
        room.jdbi.useHandle(db -> db.execute("""
                INSERT INTO incident_entry (incident_id, at, kind, severity, audible) VALUES (?, ?, ?, ?, ?)
                """, incident, room.now(), kind, severity, audible));
    }
}
