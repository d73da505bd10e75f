package org.cmm.server.alert;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.cmm.core.alert.AlertEvent.Cause;
import org.cmm.core.forecast.Habit;
import org.cmm.core.metric.Series;
import org.cmm.server.fleet.Rehearsal;
import org.cmm.server.history.SampleListener;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredSamples;
import org.jboss.logging.Logger;

/**
 * Puts every sample before the rules, and every silence; core decides, the writer keeps.
 *
 * <p>A server's past is read back on a virtual thread when its first sample comes after a start, or at the start itself
 * when it was sending as the process before this one ended. Until then its samples wait on disk.
 */
@Singleton
class AlertEngine implements SampleListener {

    private static final Logger LOG = Logger.getLogger(AlertEngine.class);

    private final ConcurrentHashMap<Integer, WatchedServer> servers = new ConcurrentHashMap<>();
    private final ReadBack past;
    private final Stores stores;
    private final SilenceWatch silences;
    private final InstantSource clock;

    private volatile boolean stopped;

    /** What the engine reads from and writes to. */
    @Singleton
    record Stores(
            AlertTable table,
            OpenAlerts open,
            AlertWriter writer,
            RuleBook book,
            Heartbeat heartbeat,
            StoredSamples samples,
            Rehearsal rehearsal) {}

    AlertEngine(Stores stores, SilenceWatch silences, InstantSource clock) {
        this.stores = stores;
        this.silences = silences;
        this.clock = clock;
        this.past =
                new ReadBack(stores.samples(), stores.open(), () -> new WatchedServer.RulesAt(stores.book(), now()));
    }

    /** Reads what the process before this one left; nothing is decided before that. */
    void start() {
        Instant now = now();
        stores.book().open();
        List<OpenAlert> open = stores.table().open();
        Set<Integer> withAlerts = new HashSet<>();
        open.forEach(alert -> withAlerts.add(alert.serverId()));
        stores.open().replace(withAlerts, open);
        Instant lastEnd = stores.heartbeat().lastEnd().orElse(now);
        past.start(
                new ReadBack.Left(lastEnd, stores.table().newestEvents(lastEnd.minus(Evaluation.OLDEST_THAT_PAGES))));
        silences.takeOver(stores.table().silences(), now);
        Thread.ofVirtual().name("alerts-catch-up").start(() -> catchUp(lastEnd));
    }

    /** From here on samples wait on disk for the next process. */
    @PreDestroy
    void stop() {
        stopped = true;
        past.stop();
    }

    @Override
    public void stored(SampleRows rows) {
        if (stopped || stores.rehearsal().covers(rows.server())) {
            return;
        }
        WatchedServer server = server(rows.server());
        server.stored(rows, clock.millis());
        readBack(server);
    }

    /** Judges what is foretold of a server's volumes; later, where its past is not read back yet. */
    void foretell(int id, Foretold foretold) {
        WatchedServer server = servers.get(id);
        if (server != null && !stopped) {
            server.foretell(foretold, now());
        }
    }

    /** Whether a server's past is read back, so that it can be told what is usual. */
    boolean isReady(int id) {
        WatchedServer server = servers.get(id);
        return server != null && server.ready().isDone();
    }

    /** Tells a server's watch what is usual. */
    void learn(int id, Map<Series, Habit> habits) {
        WatchedServer server = servers.get(id);
        if (server != null) {
            server.learn(habits);
        }
    }

    /** Drops what these servers were doing; it is read back from disk when their next sample comes. */
    void forget(Collection<Integer> ids) {
        ids.forEach(servers::remove);
    }

    /** Puts a rule on disk and, before this returns, in every watch. */
    synchronized void adopt(RuleEntry changed) {
        stores.book().put(changed);
        adoptEverywhere();
    }

    /** Takes a rule off disk and, before this returns, out of every watch; a wider one of its id takes its place. */
    synchronized void remove(RuleEntry gone) {
        stores.book().remove(gone.id(), gone.scope());
        adoptEverywhere();
    }

    /** Servers move between sites and get other tags: gives each the rules that hold for it now. */
    synchronized void refit() {
        Instant at = now();
        servers.values().forEach(server -> server.adopt(stores.book(), at));
    }

    /** Gives one server the rules that hold for it now. */
    synchronized void refit(int server) {
        WatchedServer known = servers.get(server);
        if (known != null) {
            known.adopt(stores.book(), now());
        }
    }

    private void adoptEverywhere() {
        stores.open().byServer().keySet().forEach(id -> readBack(server(id)));
        refit();
        silences.adopt(server -> stores.book().inForce(server).onSilence(), now());
    }

    /** Ends an alert because a person says so; completes when that is on disk. */
    CompletableFuture<Void> close(OpenAlert open, String by) {
        AlertKey key = AlertKey.of(open);
        AlertChange.Cleared cleared = new AlertChange.Cleared(key, now(), Cause.CLOSED_BY_PERSON, by);
        if (key.isSilence()) {
            return stores.writer().submit(List.of(cleared));
        }
        return readBack(key.server()).thenCompose(_ -> server(key.server()).close(key.alert(), cleared));
    }

    /** Reads a server's past back if nobody has; completes when that is done. */
    CompletableFuture<Void> readBack(int id) {
        WatchedServer server = server(id);
        readBack(server);
        return server.ready();
    }

    private WatchedServer server(int id) {
        WatchedServer known = servers.get(id);
        return known != null ? known : servers.computeIfAbsent(id, added -> new WatchedServer(added, stores.writer()));
    }

    /** Servers that were sending when the process before this one ended may have rows that nobody decided upon. */
    private void catchUp(Instant lastEnd) {
        Instant since = lastEnd.minus(Evaluation.OLDEST_THAT_PAGES);
        Instant start = now();
        List<WatchedServer> claimed = new ArrayList<>();
        try {
            stores.samples().newestOfEach(rows -> {
                WatchedServer server = server(rows.server());
                if (rows.at()[0] > since.toEpochMilli() && server.claimPast()) {
                    claimed.add(server);
                }
            });
            past.all(claimed);
            LOG.infof(
                    "The alerts of %d servers are taken over, after %d ms",
                    claimed.size(), Duration.between(start, now()).toMillis());
        } catch (RuntimeException e) {
            LOG.warn("Servers are caught up with as their next samples come", e);
            claimed.forEach(past::one);
        }
    }

    private void readBack(WatchedServer server) {
        if (server.claimPast()) {
            past.one(server);
        }
    }

    /** Whole milliseconds, as samples have them and PostgreSQL keeps them. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
