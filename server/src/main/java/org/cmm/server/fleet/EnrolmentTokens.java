package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cmm.server.platform.Secrets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tokens that enrol machines; the token itself is shown once, its SHA-256 is kept. */
@Singleton
public class EnrolmentTokens {

    private static final String COLUMNS =
            "id, label, site_id, created_by, created_at, expires_at, uses_left, revoked_at IS NOT NULL AS revoked";

    private static final String NEWEST = "id IN (SELECT id FROM enrolment_token ORDER BY id DESC LIMIT 10)";
    private static final String USABLE = "(uses_left > 0 AND revoked_at IS NULL AND expires_at > :now)";

    private final Jdbi jdbi;
    private final InstantSource clock;

    EnrolmentTokens(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What a new token is for. */
    public record Wish(String label, @Nullable Integer site, Duration validFor, int uses) {}

    /** A token as it can be listed. */
    public record Listed(
            int id,
            String label,
            @Schema(nullable = true) @Nullable Integer site,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            int usesLeft,
            boolean revoked) {}

    /** Makes a token and tells it, once. */
    public String create(Wish wish, String createdBy) {
        String token = Secrets.create();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO enrolment_token (fingerprint, label, site_id, created_by, expires_at, uses_left)
                        VALUES (:fingerprint, :label, :site, :createdBy, :expiresAt, :uses)
                        """)
                .bind("fingerprint", Secrets.fingerprint(token))
                .bind("label", wish.label())
                .bind("site", wish.site())
                .bind("createdBy", createdBy)
                .bind("expiresAt", clock.instant().plus(wish.validFor()))
                .bind("uses", wish.uses())
                .execute());
        return token;
    }

    /** Whether a machine that comes with this token now would be enrolled. */
    boolean enrols(String token) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM enrolment_token WHERE fingerprint = :fingerprint
                                       AND %s)
                        """.formatted(USABLE))
                .bind("fingerprint", Secrets.fingerprint(token))
                .bind("now", clock.instant())
                .mapTo(Boolean.class)
                .one());
    }

    /** What people look for, newest first: the newest ten and whatever still enrols machines, at most 200. */
    List<Listed> atHand() {
        return listed("%s OR %s".formatted(NEWEST, USABLE), 200);
    }

    /** The others, at most 50, newest first. */
    List<Listed> over() {
        return listed("NOT (%s OR %s)".formatted(NEWEST, USABLE), 50);
    }

    private List<Listed> listed(String condition, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT %s FROM enrolment_token WHERE %s ORDER BY id DESC LIMIT :most
                        """.formatted(COLUMNS, condition))
                .bind("now", clock.instant())
                .bind("most", most)
                .map((row, context) -> listed(row))
                .list());
    }

    /** Codes of the servers that each token brought in, by the token's number. */
    Map<Integer, List<String>> joined() {
        record Member(int token, String code) {}
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        SELECT token_id, code FROM agent JOIN server ON server.id = server_id
                        WHERE token_id IS NOT NULL ORDER BY code
                        """)
                        .map((row, context) -> new Member(row.getInt("token_id"), row.getString("code")))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(Member::token, Collectors.mapping(Member::code, Collectors.toList())));
    }

    /** The newest tokens with a smaller number than this, at most so many, newest first. */
    List<Listed> before(long id, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT %s FROM enrolment_token WHERE id < :before ORDER BY id DESC LIMIT :most
                        """.formatted(COLUMNS))
                .bind("before", id)
                .bind("most", most)
                .map((row, context) -> listed(row))
                .list());
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getInt("id"),
                row.getString("label"),
                row.getObject("site_id", Integer.class),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("uses_left"),
                row.getBoolean("revoked"));
    }

    /** False when there is no such token or it was revoked before. */
    public boolean revoke(int id) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE enrolment_token SET revoked_at = now() WHERE id = :id AND revoked_at IS NULL")
                        .bind("id", id)
                        .execute()
                > 0);
    }
}
