package org.cmm.server.history;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One thread, one connection, one queue. The queue is bounded by rows and guarded by {@code lock}; everything else
 * belongs to the thread.
 */
final class WriterLane {

    private static final Logger LOG = Logger.getLogger(WriterLane.class);
    private static final int MOST_QUEUED_ROWS = 100_000;
    private static final int MOST_ROWS_A_COMMIT = 20_000;
    private static final long PAUSE_AFTER_FAILURE_NANOS = 500_000_000L;

    /** Rows, and whom to tell when they are on disk. */
    record Delivery(SampleRows rows, CompletableFuture<Void> stored) {}

    /** A place in the queue, counted from the start, and whom to tell when it is reached. */
    private record Mark(long place, CompletableFuture<Void> reached) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Delivery> queue = new ArrayDeque<>();
    private final ArrayDeque<Mark> marks = new ArrayDeque<>();
    private int queuedRows;
    private long taken;
    private boolean stopping;

    private final Thread thread;
    private final SampleTable table;
    private final List<SampleListener> listeners;
    private final WriterFigures figures;
    private boolean broken;

    WriterLane(
            String name,
            DataSource source,
            Partitions partitions,
            List<SampleListener> listeners,
            WriterFigures figures) {
        this.thread = new Thread(this::run, name);
        this.table = new SampleTable(source, partitions);
        this.listeners = List.copyOf(listeners);
        this.figures = figures;
    }

    void start() {
        thread.start();
    }

    void stop() {
        lock.lock();
        try {
            stopping = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(8_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes the rows, unless the queue is full or the lane is ending. */
    boolean offer(Delivery delivery) {
        lock.lock();
        try {
            if (stopping || (queuedRows > 0 && queuedRows + delivery.rows().count() > MOST_QUEUED_ROWS)) {
                return false;
            }
            queue.add(delivery);
            queuedRows += delivery.rows().count();
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Completes when everybody was told of what is queued now, whatever became of it. */
    CompletableFuture<Void> settled() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        lock.lock();
        try {
            if (stopping) {
                return CompletableFuture.completedFuture(null);
            }
            marks.add(new Mark(taken + queue.size(), reached));
            arrived.signal();
        } finally {
            lock.unlock();
        }
        return reached;
    }

    /** Rows that wait. */
    int queued() {
        lock.lock();
        try {
            return queuedRows;
        } finally {
            lock.unlock();
        }
    }

    private static int rows(List<Delivery> group) {
        return group.stream().mapToInt(delivery -> delivery.rows().count()).sum();
    }

    private void run() {
        for (List<Delivery> group = next(); group != null; group = next()) {
            store(group);
        }
        table.close();
    }

    /** What has gathered, up to a commit's worth; null when there is nothing left to do ever. */
    private @Nullable List<Delivery> next() {
        lock.lock();
        try {
            tellMarks();
            while (queue.isEmpty()) {
                if (stopping) {
                    return null;
                }
                arrived.awaitUninterruptibly();
                tellMarks();
            }
            return gathered();
        } finally {
            lock.unlock();
        }
    }

    /** What was taken out of the queue is worked off whenever the thread comes here. */
    private void tellMarks() {
        while (!marks.isEmpty() && marks.getFirst().place() <= taken) {
            marks.removeFirst().reached().complete(null);
        }
    }

    private List<Delivery> gathered() {
        List<Delivery> group = new ArrayList<>();
        int rows = 0;
        while (!queue.isEmpty() && rows < MOST_ROWS_A_COMMIT) {
            Delivery delivery = queue.remove();
            rows += delivery.rows().count();
            group.add(delivery);
        }
        queuedRows -= rows;
        taken += group.size();
        return group;
    }

    private void store(List<Delivery> group) {
        long begin = System.nanoTime();
        try {
            table.store(group.stream().map(Delivery::rows).toList());
        } catch (SQLException | RuntimeException e) {
            failed(group, e);
            return;
        }
        figures.committed(rows(group), System.nanoTime() - begin);
        if (broken) {
            broken = false;
            LOG.info("Samples reach the database again");
        }
        group.forEach(delivery -> delivery.stored().complete(null));
        group.forEach(delivery -> tell(delivery.rows()));
    }

    /** Nobody was told that these are on disk, so their agents send them again. */
    private void failed(List<Delivery> group, Exception fault) {
        if (!broken) {
            broken = true;
            LOG.warn("Samples do not reach the database; agents keep theirs until it is back", fault);
        }
        group.forEach(delivery -> delivery.stored().completeExceptionally(fault));
        pause();
    }

    /** Spares a database that is away; new rows wait in the bounded queue meanwhile. */
    private void pause() {
        lock.lock();
        try {
            long left = PAUSE_AFTER_FAILURE_NANOS;
            while (left > 0 && !stopping) {
                left = arrived.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void tell(SampleRows rows) {
        for (SampleListener listener : listeners) {
            try {
                listener.stored(rows);
            } catch (RuntimeException e) {
                LOG.errorf(e, "Samples of server %d are stored, but were not followed up", rows.server());
            }
        }
    }
}
