package org.cmm.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A program's way in, in a user's name.
 *
 * @param role what it may do at most; never more than its user at that moment
 */
record ApiToken(
        int id,
        String user,
        String label,
        Role role,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt) {

    static ApiToken of(ResultSet row, StatementContext context) throws SQLException {
        return new ApiToken(
                row.getInt("id"),
                row.getString("user_name"),
                row.getString("label"),
                Role.of(row.getString("role")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant));
    }
}
