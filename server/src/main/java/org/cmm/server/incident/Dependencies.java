package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Holds back what happens to machines behind one that is silent: people are told of that one. */
@Singleton
class Dependencies implements HoldBackSource {

    private final Jdbi jdbi;
    private final Listing listing;

    Dependencies(Jdbi jdbi, Listing listing) {
        this.jdbi = jdbi;
        this.listing = listing;
    }

    @Override
    public HoldBacks at(Instant now) {
        Set<Integer> silent = jdbi.withHandle(
                db -> db.createQuery("SELECT server_id FROM alert WHERE rule = 'silent' AND cleared_at IS NULL")
                        .mapTo(Integer.class)
                        .set());
        return scope -> scope instanceof Scope.OfServer(int server)
                ? silentBefore(server, silent).map(before -> "dependency:" + before.code())
                : Optional.empty();
    }

    /** The nearest silent one of those that it depends on, however far. */
    private Optional<Server> silentBefore(int id, Set<Integer> silent) {
        Set<Integer> seen = new HashSet<>(Set.of(id));
        Optional<Server> before = parent(id);
        while (before.isPresent() && seen.add(before.get().id())) {
            if (silent.contains(before.get().id())) {
                return before;
            }
            before = parent(before.get().id());
        }
        return Optional.empty();
    }

    private Optional<Server> parent(int id) {
        @Nullable Integer parent = listing.server(id).map(Server::dependsOn).orElse(null);
        return parent == null ? Optional.empty() : listing.server(parent);
    }
}
