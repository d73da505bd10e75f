package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The agents' secrets, of which only the SHA-256 is kept. */
@Singleton
public class Agents {

    private final Jdbi jdbi;

    Agents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The server that this secret belongs to, unless the secret was revoked or the server retired. */
    public Optional<Integer> serverOf(String secretFingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT server_id FROM agent JOIN server ON server.id = server_id
                        WHERE fingerprint = :fingerprint AND revoked_at IS NULL AND retired_at IS NULL
                        """)
                .bind("fingerprint", secretFingerprint)
                .mapTo(Integer.class)
                .findOne());
    }

    /** Every secret that is neither revoked nor of a retired server, by its SHA-256, and the server it belongs to. */
    public Map<String, Integer> servers() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT fingerprint, server_id FROM agent JOIN server ON server.id = server_id
                        WHERE revoked_at IS NULL AND retired_at IS NULL
                        """)
                .map((row, context) -> Map.entry(row.getString("fingerprint"), row.getInt("server_id")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** From now on the server's agent is refused; false when it has none. */
    public boolean revoke(int server) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("""
                                UPDATE agent SET revoked_at = now() WHERE server_id = :server AND revoked_at IS NULL
                                """).bind("server", server).execute() > 0);
    }
}
