package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Stand-in. */
@Singleton
public class Agents {
    private final Jdbi jdbi;

    Agents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }
    /** Server. */
    public Optional<Integer> serverOf(String fingerprint) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT server_id FROM agent WHERE fingerprint = :f AND revoked_at IS NULL")
                        .bind("f", fingerprint)
                        .mapTo(Integer.class)
                        .findOne());
    }
}
