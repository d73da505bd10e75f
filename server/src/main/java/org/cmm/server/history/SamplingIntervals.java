package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;
import org.cmm.core.history.Tier;
import org.jdbi.v3.core.Jdbi;

/** How often each server is measured, as its agents told: what so many samples cover depends on it. */
@Singleton
public class SamplingIntervals {

    /** Of one server; who changes it more often does so for no good reason, and the oldest are forgotten. */
    private static final int MOST = 50;

    private final Jdbi jdbi;
    private final InstantSource clock;

    /** By the time since when they hold, in milliseconds; the maps are never changed, but replaced. */
    private final Map<Integer, NavigableMap<Long, Integer>> byServer = new ConcurrentHashMap<>();

    private final ReentrantLock changing = new ReentrantLock();
    private boolean read;

    SamplingIntervals(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @param millis from one sample to the next; 0 when the agent does not say */
    public void told(int server, int millis) {
        changing.lock();
        try {
            if (!read) {
                readAll();
            }
            NavigableMap<Long, Integer> known = new TreeMap<>(of(server));
            int last = known.isEmpty() ? 0 : known.lastEntry().getValue();
            if (last != millis) {
                Instant now = clock.instant();
                write(server, now, millis);
                known.put(now.toEpochMilli(), millis);
                if (known.size() > MOST) {
                    known.pollFirstEntry();
                }
                byServer.put(server, known);
            }
        } finally {
            changing.unlock();
        }
    }

    private void write(int server, Instant since, int millis) {
        jdbi.useTransaction(db -> {
            db.createUpdate("""
                            INSERT INTO sampling_interval (server_id, since, millis) VALUES (:server, :since, :millis)
                            ON CONFLICT (server_id, since) DO UPDATE SET millis = excluded.millis
                            """)
                    .bind("server", server)
                    .bind("since", since)
                    .bind("millis", millis)
                    .execute();
            db.execute("""
                    DELETE FROM sampling_interval WHERE server_id = ? AND since <= (
                        SELECT since FROM sampling_interval WHERE server_id = ? ORDER BY since DESC OFFSET ? LIMIT 1)
                    """, server, server, MOST);
        });
    }

    /** Reads what was told before; until then nothing is known to {@link #steps}. */
    void catchUp() {
        changing.lock();
        try {
            readAll();
        } finally {
            changing.unlock();
        }
    }

    private void readAll() {
        Map<Integer, NavigableMap<Long, Integer>> onDisk = new HashMap<>();
        jdbi.useHandle(db -> db.createQuery("SELECT server_id, since, millis FROM sampling_interval")
                .map((row, context) -> onDisk.computeIfAbsent(row.getInt(1), _ -> new TreeMap<>())
                        .put(row.getTimestamp(2).getTime(), row.getInt(3)))
                .forEach(_ -> {}));
        byServer.putAll(onDisk);
        read = true;
    }

    /**
     * From the start of five minutes to what held over all of them, in milliseconds; to 0 where that is not known or
     * changed within. Never asks the database, because samples wait for it.
     */
    LongUnaryOperator steps(int server) {
        return start -> step(of(server), start);
    }

    void forget(Collection<Integer> servers) {
        byServer.keySet().removeAll(servers);
    }

    private static long step(NavigableMap<Long, Integer> known, long start) {
        if (known.isEmpty()) {
            return 0;
        }
        Map.Entry<Long, Integer> held = Objects.requireNonNullElse(known.floorEntry(start), known.firstEntry());
        Long next = known.higherKey(held.getKey());
        boolean changes = next != null && next < start + Tier.FIVE_MINUTES.millis();
        return changes ? 0 : held.getValue();
    }

    private NavigableMap<Long, Integer> of(int server) {
        return byServer.getOrDefault(server, Collections.emptyNavigableMap());
    }
}
