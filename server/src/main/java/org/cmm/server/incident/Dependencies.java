package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Holds back what happens to machines behind one that is silent: people are told of that one. */
@Singleton
class Dependencies implements HoldBackSource {

    private final Jdbi jdbi;

    Dependencies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What a server depends on. */
    private record Parent(int id, String code) {}

    @Override
    public HoldBacks at(Instant now) {
        return jdbi.withHandle(db -> {
            Map<Integer, Parent> parents = parents(db);
            Set<Integer> silent = parents.isEmpty() ? Set.of() : silent(db);
            return scope -> scope instanceof Scope.OfServer(int server)
                    ? silentBefore(server, parents, silent).map(parent -> "dependency:" + parent.code())
                    : Optional.empty();
        });
    }

    /** The nearest silent one of those that it depends on, however far. */
    private static Optional<Parent> silentBefore(int server, Map<Integer, Parent> parents, Set<Integer> silent) {
        Set<Integer> seen = new HashSet<>(Set.of(server));
        Optional<Parent> parent = Optional.ofNullable(parents.get(server));
        while (parent.isPresent() && seen.add(parent.get().id())) {
            if (silent.contains(parent.get().id())) {
                return parent;
            }
            parent = Optional.ofNullable(parents.get(parent.get().id()));
        }
        return Optional.empty();
    }

    private static Map<Integer, Parent> parents(Handle db) {
        return db.createQuery("""
                        SELECT child.id, parent.id AS parent, parent.code
                        FROM server child JOIN server parent ON parent.id = child.depends_on
                        """).reduceRows(new HashMap<>(), (all, row) -> {
            all.put(
                    row.getColumn("id", Integer.class),
                    new Parent(row.getColumn("parent", Integer.class), row.getColumn("code", String.class)));
            return all;
        });
    }

    private static Set<Integer> silent(Handle db) {
        return db.createQuery("SELECT server_id FROM alert WHERE rule = 'silent' AND cleared_at IS NULL")
                .mapTo(Integer.class)
                .set();
    }
}
