package org.cmm.server.access;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param actor name of the user, "CMM" for the server itself, empty for a stranger
 */
record AuditEntry(
        long id,
        Instant at,
        String actor,
        String address,
        String action,
        String target,

        @Schema(implementation = Object.class) @JsonRawValue @Nullable
        String before,

        @Schema(implementation = Object.class) @JsonRawValue @Nullable
        String after) {

    record Change(
            String action,
            String target,
            @Nullable String before,
            @Nullable String after) {}

    static AuditEntry of(ResultSet row, StatementContext context) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("address"),
                row.getString("action"),
                row.getString("target"),
                row.getString("before"),
                row.getString("after"));
    }
}
