package org.cmm.server.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.Incident;
import org.cmm.core.incident.IncidentState;
import org.cmm.core.incident.IncidentState.Acknowledgement;
import org.cmm.core.incident.IncidentState.Snooze;
import org.cmm.core.incident.IncidentState.Stage;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Tables {@code incident} and {@code incident_alert}. Whoever finds one incident holds it until the transaction ends.
 */
final class IncidentTable {

    private static final String SELECT = """
            SELECT id, server_id, site_id, stage, severity, worst, told, opened_at, resolved_at, acknowledged_by,
                   acknowledged_until, snoozed_until, snoozed_severity, raises, flapping
            FROM incident
            """;

    private IncidentTable() {}

    static Optional<KnownIncident> find(Handle db, long id) {
        return list(db.createQuery(SELECT + "WHERE id = :id FOR UPDATE").bind("id", id), db).stream()
                .findFirst();
    }

    /** The one that is not closed. */
    static Optional<KnownIncident> of(Handle db, Scope scope) {
        Query query =
                switch (scope) {
                    case Scope.OfServer(int server) ->
                        db.createQuery(SELECT + "WHERE server_id = :server AND stage <> 'closed' FOR UPDATE")
                                .bind("server", server);
                    case Scope.OfSite(int site) ->
                        db.createQuery(SELECT + "WHERE site_id = :site AND stage <> 'closed' FOR UPDATE")
                                .bind("site", site);
                };
        return list(query, db).stream().findFirst();
    }

    /** Those that are not closed, by number; nobody is kept from changing them. */
    static List<KnownIncident> notClosed(Handle db) {
        return list(db.createQuery(SELECT + "WHERE stage <> 'closed' ORDER BY id"), db);
    }

    /** The incident that holds this alert. */
    static Optional<Long> holding(Handle db, long alert) {
        return db.createQuery("SELECT incident_id FROM incident_alert WHERE alert_id = :alert")
                .bind("alert", alert)
                .mapTo(Long.class)
                .findOne();
    }

    static long insert(Handle db, Scope scope, IncidentState state) {
        long id = insertRow(db, scope, state);
        saveAlerts(db, id, Map.of(), state.firing());
        return id;
    }

    private static long insertRow(Handle db, Scope scope, IncidentState state) {
        try (Query insert = db.createQuery("""
                INSERT INTO incident (server_id, site_id, stage, severity, worst, told, opened_at, resolved_at,
                    acknowledged_by, acknowledged_until, snoozed_until, snoozed_severity, raises, flapping)
                VALUES (:server, :site, :stage, :severity, :worst, :told, :openedAt, :resolvedAt, :acknowledgedBy,
                    :acknowledgedUntil, :snoozedUntil, :snoozedSeverity, CAST(:raises AS timestamptz[]), :flapping)
                RETURNING id
                """)) {
            return bind(insert, state)
                    .bind("server", scope instanceof Scope.OfServer(int server) ? server : null)
                    .bind("site", scope instanceof Scope.OfSite(int site) ? site : null)
                    .bind("openedAt", state.openedAt())
                    .mapTo(Long.class)
                    .one();
        }
    }

    private static void update(Handle db, long id, IncidentState state) {
        try (var update = db.createUpdate("""
                UPDATE incident SET stage = :stage, severity = :severity, worst = :worst, told = :told,
                    resolved_at = :resolvedAt, acknowledged_by = :acknowledgedBy,
                    acknowledged_until = :acknowledgedUntil, snoozed_until = :snoozedUntil,
                    snoozed_severity = :snoozedSeverity, raises = CAST(:raises AS timestamptz[]), flapping = :flapping
                WHERE id = :id
                """)) {
            bind(update, state).bind("id", id).execute();
        }
    }

    /** Writes the state and which alerts fire; those that do not any more stay the incident's own. */
    static void save(Handle db, KnownIncident known) {
        IncidentState state = known.incident().state();
        update(db, known.id(), state);
        saveAlerts(db, known.id(), known.firingBefore(), state.firing());
    }

    private static void saveAlerts(Handle db, long id, Map<Long, Severity> before, Map<Long, Severity> now) {
        now.forEach((alert, severity) -> {
            if (severity != before.get(alert)) {
                db.execute("""
                        INSERT INTO incident_alert (alert_id, incident_id, severity, firing) VALUES (?, ?, ?, true)
                        ON CONFLICT (alert_id) DO UPDATE SET severity = excluded.severity, firing = true
                        """, alert, id, Spelling.of(severity));
            }
        });
        before.keySet().stream()
                .filter(alert -> !now.containsKey(alert))
                .forEach(alert -> db.execute("UPDATE incident_alert SET firing = false WHERE alert_id = ?", alert));
    }

    /** An alert that came and went before it found its incident. */
    static void addOver(Handle db, long id, long alert, Severity severity) {
        db.execute("""
                INSERT INTO incident_alert (alert_id, incident_id, severity, firing) VALUES (?, ?, ?, false)
                ON CONFLICT (alert_id) DO NOTHING
                """, alert, id, Spelling.of(severity));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, IncidentState state) {
        return statement
                .bind("stage", Spelling.of(state.stage()))
                .bind("severity", Spelling.of(state.severity()))
                .bind("worst", Spelling.of(state.worst()))
                .bind("told", state.told().map(Spelling::of).orElse(null))
                .bind("resolvedAt", state.resolvedAt().orElse(null))
                .bind(
                        "acknowledgedBy",
                        state.acknowledgement().map(Acknowledgement::by).orElse(null))
                .bind(
                        "acknowledgedUntil",
                        state.acknowledgement().flatMap(Acknowledgement::until).orElse(null))
                .bind("snoozedUntil", state.snooze().map(Snooze::until).orElse(null))
                .bind(
                        "snoozedSeverity",
                        state.snooze().map(Snooze::severity).map(Spelling::of).orElse(null))
                .bind(
                        "raises",
                        state.raises().stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}")))
                .bind("flapping", state.flapping());
    }

    private static List<KnownIncident> list(Query query, Handle db) {
        List<Row> rows = query.map(IncidentTable::row).list();
        Map<Long, Map<Long, Severity>> firing = rows.isEmpty() ? Map.of() : firing(db, rows);
        return rows.stream()
                .map(row -> new KnownIncident(
                        row.id(), row.scope(), new Incident(row.state(firing.getOrDefault(row.id(), Map.of())))))
                .toList();
    }

    private static Map<Long, Map<Long, Severity>> firing(Handle db, List<Row> rows) {
        return db.createQuery("""
                        SELECT incident_id, alert_id, severity FROM incident_alert
                        WHERE firing AND incident_id = ANY (:ids)
                        """)
                .bindArray("ids", Long.class, rows.stream().map(Row::id).toList())
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.computeIfAbsent(row.getColumn("incident_id", Long.class), id -> new HashMap<>())
                            .put(
                                    row.getColumn("alert_id", Long.class),
                                    severity(row, "severity").orElseThrow());
                    return all;
                });
    }

    private record Row(long id, Scope scope, IncidentState withoutAlerts) {

        IncidentState state(Map<Long, Severity> firing) {
            IncidentState it = withoutAlerts;
            return new IncidentState(
                    it.stage(),
                    firing,
                    it.severity(),
                    it.worst(),
                    it.told(),
                    it.openedAt(),
                    it.resolvedAt(),
                    it.acknowledgement(),
                    it.snooze(),
                    it.raises(),
                    it.flapping());
        }
    }

    private static Row row(RowView row) {
        Optional<Instant> snoozedUntil = instant(row, "snoozed_until");
        IncidentState state = new IncidentState(
                Spelling.stored(Stage.class, row.getColumn("stage", String.class)),
                Map.of(),
                severity(row, "severity").orElseThrow(),
                severity(row, "worst").orElseThrow(),
                severity(row, "told"),
                row.getColumn("opened_at", Instant.class),
                instant(row, "resolved_at"),
                text(row, "acknowledged_by").map(by -> new Acknowledgement(by, instant(row, "acknowledged_until"))),
                snoozedUntil.map(until ->
                        new Snooze(until, severity(row, "snoozed_severity").orElseThrow())),
                List.of(row.getColumn("raises", Instant[].class)),
                row.getColumn("flapping", Boolean.class));
        return new Row(row.getColumn("id", Long.class), scope(row), state);
    }

    private static Scope scope(RowView row) {
        @Nullable Integer server = row.getColumn("server_id", Integer.class);
        return server == null ? new Scope.OfSite(row.getColumn("site_id", Integer.class)) : new Scope.OfServer(server);
    }

    private static Optional<Severity> severity(RowView row, String column) {
        return text(row, column).map(word -> Spelling.stored(Severity.class, word));
    }

    private static Optional<String> text(RowView row, String column) {
        return Optional.ofNullable(row.getColumn(column, String.class));
    }

    private static Optional<Instant> instant(RowView row, String column) {
        return Optional.ofNullable(row.getColumn(column, Instant.class));
    }
}
