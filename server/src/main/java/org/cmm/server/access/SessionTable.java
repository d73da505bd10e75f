package org.cmm.server.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of sessions and their refresh tokens. */
final class SessionTable {

    private SessionTable() {}

    static void insert(Handle db, Session session, int user) {
        db.createUpdate("""
                        INSERT INTO user_session
                               (id, user_id, created_at, last_seen_at, expires_at, address, program)
                        VALUES (:id, :user, :created, :created, :expires, :address, :program)
                        """)
                .bind("id", session.id())
                .bind("user", user)
                .bind("created", session.createdAt())
                .bind("expires", session.expiresAt())
                .bind("address", session.address())
                .bind("program", session.program())
                .execute();
    }

    static Optional<User> user(Handle db, UUID session, Instant now) {
        return db.createQuery("""
                        SELECT u.* FROM user_session s JOIN cmm_user u ON u.id = s.user_id
                         WHERE s.id = :session AND s.revoked_at IS NULL AND s.expires_at > :now
                           AND u.state = 'active'
                        """)
                .bind("session", session)
                .bind("now", now)
                .map(Users::user)
                .findOne();
    }

    static List<Session> alive(Handle db, int user, Instant now) {
        return db.createQuery("""
                        SELECT * FROM user_session
                         WHERE user_id = :user AND revoked_at IS NULL AND expires_at > :now
                         ORDER BY last_seen_at DESC
                        """)
                .bind("user", user)
                .bind("now", now)
                .map(Session::of)
                .list();
    }

    /** Notes that the session is in use, and puts off its end. */
    static void seen(Handle db, UUID session, Instant now) {
        db.createUpdate("""
                        UPDATE user_session
                           SET last_seen_at = :now,
                               expires_at = least(:idle, created_at + make_interval(days => :longest))
                         WHERE id = :session
                        """)
                .bind("session", session)
                .bind("now", now)
                .bind("idle", now.plus(Sessions.IDLE))
                .bind("longest", (int) Sessions.LONGEST.toDays())
                .execute();
    }

    static int revoke(Handle db, UUID session, int user, Instant now) {
        return db.createUpdate("""
                        UPDATE user_session SET revoked_at = :now
                         WHERE id = :session AND user_id = :user AND revoked_at IS NULL
                        """)
                .bind("session", session)
                .bind("user", user)
                .bind("now", now)
                .execute();
    }

    static int revoke(Handle db, UUID session, Instant now) {
        return db.createUpdate("UPDATE user_session SET revoked_at = :now WHERE id = :session AND revoked_at IS NULL")
                .bind("session", session)
                .bind("now", now)
                .execute();
    }

    static int revokeAllBut(Handle db, Optional<UUID> kept, int user, Instant now) {
        return db.createUpdate("""
                        UPDATE user_session SET revoked_at = :now
                         WHERE user_id = :user AND revoked_at IS NULL
                           AND id IS DISTINCT FROM CAST(:kept AS uuid)
                        """)
                .bind("user", user)
                .bind("kept", kept.orElse(null))
                .bind("now", now)
                .execute();
    }

    /** Ended sessions are kept for a month, so that their tokens are still recognised, and then go. */
    static void deleteEndedBefore(Handle db, int user, Instant time) {
        db.createUpdate("DELETE FROM user_session WHERE user_id = :user AND least(expires_at, revoked_at) < :time")
                .bind("user", user)
                .bind("time", time)
                .execute();
    }

    static void issue(Handle db, UUID session, String fingerprint, Instant now) {
        db.createUpdate("""
                        INSERT INTO refresh_token (fingerprint, session_id, issued_at)
                        VALUES (:fingerprint, :session, :now)
                        """)
                .bind("fingerprint", fingerprint)
                .bind("session", session)
                .bind("now", now)
                .execute();
    }

    static Optional<RefreshToken> lock(Handle db, String fingerprint) {
        return db.createQuery("SELECT * FROM refresh_token WHERE fingerprint = :fingerprint FOR UPDATE")
                .bind("fingerprint", fingerprint)
                .map(RefreshToken::of)
                .findOne();
    }

    static void spend(Handle db, String fingerprint, String successor, Instant now) {
        db.createUpdate("""
                        UPDATE refresh_token SET spent_at = :now, successor = :successor
                         WHERE fingerprint = :fingerprint
                        """)
                .bind("fingerprint", fingerprint)
                .bind("successor", successor)
                .bind("now", now)
                .execute();
    }

    /** Spent without a successor: whoever shows it is a thief. */
    static void withdraw(Handle db, String fingerprint, Instant now) {
        db.createUpdate("UPDATE refresh_token SET spent_at = :now WHERE fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .bind("now", now)
                .execute();
    }
}
