package org.cmm.server.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of API tokens. */
final class ApiTokenTable {

    private ApiTokenTable() {}

    static int insert(Handle db, int user, String fingerprint, ApiToken token) {
        return db.createQuery("""
                        INSERT INTO api_token (user_id, label, role, fingerprint, created_at, expires_at)
                        VALUES (:user, :label, :role, :fingerprint, :created, :expires)
                        RETURNING id
                        """)
                .bind("user", user)
                .bind("label", token.label())
                .bind("role", token.role().word())
                .bind("fingerprint", fingerprint)
                .bind("created", token.createdAt())
                .bind("expires", token.expiresAt())
                .mapTo(Integer.class)
                .one();
    }

    static Optional<Caller> caller(Handle db, String fingerprint, Instant now) {
        return db.createQuery("""
                        SELECT u.*, t.id AS token_id, t.role AS token_role
                          FROM api_token t JOIN cmm_user u ON u.id = t.user_id
                         WHERE t.fingerprint = :fingerprint AND t.revoked_at IS NULL AND t.expires_at > :now
                           AND u.state = 'active'
                        """)
                .bind("fingerprint", fingerprint)
                .bind("now", now)
                .map((row, context) -> {
                    User user = Users.user(row, context);
                    Role role = user.role().atMost(Role.of(row.getString("token_role")));
                    return new Caller(user, role, new Caller.Proof.ByApiToken(row.getInt("token_id")));
                })
                .findOne();
    }

    /** Notes the use of a token, at most every five minutes. */
    static void used(Handle db, int id, Instant now) {
        db.createUpdate("""
                        UPDATE api_token SET last_used_at = :now
                         WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :recently)
                        """)
                .bind("id", id)
                .bind("now", now)
                .bind("recently", now.minusSeconds(300))
                .execute();
    }

    static List<ApiToken> alive(Handle db, int user, Instant now) {
        return db.createQuery("""
                        SELECT t.*, u.name AS user_name FROM api_token t JOIN cmm_user u ON u.id = t.user_id
                         WHERE t.user_id = :user AND t.revoked_at IS NULL AND t.expires_at > :now
                         ORDER BY t.id
                        """)
                .bind("user", user)
                .bind("now", now)
                .map(ApiToken::of)
                .list();
    }

    static List<ApiToken> alive(Handle db, Instant now) {
        return db.createQuery("""
                        SELECT t.*, u.name AS user_name FROM api_token t JOIN cmm_user u ON u.id = t.user_id
                         WHERE t.revoked_at IS NULL AND t.expires_at > :now
                         ORDER BY lower(u.name), t.id
                        """).bind("now", now).map(ApiToken::of).list();
    }

    static int revoke(Handle db, int id, Instant now) {
        return db.createUpdate("UPDATE api_token SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                .bind("id", id)
                .bind("now", now)
                .execute();
    }
}
