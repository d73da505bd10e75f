package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds servers. */
@Singleton
public class Servers {

    private static final String SELECT = """
            SELECT id, code, name, host(address) AS address, owner, environment, site_id, tags, notes, depends_on, created_at,
                   retired_at, demo
            FROM server
            """;

    private final Jdbi jdbi;

    Servers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The server with this code, in capitals or not, retired or not. */
    public Optional<Server> byCode(String code) {
        if (code.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE lower(code) = lower(:code)")
                .bind("code", code)
                .map((row, context) -> server(row))
                .findOne());
    }

    public Optional<Server> byId(int id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> server(row))
                .findOne());
    }

    /** Every server that is not retired, by code. */
    public List<Server> active() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE retired_at IS NULL ORDER BY code")
                .map((row, context) -> server(row))
                .list());
    }

    static Server server(ResultSet row) throws SQLException {
        @Nullable Timestamp retiredAt = row.getTimestamp("retired_at");
        return new Server(
                row.getInt("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("address"),
                row.getString("owner"),
                row.getString("environment"),
                row.getObject("site_id", Integer.class),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("notes"),
                row.getObject("depends_on", Integer.class),
                row.getTimestamp("created_at").toInstant(),
                retiredAt == null ? null : retiredAt.toInstant(),
                row.getBoolean("demo"));
    }
}
