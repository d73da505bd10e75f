package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What became of every notice, newest first. */
@Singleton
class DeliveryLog {

    static final Set<String> STATES = Set.of("waiting", "sending", "sent", "merged", "refused", "expired", "dropped");

    private static final String SELECT = """
            SELECT n.id, n.key, n.incident_id, n.kind, n.severity, n.title, n.body, n.short, u.name AS person,
                   c.name AS channel, n.address, n.state, n.happened_at, n.due_at, n.expires_at, n.settled_at,
                   n.digest_id, (SELECT d.state FROM notice d WHERE d.id = n.digest_id) AS digest_state
            FROM notice n JOIN cmm_user u ON u.id = n.user_id JOIN channel c ON c.id = n.channel_id
            """;

    private final Jdbi jdbi;

    DeliveryLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Which notices are asked for.
     *
     * @param state empty for every one
     * @param user 0 for everybody
     */
    record Filter(String state, int user) {}

    List<LogEntry> list(Filter filter, long before, int most) {
        return jdbi.withHandle(db -> {
            List<LogEntry> bare = db.createQuery(SELECT + """
                            WHERE n.id < :before AND (:state = '' OR n.state = :state)
                              AND (:user = 0 OR n.user_id = :user)
                            ORDER BY n.id DESC LIMIT :most
                            """)
                    .bind("before", before)
                    .bind("state", filter.state())
                    .bind("user", filter.user())
                    .bind("most", most)
                    .map((row, _) -> entry(row))
                    .list();
            return withAttempts(db, bare);
        });
    }

    Optional<LogEntry> find(long id) {
        return jdbi.withHandle(
                db -> withAttempts(
                                db,
                                db.createQuery(SELECT + "WHERE n.id = :id")
                                        .bind("id", id)
                                        .map((row, _) -> entry(row))
                                        .list())
                        .stream()
                        .findFirst());
    }

    private static List<LogEntry> withAttempts(Handle db, List<LogEntry> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<LogEntry.Attempt>> attempts = db.createQuery("""
                        SELECT notice_id, begun_at, ended_at, outcome, detail FROM delivery_attempt
                        WHERE notice_id = ANY (:ids) ORDER BY id
                        """)
                .bindArray("ids", Long.class, bare.stream().map(LogEntry::id).toList())
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.computeIfAbsent(row.getColumn("notice_id", Long.class), _ -> new java.util.ArrayList<>())
                            .add(new LogEntry.Attempt(
                                    row.getColumn("begun_at", Instant.class),
                                    row.getColumn("ended_at", Instant.class),
                                    row.getColumn("outcome", String.class),
                                    row.getColumn("detail", String.class)));
                    return all;
                });
        return bare.stream()
                .map(entry -> with(entry, attempts.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    private static LogEntry with(LogEntry it, List<LogEntry.Attempt> attempts) {
        return new LogEntry(
                it.id(),
                it.key(),
                it.incident(),
                it.kind(),
                it.severity(),
                it.title(),
                it.body(),
                it.brief(),
                it.person(),
                it.channel(),
                it.address(),
                it.state(),
                it.happenedAt(),
                it.dueAt(),
                it.expiresAt(),
                it.settledAt(),
                it.digest(),
                it.digestState(),
                attempts);
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                row.getObject("incident_id", Long.class),
                row.getString("kind"),
                row.getString("severity"),
                row.getString("title"),
                row.getString("body"),
                row.getString("short"),
                row.getString("person"),
                row.getString("channel"),
                row.getString("address"),
                row.getString("state"),
                row.getTimestamp("happened_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("settled_at")),
                row.getObject("digest_id", Long.class),
                row.getString("digest_state"),
                List.of());
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
