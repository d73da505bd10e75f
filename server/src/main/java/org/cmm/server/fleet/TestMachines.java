package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.cmm.server.access.AuditLog;
import org.jdbi.v3.core.Jdbi;

/** The servers on which somebody lets drills happen. */
@Singleton
public class TestMachines {

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final InstantSource clock;

    TestMachines(Jdbi jdbi, AuditLog audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Numbers of the servers. */
    public Set<Integer> all() {
        return new HashSet<>(jdbi.withHandle(db -> db.createQuery("SELECT server_id FROM test_machine")
                .mapTo(Integer.class)
                .list()));
    }

    public boolean holds(Server server) {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT EXISTS (SELECT FROM test_machine WHERE server_id = :server)")
                        .bind("server", server.id())
                        .mapTo(Boolean.class)
                        .one());
    }

    void mark(Server server, String by) {
        jdbi.useTransaction(db -> {
            int added = db.execute(
                    "INSERT INTO test_machine (server_id, marked_by, marked_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    server.id(),
                    by,
                    clock.instant());
            if (added > 0) {
                audit.record(db, "server.mark-test", "server " + server.code(), null, null);
            }
        });
    }

    void unmark(Server server) {
        jdbi.useTransaction(db -> {
            if (db.execute("DELETE FROM test_machine WHERE server_id = ?", server.id()) > 0) {
                audit.record(db, "server.unmark-test", "server " + server.code(), null, null);
            }
        });
    }
}
