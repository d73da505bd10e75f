package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.SqlStatement;

/** Table {@code alert}: writes what happened, reads what is not over. */
@Singleton
class AlertTable {

    private final Jdbi jdbi;

    AlertTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes the changes in their order, all or none, and reads what is then open on the servers they are about. */
    List<OpenAlert> save(List<AlertChange> changes) {
        Set<Integer> servers =
                changes.stream().map(change -> change.key().server()).collect(Collectors.toSet());
        return jdbi.inTransaction(handle -> {
            changes.forEach(change -> save(handle, change));
            return openOf(handle, servers);
        });
    }

    private static void save(Handle handle, AlertChange change) {
        switch (change) {
            case AlertChange.Raised raised -> insert(handle, raised);
            case AlertChange.Moved moved -> move(handle, moved);
            case AlertChange.Cleared cleared -> clear(handle, cleared);
        }
    }

    private static void insert(Handle handle, AlertChange.Raised raised) {
        try (var insert = handle.createUpdate("""
                WITH raised AS (
                    INSERT INTO alert (server_id, rule, subject, severity, worst, value, raised_at, changed_at)
                    VALUES (:server, :rule, :subject, :severity, :severity, :value, :raisedAt, :raisedAt)
                    ON CONFLICT DO NOTHING RETURNING id, severity, raised_at)
                INSERT INTO alert_change (alert_id, kind, severity, at)
                SELECT id, 'raised', severity, raised_at FROM raised
                """)) {
            bind(insert, raised.key())
                    .bind("severity", Words.word(raised.severity()))
                    .bind("value", raised.value())
                    .execute();
        }
    }

    private static void move(Handle handle, AlertChange.Moved moved) {
        try (var update = handle.createUpdate("""
                WITH before AS (
                    SELECT id, severity FROM alert
                    WHERE server_id = :server AND rule = :rule AND subject = :subject AND raised_at = :raisedAt
                        AND cleared_at IS NULL FOR UPDATE),
                moved AS (
                    UPDATE alert SET severity = :severity, value = coalesce(:value, value), changed_at = :at,
                        worst = CASE WHEN :severity = 'critical' OR worst = 'info' THEN :severity ELSE worst END
                    FROM before WHERE alert.id = before.id)
                INSERT INTO alert_change (alert_id, kind, severity, at)
                SELECT id, 'moved', :severity, :at FROM before WHERE severity <> :severity
                """)) {
            bind(update, moved.key())
                    .bind("severity", Words.word(moved.to()))
                    .bind("value", moved.value().isPresent() ? moved.value().getAsDouble() : null)
                    .bind("at", moved.at())
                    .execute();
        }
    }

    /** An alert that a person closed stays as it was closed; only that something happened since is noted. */
    private static void clear(Handle handle, AlertChange.Cleared cleared) {
        try (var update = handle.createUpdate("""
                WITH before AS (
                    SELECT id, severity, cleared_at FROM alert
                    WHERE server_id = :server AND rule = :rule AND subject = :subject AND raised_at = :raisedAt
                    FOR UPDATE),
                cleared AS (
                    UPDATE alert SET changed_at = :at, cause = coalesce(cause, :cause),
                        closed_by = CASE WHEN alert.cleared_at IS NULL THEN :by ELSE closed_by END,
                        cleared_at = coalesce(alert.cleared_at, :at)
                    FROM before WHERE alert.id = before.id)
                INSERT INTO alert_change (alert_id, kind, severity, at)
                SELECT id, 'cleared', severity, :at FROM before WHERE cleared_at IS NULL
                """)) {
            bind(update, cleared.key())
                    .bind("at", cleared.at())
                    .bind("cause", Words.word(cleared.cause()))
                    .bind("by", cleared.by())
                    .execute();
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, AlertKey key) {
        return statement
                .bind("server", key.server())
                .bind("rule", key.rule())
                .bind("subject", key.subject())
                .bind("raisedAt", key.raisedAt());
    }

    List<OpenAlert> open() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT id, server_id, rule, subject, severity, raised_at, value
                        FROM alert WHERE cleared_at IS NULL ORDER BY raised_at DESC, id DESC
                        """).map(AlertTable::openAlert).list());
    }

    List<OpenAlert> openOf(Collection<Integer> servers) {
        return jdbi.withHandle(handle -> openOf(handle, servers));
    }

    private static List<OpenAlert> openOf(Handle handle, Collection<Integer> servers) {
        return handle.createQuery("""
                        SELECT id, server_id, rule, subject, severity, raised_at, value
                        FROM alert WHERE cleared_at IS NULL AND server_id = ANY (:servers)
                        ORDER BY raised_at DESC, id DESC
                        """)
                .bindArray("servers", Integer.class, servers)
                .map(AlertTable::openAlert)
                .list();
    }

    /** When the newest event of each server happened, of those that had one since then; silence is left out. */
    Map<Integer, Instant> newestEvents(Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT server_id, max(changed_at) AS newest
                        FROM alert WHERE rule <> 'silent' AND changed_at > :since GROUP BY server_id
                        """)
                .bind("since", since)
                .reduceRows(new HashMap<Integer, Instant>(), (newest, row) -> {
                    newest.put(row.getColumn("server_id", Integer.class), row.getColumn("newest", Instant.class));
                    return newest;
                }));
    }

    /** Silences that only a contact ends: those that fire, and those that a person closed and nobody broke since. */
    List<OpenAlert> silences() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT * FROM (
                            SELECT DISTINCT ON (server_id) * FROM alert
                            WHERE rule = 'silent' ORDER BY server_id, raised_at DESC) newest
                        WHERE cleared_at IS NULL OR (cause = 'closed-by-person' AND changed_at = cleared_at)
                        """).map(AlertTable::openAlert).list());
    }

    private static OpenAlert openAlert(RowView row) {
        return new OpenAlert(
                row.getColumn("id", Long.class),
                row.getColumn("server_id", Integer.class),
                row.getColumn("rule", String.class),
                row.getColumn("subject", String.class),
                row.getColumn("severity", String.class),
                row.getColumn("raised_at", Instant.class),
                row.getColumn("value", Double.class));
    }
}
