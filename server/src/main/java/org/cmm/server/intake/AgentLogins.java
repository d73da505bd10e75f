package org.cmm.server.intake;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.cmm.server.fleet.Agents;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Secrets;
import org.jspecify.annotations.Nullable;

/** Tells which server an agent's secret belongs to. What the database said holds for {@link #TRUST}. */
@Singleton
class AgentLogins {

    /** So long may a revoked secret still pass in a process that did not hear of it. */
    static final Duration TRUST = Duration.ofSeconds(30);

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 200;

    private record Known(int server, long untilNanos) {}

    private final Agents agents;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    AgentLogins(Agents agents) {
        this.agents = agents;
    }

    /** The fingerprint of the secret in an {@code Authorization} header; null when there is none. */
    static @Nullable String fingerprint(@Nullable String header) {
        if (header == null || header.length() > LONGEST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        return Secrets.fingerprint(header.substring(SCHEME.length()).strip());
    }

    static Problem unknownAgent() {
        return Problem.of(
                401,
                "unknown-agent",
                "This agent is not known here",
                "send 'Authorization: Bearer' with the secret of a server that is under watch, or enrol again");
    }

    /** The server if memory tells; never blocks. */
    OptionalInt known(String fingerprint) {
        Known found = known.get(fingerprint);
        return found != null && System.nanoTime() - found.untilNanos() < 0
                ? OptionalInt.of(found.server())
                : OptionalInt.empty();
    }

    /** The server, asking the database; it blocks. */
    OptionalInt find(String fingerprint) {
        var server = agents.serverOf(fingerprint);
        if (server.isEmpty()) {
            known.remove(fingerprint);
            return OptionalInt.empty();
        }
        known.put(fingerprint, new Known(server.get(), System.nanoTime() + TRUST.toNanos()));
        return OptionalInt.of(server.get());
    }
}
