package org.cmm.server.intake;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    /** What the database said. */
    private record Known(Map<String, Integer> servers, long untilNanos) {

        boolean holds() {
            return System.nanoTime() - untilNanos < 0;
        }
    }

    private final Agents agents;
    private volatile Known known = new Known(new ConcurrentHashMap<>(), System.nanoTime());

    /** Guarded by this object's monitor. */
    private CompletableFuture<Known> reading = CompletableFuture.completedFuture(known);

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
        Known now = known;
        Integer server = now.holds() ? now.servers().get(fingerprint) : null;
        return server == null ? OptionalInt.empty() : OptionalInt.of(server);
    }

    /** The server, asking the database; it blocks. */
    OptionalInt find(String fingerprint) {
        Known now = known.holds() ? known : awaited(reading());
        Integer server = now.servers().get(fingerprint);
        return server == null ? enrolledSince(now, fingerprint) : OptionalInt.of(server);
    }

    /**
     * The server whose secret the header holds; it may block.
     *
     * @throws org.cmm.server.platform.ProblemException when it holds none that is known
     */
    int demand(@Nullable String header) {
        String fingerprint = fingerprint(header);
        if (fingerprint == null) {
            throw unknownAgent().exception();
        }
        return known(fingerprint).orElseGet(() -> find(fingerprint)
                .orElseThrow(() -> unknownAgent().exception()));
    }

    /** Asks the database about these servers' secrets again. */
    void forget(Collection<Integer> servers) {
        known.servers().values().removeAll(servers);
    }

    private OptionalInt enrolledSince(Known now, String fingerprint) {
        Optional<Integer> server = agents.serverOf(fingerprint);
        server.ifPresent(id -> now.servers().put(fingerprint, id));
        return server.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /**
     * All agents at once: a query for each would be one for every third request of a fleet. Who comes now shares it.
     */
    private synchronized CompletableFuture<Known> reading() {
        if (reading.isDone()) {
            reading = CompletableFuture.supplyAsync(this::read, Thread::startVirtualThread);
        }
        return reading;
    }

    private static Known awaited(CompletableFuture<Known> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    private Known read() {
        known = new Known(new ConcurrentHashMap<>(agents.servers()), System.nanoTime() + TRUST.toNanos());
        return known;
    }
}
