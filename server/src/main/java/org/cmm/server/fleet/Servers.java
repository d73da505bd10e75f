package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Stand-in. */
@Singleton
public class Servers {
    private final Jdbi jdbi;

    Servers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }
    /** Server. */
    public Optional<Server> byCode(String code) {
        return jdbi.withHandle(h -> h.createQuery("SELECT id, code, name FROM server WHERE code = :c")
                .bind("c", code)
                .map((r, c) -> new Server(r.getInt(1), r.getString(2), r.getString(3)))
                .findOne());
    }
}
