package org.cmm.server.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;

/** Table {@code notice} as the outbox sees it. Every method belongs to a transaction of its caller. */
final class NoticeTable {

    private static final String COLUMNS =
            "n.id, n.key, n.incident_id, n.user_id, n.channel_id, n.address, n.kind, n.severity,"
                    + " n.language, n.title, n.body, n.short, n.facts, n.happened_at, n.created_at, n.expires_at, n.attempts";

    private NoticeTable() {}

    /** False when this person was told of this event on this channel before. */
    static boolean insert(Handle db, NoticeDraft draft, Instant now) {
        return db.createUpdate("""
                        INSERT INTO notice (key, event_id, incident_id, step, user_id, channel_id, address, kind,
                            severity, language, title, body, short, facts, happened_at, created_at, due_at,
                            expires_at, state)
                        VALUES (gen_random_uuid(), :event, :incident, :step, :user, :channel, :address, :kind,
                            :severity, :language, :title, :body, :brief, CAST(:facts AS jsonb), :happened, :now, :due,
                            :expires, 'waiting')
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("event", draft.event())
                        .bind("incident", draft.incident())
                        .bind("step", draft.step())
                        .bind("user", draft.user())
                        .bind("channel", draft.channel())
                        .bind("address", draft.address())
                        .bind("kind", Spelling.of(draft.kind()))
                        .bind("severity", Spelling.of(draft.severity()))
                        .bind("language", draft.language().code())
                        .bind("title", draft.text().title())
                        .bind("body", draft.text().body())
                        .bind("brief", draft.text().brief())
                        .bind("facts", draft.facts())
                        .bind("happened", draft.happenedAt())
                        .bind("now", now)
                        .bind("due", draft.dueAt())
                        .bind("expires", draft.expiresAt())
                        .execute()
                == 1;
    }

    /** What this person was told of this incident before and what still waits keeps its order. */
    static void hurry(Handle db, NoticeDraft draft, Instant now) {
        db.createUpdate("""
                        UPDATE notice SET due_at = :now
                        WHERE user_id = :user AND channel_id = :channel AND incident_id = :incident
                          AND state = 'waiting' AND attempts = 0 AND due_at > :now AND :due <= :now
                        """)
                .bind("user", draft.user())
                .bind("channel", draft.channel())
                .bind("incident", draft.incident())
                .bind("due", draft.dueAt())
                .bind("now", now)
                .execute();
    }

    /** Where people were told, or are about to be told, that this incident is open. */
    static List<Told> told(Handle db, long incident) {
        return db.createQuery("""
                        SELECT DISTINCT ON (user_id, channel_id) user_id, channel_id, address
                        FROM notice WHERE incident_id = :incident AND kind IN ('raise', 'escalation')
                          AND state IN ('waiting', 'sending', 'sent', 'merged')
                        ORDER BY user_id, channel_id, id DESC
                        """)
                .bind("incident", incident)
                .map((row, context) ->
                        new Told(row.getInt("user_id"), row.getInt("channel_id"), row.getString("address")))
                .list();
    }

    record Told(int user, int channel, String address) {}

    /** Gives up what came too late; then nobody is told of an end whose beginning they never heard of. */
    static int expire(Handle db, Instant now) {
        int expired = db.createUpdate("""
                        UPDATE notice SET state = 'expired', settled_at = :now, claimed_by = NULL, claimed_until = NULL
                        WHERE state IN ('waiting', 'sending') AND expires_at <= :now
                          AND (claimed_until IS NULL OR claimed_until <= :now)
                        """).bind("now", now).execute();
        return expired == 0
                ? 0
                : expired + db.createUpdate("""
                                UPDATE notice n SET state = 'dropped', settled_at = :now
                                WHERE n.kind = 'recovery' AND n.state = 'waiting' AND NOT EXISTS (
                                    SELECT FROM notice o WHERE o.incident_id = n.incident_id AND o.user_id = n.user_id
                                      AND o.channel_id = n.channel_id AND o.kind IN ('raise', 'escalation')
                                      AND o.state IN ('waiting', 'sending', 'sent', 'merged'))
                                """).bind("now", now).execute();
    }

    /**
     * The first notice of each line that is due, held until the transaction ends. A line is one person on one channel;
     * one that was tried and waits for its next attempt holds up those behind it, one that waits for the end of quiet
     * hours does not.
     */
    static List<Notice> heads(Handle db, int most, Instant now) {
        return db.createQuery("SELECT " + COLUMNS + """
                         FROM notice n JOIN channel c ON c.id = n.channel_id AND c.enabled AND c.removed_at IS NULL
                        WHERE n.state IN ('waiting', 'sending') AND n.due_at <= :now
                          AND (n.claimed_until IS NULL OR n.claimed_until <= :now)
                          AND NOT EXISTS (
                              SELECT FROM notice o WHERE o.user_id = n.user_id AND o.channel_id = n.channel_id
                                AND o.state IN ('waiting', 'sending') AND o.id < n.id
                                AND (o.due_at <= :now OR o.attempts > 0))
                        ORDER BY n.id LIMIT :most FOR UPDATE OF n SKIP LOCKED
                        """)
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> notice(row))
                .list();
    }

    /** What waits and is due in the line of this notice, itself included, the oldest first. */
    static List<Notice> line(Handle db, Notice head, int most, Instant now) {
        return db.createQuery("SELECT " + COLUMNS + """
                         FROM notice n
                        WHERE n.user_id = :user AND n.channel_id = :channel AND n.state IN ('waiting', 'sending')
                          AND n.due_at <= :now AND (n.claimed_until IS NULL OR n.claimed_until <= :now)
                        ORDER BY n.id LIMIT :most FOR UPDATE
                        """)
                .bind("user", head.user())
                .bind("channel", head.channel())
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> notice(row))
                .list();
    }

    /** Those that a digest told, from the oldest. */
    static List<Notice> members(Handle db, long digest) {
        return db.createQuery("SELECT " + COLUMNS
                        + " FROM notice n WHERE n.digest_id = :digest AND n.kind <> 'digest' ORDER BY n.id")
                .bind("digest", digest)
                .map((row, context) -> notice(row))
                .list();
    }

    /** Puts one notice in the place of all these; what an earlier digest held goes into the new one. */
    static Notice merge(Handle db, Notice digest, List<Notice> members, Instant now) {
        long id = db.createQuery("""
                        INSERT INTO notice (key, user_id, channel_id, address, kind, severity, language, title, body,
                            short, facts, happened_at, created_at, due_at, expires_at, state, attempts)
                        VALUES (:key, :user, :channel, :address, 'digest', :severity, :language, :title, :body, :brief,
                            CAST(:facts AS jsonb), :happened, :now, :now, :expires, 'waiting', :attempts)
                        RETURNING id
                        """)
                .bind("key", digest.key())
                .bind("user", digest.user())
                .bind("channel", digest.channel())
                .bind("address", digest.address())
                .bind("severity", digest.severity())
                .bind("language", digest.language().code())
                .bind("title", digest.text().title())
                .bind("body", digest.text().body())
                .bind("brief", digest.text().brief())
                .bind("facts", digest.facts())
                .bind("happened", digest.happenedAt())
                .bind("now", now)
                .bind("expires", digest.expiresAt())
                .bind("attempts", digest.attempts())
                .mapTo(Long.class)
                .one();
        db.createUpdate("""
                        UPDATE notice SET state = 'merged', digest_id = :digest, settled_at = :now, claimed_by = NULL,
                            claimed_until = NULL
                        WHERE id = ANY (:members) OR digest_id = ANY (:members)
                        """)
                .bind("digest", id)
                .bind("now", now)
                .bindArray(
                        "members", Long.class, members.stream().map(Notice::id).toList())
                .execute();
        return find(db, id).orElseThrow();
    }

    static Optional<Notice> find(Handle db, long id) {
        return db.createQuery("SELECT " + COLUMNS + " FROM notice n WHERE n.id = :id")
                .bind("id", id)
                .map((row, context) -> notice(row))
                .findOne();
    }

    /** Notes the attempt before it is made, and what became of one that a dead process had begun. */
    static long claim(Handle db, long notice, UUID owner, Instant now, Duration lease) {
        db.createUpdate("""
                        UPDATE notice SET state = 'sending', claimed_by = :owner, claimed_until = :until,
                            attempts = attempts + 1 WHERE id = :id
                        """)
                .bind("id", notice)
                .bind("owner", owner)
                .bind("until", now.plus(lease))
                .execute();
        db.createUpdate("""
                        UPDATE delivery_attempt SET ended_at = :now, outcome = 'unknown'
                        WHERE notice_id = :id AND outcome IS NULL
                        """).bind("id", notice).bind("now", now).execute();
        return db.createQuery("INSERT INTO delivery_attempt (notice_id, begun_at) VALUES (:id, :now) RETURNING id")
                .bind("id", notice)
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    /** False when the claim ran out, and another process has the notice. */
    static boolean settle(Handle db, long notice, UUID owner, String state, Instant due, Instant now) {
        return db.createUpdate("""
                        UPDATE notice SET state = :state, claimed_by = NULL, claimed_until = NULL, due_at = :due,
                            settled_at = CASE WHEN :state = 'waiting' THEN NULL ELSE CAST(:now AS timestamptz) END
                        WHERE id = :id AND state = 'sending' AND claimed_by = :owner
                        """)
                        .bind("id", notice)
                        .bind("owner", owner)
                        .bind("state", state)
                        .bind("due", due)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    static void note(Handle db, long attempt, String outcome, String detail, Instant now) {
        db.createUpdate("""
                        UPDATE delivery_attempt SET ended_at = :now, outcome = :outcome, detail = :detail
                        WHERE id = :id
                        """)
                .bind("id", attempt)
                .bind("outcome", outcome)
                .bind("detail", detail)
                .bind("now", now)
                .execute();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                row.getLong("incident_id"),
                row.getInt("user_id"),
                row.getInt("channel_id"),
                row.getString("address"),
                Spelling.stored(NoticeKind.class, row.getString("kind")),
                row.getString("severity"),
                Language.of(row.getString("language")).orElse(Language.ENGLISH),
                new NoticeText(row.getString("title"), row.getString("body"), row.getString("short")),
                row.getString("facts"),
                row.getTimestamp("happened_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("attempts"));
    }
}
