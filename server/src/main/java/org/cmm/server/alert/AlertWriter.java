package org.cmm.server.alert;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Puts what happened to alerts on disk, in the order in which it happened, and then in {@link OpenAlerts}. Whoever
 * decides never waits for it.
 *
 * <p>A process that dies with changes in this queue loses nothing: the next one reads the same samples and comes to the
 * same changes. The queue needs no bound of its own, because without a database there are no samples to decide on.
 */
@Singleton
class AlertWriter {

    private static final Logger LOG = Logger.getLogger(AlertWriter.class);
    private static final int MOST_AT_ONCE = 200;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    private record Pending(List<AlertChange> changes, CompletableFuture<Void> saved) {}

    private final LinkedBlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final AlertTable table;
    private final OpenAlerts open;
    private final Thread thread;
    private volatile boolean stopping;

    AlertWriter(AlertTable table, OpenAlerts open) {
        this.table = table;
        this.open = open;
        this.thread = Thread.ofVirtual().name("alert-writer").unstarted(this::run);
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    /** Ends at once; what is still queued is worked out again by the next process. */
    @PreDestroy
    void stop() {
        stopping = true;
        thread.interrupt();
    }

    /** Never waits; the future completes when the changes are on disk and in memory. */
    CompletableFuture<Void> submit(List<AlertChange> changes) {
        if (changes.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Pending pending = new Pending(List.copyOf(changes), new CompletableFuture<>());
        queue.add(pending);
        return pending.saved();
    }

    private void run() {
        try {
            while (!stopping) {
                save(next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Pending> next() throws InterruptedException {
        List<Pending> group = new ArrayList<>();
        group.add(queue.take());
        queue.drainTo(group, MOST_AT_ONCE - 1);
        return group;
    }

    /** All in one transaction; when that fails each by itself, until it is saved or can never be. */
    private void save(List<Pending> group) throws InterruptedException {
        try {
            write(group);
        } catch (RuntimeException e) {
            LOG.warn("Changes of alerts do not reach the database; they are tried again", e);
            for (Pending pending : group) {
                saveAlone(pending);
            }
        }
    }

    private void saveAlone(Pending pending) throws InterruptedException {
        while (!pending.saved().isDone()) {
            try {
                write(List.of(pending));
            } catch (RuntimeException e) {
                if (isRefused(e)) {
                    LOG.errorf(e, "The database refuses %s", pending.changes());
                    pending.saved().completeExceptionally(e);
                }
                Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
            }
        }
    }

    private void write(List<Pending> group) {
        List<AlertChange> changes =
                group.stream().flatMap(pending -> pending.changes().stream()).toList();
        List<OpenAlert> nowOpen = table.save(changes);
        open.replace(changes.stream().map(change -> change.key().server()).collect(Collectors.toSet()), nowOpen);
        group.forEach(pending -> pending.saved().complete(null));
    }

    /** SQL states 22 and 23: the data themselves are at fault, so trying again would stop everything behind them. */
    private static boolean isRefused(RuntimeException fault) {
        return fault.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23"));
    }
}
