package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** Every alert there ever was, by number, newest first. */
@Singleton
class AlertHistory {

    private static final String SELECT = """
            SELECT id, server_id, rule, subject, severity, worst, value, raised_at, cleared_at,
                   coalesce(cause, '') AS cause, closed_by,
                   cleared_at IS NULL AND rule <> 'silent' AND EXISTS (
                       SELECT FROM alert AS silence
                       WHERE silence.server_id = alert.server_id AND silence.rule = 'silent'
                           AND silence.cleared_at IS NULL) AS unknown
            FROM alert
            """;

    private final Jdbi jdbi;

    AlertHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<AlertRecord> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map(AlertHistory::alert)
                .findOne());
    }

    List<AlertRecord> all(Collection<Long> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE id = ANY (:ids) ORDER BY id")
                .bindArray("ids", Long.class, ids)
                .map(AlertHistory::alert)
                .list());
    }

    List<AlertRecord> list(AlertFilter filter, AlertFilter.Stretch stretch) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                                WHERE id < :before
                                    AND (:server = 0 OR server_id = :server)
                                    AND (:site = 0 OR server_id IN (SELECT id FROM server WHERE site_id = :site))
                                    AND (:severity = '' OR severity = :severity)
                                    AND (:state = 'all' OR (cleared_at IS NULL) = (:state = 'open'))
                                ORDER BY id DESC LIMIT :limit
                                """)
                .bind("before", stretch.before())
                .bind("server", filter.server().map(Server::id).orElse(0))
                .bind("site", filter.site().map(Site::id).orElse(0))
                .bind("severity", filter.severity().map(Words::word).orElse(""))
                .bind("state", Words.word(filter.state()))
                .bind("limit", stretch.limit())
                .map(AlertHistory::alert)
                .list());
    }

    private static AlertRecord alert(RowView row) {
        return new AlertRecord(
                row.getColumn("id", Long.class),
                row.getColumn("server_id", Integer.class),
                row.getColumn("rule", String.class),
                row.getColumn("subject", String.class),
                row.getColumn("severity", String.class),
                row.getColumn("worst", String.class),
                row.getColumn("value", Double.class),
                row.getColumn("raised_at", Instant.class),
                row.getColumn("cleared_at", Instant.class),
                row.getColumn("unknown", Boolean.class),
                row.getColumn("cause", String.class),
                row.getColumn("closed_by", String.class));
    }
}
