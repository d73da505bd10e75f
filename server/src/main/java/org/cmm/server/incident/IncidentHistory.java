package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.IncidentState.Stage;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** Every incident there ever was, by number, newest first. */
@Singleton
class IncidentHistory {

    private static final String SELECT = """
            SELECT incident.id, incident.server_id, incident.site_id, stage, severity, worst, opened_at, resolved_at,
                   coalesce(acknowledged_by, '') AS acknowledged_by, acknowledged_until, snoozed_until, flapping,
                   coalesce(cmm_user.name, '') AS assignee, alerts, firing, machine_count, machines, main_alert
            FROM incident
                LEFT JOIN cmm_user ON cmm_user.id = assignee_id
                CROSS JOIN LATERAL (
                    SELECT count(*) AS alerts, count(*) FILTER (WHERE firing) AS firing,
                           count(DISTINCT alert.server_id) AS machine_count,
                           array_agg(DISTINCT alert.server_id) AS machines,
                           (array_agg(alert.id ORDER BY firing DESC, alert.worst = 'critical' DESC,
                                alert.worst = 'warning' DESC, alert.id))[1] AS main_alert
                    FROM incident_alert JOIN alert ON alert.id = alert_id WHERE incident_id = incident.id) AS its
            """;

    private final Jdbi jdbi;

    IncidentHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<IncidentRecord> find(long id) {
        return jdbi.withHandle(db -> db.createQuery(SELECT + "WHERE incident.id = :id")
                .bind("id", id)
                .map(IncidentHistory::incident)
                .findOne());
    }

    /** Every alert of an incident, the latest first. */
    List<Long> alerts(long id) {
        return jdbi.withHandle(db -> db.createQuery(
                        "SELECT alert_id FROM incident_alert WHERE incident_id = :id ORDER BY alert_id DESC")
                .bind("id", id)
                .mapTo(Long.class)
                .list());
    }

    /** How many of this severity are not over. */
    int openCount(Severity severity) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT count(*) FROM incident
                        WHERE stage IN ('open', 'acknowledged', 'in-progress') AND severity = :severity
                        """)
                .bind("severity", Spelling.of(severity))
                .mapTo(Integer.class)
                .one());
    }

    /** Those that were not over at this time or began later, and are over by now, the newest first. */
    List<IncidentRecord> overSince(Instant time, int most) {
        return jdbi.withHandle(db -> db.createQuery(SELECT + """
                                WHERE stage IN ('resolved', 'closed') AND resolved_at >= :time
                                ORDER BY incident.id DESC LIMIT :most
                                """)
                .bind("time", time)
                .bind("most", most)
                .map(IncidentHistory::incident)
                .list());
    }

    /**
     * The newest first.
     *
     * @param before only those with a smaller number
     */
    List<IncidentRecord> list(IncidentFilter filter, long before, int most) {
        return jdbi.withHandle(db -> db.createQuery(SELECT + """
                                WHERE incident.id < :before
                                    AND (:state = 'all' OR (stage IN ('resolved', 'closed')) = (:state = 'over'))
                                    AND (:severity = '' OR severity = :severity)
                                    AND (:assignee = '' OR lower(cmm_user.name) = lower(:assignee))
                                    AND (:site = 0 OR incident.site_id = :site
                                        OR incident.server_id IN (SELECT id FROM server WHERE site_id = :site))
                                    AND (:server = 0 OR incident.server_id = :server
                                        OR EXISTS (SELECT FROM incident_alert JOIN alert ON alert.id = alert_id
                                                   WHERE incident_id = incident.id AND alert.server_id = :server))
                                ORDER BY incident.id DESC LIMIT :most
                                """)
                .bind("before", before)
                .bind("state", Spelling.of(filter.state()))
                .bind("severity", filter.severity().map(Spelling::of).orElse(""))
                .bind("assignee", filter.assignee().orElse(""))
                .bind("site", filter.site().map(Site::id).orElse(0))
                .bind("server", filter.server().map(Server::id).orElse(0))
                .bind("most", most)
                .map(IncidentHistory::incident)
                .list());
    }

    private static IncidentRecord incident(RowView row) {
        Integer[] machines =
                Optional.ofNullable(row.getColumn("machines", Integer[].class)).orElseGet(() -> new Integer[0]);
        return new IncidentRecord(
                row.getColumn("id", Long.class),
                row.getColumn("server_id", Integer.class),
                row.getColumn("site_id", Integer.class),
                Spelling.stored(Stage.class, row.getColumn("stage", String.class)),
                Spelling.stored(Severity.class, row.getColumn("severity", String.class)),
                Spelling.stored(Severity.class, row.getColumn("worst", String.class)),
                row.getColumn("opened_at", Instant.class),
                row.getColumn("resolved_at", Instant.class),
                row.getColumn("acknowledged_by", String.class),
                row.getColumn("acknowledged_until", Instant.class),
                row.getColumn("snoozed_until", Instant.class),
                row.getColumn("flapping", Boolean.class),
                row.getColumn("assignee", String.class),
                row.getColumn("alerts", Integer.class),
                row.getColumn("firing", Integer.class),
                row.getColumn("machine_count", Integer.class),
                Arrays.stream(machines).limit(IncidentRecord.MOST_MACHINES).toList(),
                Optional.ofNullable(row.getColumn("main_alert", Long.class)).orElse(0L));
    }
}
