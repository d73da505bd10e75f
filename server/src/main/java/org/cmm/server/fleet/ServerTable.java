package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** The SQL of servers. */
@Singleton
class ServerTable {

    private final Jdbi jdbi;

    ServerTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Server> all() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, code, name, host(address) AS address, owner, environment, site_id, tags, notes,
                               depends_on, created_at, retired_at, demo
                        FROM server ORDER BY id
                        """)
                .setFetchSize(1000)
                .map((row, context) -> Servers.server(row))
                .list());
    }

    Optional<String> facts(int id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT facts FROM server WHERE id = :id AND facts IS NOT NULL")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne());
    }

    Map<Integer, Duration> pausesBeyond(Duration usual) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, (facts->>'deliverySeconds')::integer - :usual AS longer
                        FROM server WHERE (facts->>'deliverySeconds')::integer > :usual AND retired_at IS NULL
                        """)
                .bind("usual", (int) usual.toSeconds())
                .reduceRows(new HashMap<Integer, Duration>(), (pauses, row) -> {
                    pauses.put(
                            row.getColumn("id", Integer.class),
                            Duration.ofSeconds(row.getColumn("longer", Integer.class)));
                    return pauses;
                }));
    }

    /** False when the code is taken; the database decides, so two people at once cannot both have it. */
    static boolean insert(Handle db, ServerDraft draft) {
        return bound(db.createUpdate("""
                        INSERT INTO server (code, name, address, owner, environment, site_id, tags, notes, depends_on)
                        VALUES (:code, :name, CAST(:address AS inet), :owner, :environment, :site, :tags, :notes,
                            (SELECT id FROM server WHERE lower(code) = lower(:dependsOn)))
                        ON CONFLICT (lower(code)) DO NOTHING
                        """), draft).execute() == 1;
    }

    boolean codeTaken(String code, int byOtherThan) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) > 0 FROM server WHERE lower(code) = lower(:code) AND id <> :id")
                .bind("code", code)
                .bind("id", byOtherThan)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether what this server depends on depends, however far, on the server with this number. */
    boolean dependsInTurn(String code, int id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH RECURSIVE chain (id) AS (
                            SELECT id FROM server WHERE lower(code) = lower(:code)
                            UNION SELECT depends_on FROM server JOIN chain USING (id) WHERE depends_on IS NOT NULL)
                        SELECT EXISTS (SELECT FROM chain WHERE id = :id)
                        """)
                .bind("code", code)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    Optional<String> codeOf(int id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT code FROM server WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    static void update(Handle db, int id, ServerDraft draft) {
        bound(db.createUpdate("""
                        UPDATE server
                        SET code = :code, name = :name, address = CAST(:address AS inet), owner = :owner,
                            environment = :environment, site_id = :site, tags = :tags, notes = :notes,
                            depends_on = (SELECT id FROM server WHERE lower(code) = lower(:dependsOn))
                        WHERE id = :id
                        """), draft).bind("id", id).execute();
    }

    static void retire(Handle db, int id, Instant at) {
        db.createUpdate("UPDATE server SET retired_at = :at WHERE id = :id AND retired_at IS NULL")
                .bind("id", id)
                .bind("at", at)
                .execute();
    }

    static void restore(Handle db, int id) {
        db.createUpdate("UPDATE server SET retired_at = NULL WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** The code under which this server's hardware was enrolled again after it was retired. */
    Optional<String> enrolledAgainAs(int id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT other.code
                        FROM server JOIN server AS other ON other.machine = server.machine AND other.id <> server.id
                        WHERE server.id = :id AND other.retired_at IS NULL
                        """).bind("id", id).mapTo(String.class).findOne());
    }

    private static <T extends SqlStatement<T>> T bound(T statement, ServerDraft draft) {
        return statement
                .bind("code", draft.code())
                .bind("name", draft.name())
                .bind("address", draft.address().isEmpty() ? null : draft.address())
                .bind("owner", draft.owner())
                .bind("environment", draft.environment())
                .bind("site", draft.siteId())
                .bindArray("tags", String.class, draft.tags())
                .bind("notes", draft.notes())
                .bind("dependsOn", draft.dependsOn());
    }
}
