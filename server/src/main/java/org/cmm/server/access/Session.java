package org.cmm.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * One login of one user in one browser or program.
 *
 * @param program the browser or program, as it calls itself
 */
record Session(UUID id, Instant createdAt, Instant lastSeenAt, Instant expiresAt, String address, String program) {

    /** {@link #program} in words. */
    public Program seenIn() {
        return Program.of(program);
    }

    /** {@link #address} in words. */
    public Place seenAt() {
        return Place.of(address);
    }

    static Session of(ResultSet row, StatementContext context) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("address"),
                row.getString("program"));
    }
}
