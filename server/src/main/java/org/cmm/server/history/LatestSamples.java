package org.cmm.server.history;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.cmm.server.platform.OwnClock;
import org.jboss.logging.Logger;

/** The newest sample of every server and its processor's last hour, in memory; read back from disk at start. */
@Singleton
public class LatestSamples implements SampleListener {

    private static final Logger LOG = Logger.getLogger(LatestSamples.class);

    private final ConcurrentHashMap<Integer, RecentSamples> byServer = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final StoredSamples stored;
    private final OwnClock own;

    LatestSamples(InstantSource clock, StoredSamples stored, OwnClock own) {
        this.clock = clock;
        this.stored = stored;
        this.own = own;
    }

    /** Reading back must not hold up the start: pages fill within a second or two. */
    void start(@Observes StartupEvent event) {
        stored.times()
                .newestDay()
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .ifPresent(own::wasLately);
        Thread.ofVirtual().name("latest-samples").start(this::readBack);
    }

    private void readBack() {
        try {
            Instant hourAgo = clock.instant().minusSeconds(RecentSamples.MINUTES * 60L);
            stored.eachSince(hourAgo, this::recall);
            stored.newestOfEach(this::recall);
        } catch (RuntimeException e) {
            LOG.warn("The latest samples could not be read back; they show again as they come in", e);
        }
    }

    private void recall(SampleRows rows) {
        recent(rows.server()).add(rows, rows.newest());
    }

    @Override
    public void stored(SampleRows rows) {
        recent(rows.server()).add(rows, clock.millis());
    }

    private RecentSamples recent(int server) {
        return byServer.computeIfAbsent(server, _ -> new RecentSamples());
    }

    /** The newest sample, or nothing when the server never sent one. */
    public Optional<Latest> of(int server) {
        return Optional.ofNullable(byServer.get(server)).flatMap(RecentSamples::latest);
    }

    /** When CMM last heard of the server; 0 when never. */
    public long lastContactMillis(int server) {
        RecentSamples recent = byServer.get(server);
        return recent == null ? 0 : recent.lastContactMillis();
    }

    /** Mean processor utilization of each of the last sixty whole minutes, oldest first; {@code NaN} is a gap. */
    public float[] cpuLastHour(int server) {
        RecentSamples recent = byServer.get(server);
        return recent == null ? new float[0] : recent.cpuLastHour(clock.millis());
    }

    /** Reads these servers back as a start would: their last contact is their newest sample. */
    public void readAgain(Collection<Integer> servers) {
        forget(servers);
        Instant hourAgo = clock.instant().minusSeconds(RecentSamples.MINUTES * 60L);
        stored.eachOf(servers.stream().collect(Collectors.toMap(server -> server, server -> hourAgo)), this::recall);
        stored.newestOfEach(rows -> {
            if (servers.contains(rows.server())) {
                recall(rows);
            }
        });
    }

    /** As if these servers had never sent anything. */
    void forget(Collection<Integer> servers) {
        byServer.keySet().removeAll(servers);
    }

    /** Servers that have ever sent a sample, as far as memory goes. */
    public List<Integer> servers() {
        return List.copyOf(byServer.keySet());
    }
}
