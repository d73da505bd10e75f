package org.cmm.server.intake;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The skew of each agent's clock, by stretch; kept on disk, the newest stretch of each agent in memory too. */
@Singleton
public class AgentClocks {

    private record Known(long epoch, ClockSkew skew) {}

    private final Jdbi jdbi;
    private final Map<Integer, Known> newest = new ConcurrentHashMap<>();

    AgentClocks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The skew if it is in memory; never blocks. */
    @Nullable
    ClockSkew known(int server, long epoch) {
        Known known = newest.get(server);
        return known != null && known.epoch() == epoch ? known.skew() : null;
    }

    /** The skew of this stretch, fixed now if this is the first batch of it; it blocks. */
    ClockSkew of(int server, long epoch, long measuredMillis) {
        ClockSkew skew = find(server, epoch).orElseGet(() -> fix(server, epoch, measuredMillis));
        newest.put(server, new Known(epoch, skew));
        return skew;
    }

    /** By how much the newest known stretch of the server's clock is behind CMM's; empty before the first batch. */
    public OptionalLong skewMillis(int server) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT skew_millis FROM agent_clock WHERE server_id = :server ORDER BY seen_at DESC LIMIT 1")
                .bind("server", server)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }

    /** The database is asked about these servers again. */
    void forget(Collection<Integer> servers) {
        newest.keySet().removeAll(servers);
    }

    private Optional<ClockSkew> find(int server, long epoch) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT skew_millis FROM agent_clock WHERE server_id = :server AND epoch = :epoch")
                .bind("server", server)
                .bind("epoch", epoch)
                .mapTo(Long.class)
                .findOne()
                .map(ClockSkew::new));
    }

    private ClockSkew fix(int server, long epoch, long measuredMillis) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO agent_clock (server_id, epoch, skew_millis) VALUES (:server, :epoch, :skew)
                        ON CONFLICT (server_id, epoch) DO UPDATE SET epoch = agent_clock.epoch
                        RETURNING skew_millis
                        """)
                .bind("server", server)
                .bind("epoch", epoch)
                .bind("skew", ClockSkew.firstSeen(measuredMillis).applied())
                .map((row, context) -> new ClockSkew(row.getLong(1)))
                .one());
    }
}
