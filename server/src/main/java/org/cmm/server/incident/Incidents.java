package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.IncidentState;
import org.cmm.core.incident.IncidentState.Stage;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Incidents as other features see them. */
@Singleton
public class Incidents {

    private final Jdbi jdbi;
    private final IncidentTimeline timeline;

    Incidents(Jdbi jdbi, IncidentTimeline timeline) {
        this.jdbi = jdbi;
        this.timeline = timeline;
    }

    /**
     * An incident in short.
     *
     * @param severity of what fires; once nothing does, the last one there was
     * @param since when the present trouble began: when it was opened, or last reopened
     */
    public record Summary(long id, Scope scope, Stage stage, Severity severity, Severity worst, Instant since) {}

    /**
     * One alert of an incident.
     *
     * @param id its number
     * @param rule id of the rule; {@code silent} when the server says nothing
     * @param subject text of the series; empty for silence
     * @param value in the unit of its metric; for silence the seconds since the last contact
     * @param firing whether it is not over
     */
    public record AlertOfIncident(
            long id,
            int server,
            String rule,
            String subject,
            Severity severity,
            double value,
            Instant raisedAt,
            boolean firing) {}

    /**
     * An incident that people were told of and nobody has acknowledged.
     *
     * @param line the newest line of its timeline that people were told of
     * @param since when that was
     */
    public record Waiting(Summary incident, long line, Instant since) {}

    /**
     * An incident from its begin to its end.
     *
     * @param resolvedAt null while it goes on
     */
    public record Lasting(
            long id, Instant openedAt, @Nullable Instant resolvedAt) {}

    /** The incident that an alert belongs to; nothing while none was made of it. */
    public Optional<Lasting> ofAlert(long alert) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT incident.id, opened_at, resolved_at
                        FROM incident JOIN incident_alert ON incident_id = incident.id WHERE alert_id = :alert
                        """)
                .bind("alert", alert)
                .map(row -> new Lasting(
                        row.getColumn("id", Long.class),
                        row.getColumn("opened_at", Instant.class),
                        row.getColumn("resolved_at", Instant.class)))
                .findOne());
    }

    /** How many are not over. */
    public int openCount() {
        return jdbi.withHandle(db -> db.createQuery(
                        "SELECT count(*) FROM incident WHERE stage IN ('open', 'acknowledged', 'in-progress')")
                .mapTo(Integer.class)
                .one());
    }

    public Optional<Summary> find(Handle db, long id) {
        return IncidentTable.find(db, id).map(Incidents::summary);
    }

    /** Those of an incident, the worst that fire first. */
    public List<AlertOfIncident> alerts(Handle db, long incident) {
        return db.createQuery("""
                        SELECT a.id, a.server_id, a.rule, a.subject, i.severity, a.value, a.raised_at, i.firing
                        FROM incident_alert i JOIN alert a ON a.id = i.alert_id WHERE i.incident_id = :incident
                        ORDER BY i.firing DESC, array_position(ARRAY['critical', 'warning', 'info'], i.severity::text),
                            a.raised_at, a.id
                        """)
                .bind("incident", incident)
                .map(Incidents::alert)
                .list();
    }

    /** Numbers of those that may still end, or begin again. */
    public Set<Long> notClosed(Handle db) {
        return db.createQuery("SELECT id FROM incident WHERE stage <> 'closed'")
                .mapTo(Long.class)
                .set();
    }

    /** How many machines of a site are under watch. */
    public int watched(Handle db, int site) {
        return db.createQuery("""
                        SELECT count(*) FROM server JOIN agent ON agent.server_id = server.id
                        WHERE site_id = :site AND retired_at IS NULL
                        """).bind("site", site).mapTo(Integer.class).one();
    }

    /** Notes on the timeline whom the escalation told, within the caller's transaction. */
    public void escalated(Handle db, long incident, String whom, Instant at) {
        IncidentTable.find(db, incident).ifPresent(known -> {
            known.incident().escalated(whom, at);
            timeline.add(db, incident, known.incident().entries());
        });
    }

    /** Those that wait for somebody to acknowledge them, and are not put to sleep. */
    public List<Waiting> waiting(Handle db, Instant now) {
        return IncidentTable.notClosed(db).stream()
                .filter(known -> known.incident().state().stage() == Stage.OPEN
                        && known.incident()
                                .state()
                                .snooze()
                                .filter(snooze -> snooze.until().isAfter(now))
                                .isEmpty())
                .flatMap(known -> waiting(db, known).stream())
                .toList();
    }

    private static Optional<Waiting> waiting(Handle db, KnownIncident known) {
        return db.createQuery("""
                        SELECT id, at FROM incident_entry
                        WHERE incident_id = :incident AND audible AND held_back IS NULL
                          AND kind IN ('opened', 'reopened', 'acknowledgement-expired', 'still-there')
                        ORDER BY id DESC LIMIT 1
                        """)
                .bind("incident", known.id())
                .map((row, context) -> new Waiting(
                        summary(known),
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant()))
                .findOne();
    }

    private static Summary summary(KnownIncident known) {
        IncidentState state = known.incident().state();
        Instant since =
                state.raises().isEmpty() ? state.openedAt() : state.raises().getLast();
        return new Summary(known.id(), known.scope(), state.stage(), state.severity(), state.worst(), since);
    }

    private static AlertOfIncident alert(RowView row) {
        return new AlertOfIncident(
                row.getColumn("id", Long.class),
                row.getColumn("server_id", Integer.class),
                row.getColumn("rule", String.class),
                row.getColumn("subject", String.class),
                Spelling.stored(Severity.class, row.getColumn("severity", String.class)),
                row.getColumn("value", Double.class),
                row.getColumn("raised_at", Instant.class),
                row.getColumn("firing", Boolean.class));
    }
}
