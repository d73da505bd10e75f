package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cmm.core.history.Tier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the roll-ups as the samples are. Five minutes come from memory, or from disk where memory did not see all of
 * their samples; the coarser tiers are made in the same transaction once they are over. So what is on disk is right
 * after any end of the process, up to the newest roll-up of each server, from where {@link #catchUp} goes on.
 */
@Singleton
class Rollups {

    /** A roll-up is on disk this long after its end at the latest, unless samples of its time are just coming. */
    static final Duration UNTIL_ROLLED = Duration.ofSeconds(90);

    private static final Tier FINEST = Tier.FIVE_MINUTES;

    private static final long PATIENCE_MILLIS = CoarseRollups.PATIENCE.toMillis();

    private static final int MOST_DUE = 5_000;
    /** Servers whose roll-ups are written in one transaction. */
    private static final int TOGETHER = 500;

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final OpenRollups open;
    private final CoarseRollups coarse;
    private final RollupTable table;
    private final RollupsFromSamples fromSamples;
    private final SampleWriter writer;

    /** One writes roll-ups at a time: this, or who closes their days. */
    private final ReentrantLock writing = new ReentrantLock();

    Rollups(
            Jdbi jdbi,
            InstantSource clock,
            OpenRollups open,
            CoarseRollups coarse,
            RollupTable table,
            RollupsFromSamples fromSamples,
            SampleWriter writer) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.open = open;
        this.coarse = coarse;
        this.table = table;
        this.fromSamples = fromSamples;
        this.writer = writer;
    }

    ReentrantLock writing() {
        return writing;
    }

    /** Whether roll-ups of a coarser tier are still to be made of those of a period, milliseconds since 1970. */
    boolean isWaitedFor(Tier finer, long from, long to) {
        writing.lock();
        try {
            return coarse.isWaitedFor(finer, from, to);
        } finally {
            writing.unlock();
        }
    }

    /** Looks for what every server's roll-ups lack, at the next {@link #write}. */
    void catchUp() {
        open.catchUp(jdbi.withHandle(db ->
                db.createQuery("SELECT id FROM server").mapTo(Integer.class).list()));
        writing.lock();
        try {
            coarse.catchUp();
        } finally {
            writing.unlock();
        }
    }

    /** Drops what is in memory of servers that are gone. */
    void forget(Collection<Integer> servers) {
        writing.lock();
        try {
            open.forget(servers);
            coarse.forget(servers);
        } finally {
            writing.unlock();
        }
    }

    /** Writes everything that is over. */
    void write() {
        writing.lock();
        try {
            long over = clock.millis() - PATIENCE_MILLIS;
            RollupDue.Some due = jdbi.withHandle(db -> RollupDue.oldest(db, over - FINEST.millis(), MOST_DUE));
            if (!due.ids().isEmpty()) {
                // what was stored before those marks is in memory then, and is written before they go
                writer.settled().join();
            }
            writeWork(open.take(over));
            writeDue(due);
            coarse.writeFinished();
        } finally {
            writing.unlock();
        }
    }

    private void writeWork(List<OpenRollup.Work> work) {
        List<OpenRollup.Work> left = new ArrayList<>(work);
        try {
            List<Integer> begun = work.stream()
                    .filter(OpenRollup.Work::fromTheLast)
                    .map(OpenRollup.Work::server)
                    .toList();
            SortedMap<Integer, RollupsFromSamples.OnDisk> known =
                    jdbi.<SortedMap<Integer, RollupsFromSamples.OnDisk>, SQLException>withHandle(
                            db -> fromSamples.onDisk(db, begun));
            known.forEach((server, onDisk) -> open.begin(server, onDisk.newest()));
            for (OpenRollup.Work one : work) {
                writeFromDisk(one, known);
            }
            for (int from = 0; from < work.size(); from += TOGETHER) {
                List<OpenRollup.Work> part = work.subList(from, Math.min(work.size(), from + TOGETHER));
                writeSeen(part);
                left.removeAll(new HashSet<>(part));
            }
        } catch (SQLException | RuntimeException e) {
            left.forEach(open::putBack);
            throw e instanceof RuntimeException fault ? fault : new IllegalStateException(e);
        }
    }

    /** Nearly always nothing of it is on disk; another process, or an answer that was lost, may have put it there. */
    private void writeSeen(List<OpenRollup.Work> work) throws SQLException {
        Made made = new Made(
                rows(work, OpenRollup.Work::fresh),
                rows(work, OpenRollup.Work::again),
                rows(work, OpenRollup.Work::hours));
        try {
            write(made, db -> {});
        } catch (SQLException e) {
            if (!SampleTable.DUPLICATE.equals(e.getSQLState())) {
                throw e;
            }
            write(made.maybeOnDisk(), db -> {});
        }
    }

    private static List<ServerRows> rows(List<OpenRollup.Work> work, Function<OpenRollup.Work, List<TierRow>> which) {
        return work.stream()
                .map(one -> new ServerRows(one.server(), which.apply(one)))
                .filter(one -> !one.rows().isEmpty())
                .toList();
    }

    private void writeFromDisk(OpenRollup.Work work, SortedMap<Integer, RollupsFromSamples.OnDisk> known)
            throws SQLException {
        NavigableSet<Long> wanted = new TreeSet<>(work.due());
        RollupsFromSamples.OnDisk onDisk = known.get(work.server());
        if (onDisk != null) {
            long over = clock.millis() - PATIENCE_MILLIS - FINEST.millis();
            for (long start = onDisk.from(); start <= onDisk.newest(); start += FINEST.millis()) {
                if (start <= over) {
                    wanted.add(start);
                } else {
                    open.later(work.server(), start);
                }
            }
        }
        for (NavigableSet<Long> run : RollupsFromSamples.runs(wanted)) {
            List<TierRow> rows = jdbi.withHandle(db -> fromSamples.of(db, work.server(), run));
            write(Made.fromDisk(List.of(new ServerRows(work.server(), rows))), db -> {});
        }
    }

    private void writeDue(RollupDue.Some due) {
        if (due.ids().isEmpty()) {
            return;
        }
        try {
            List<ServerRows> rows = new ArrayList<>();
            jdbi.useHandle(db -> due.byServer()
                    .forEach((server, intervals) ->
                            rows.add(new ServerRows(server, fromSamples.of(db, server, intervals)))));
            write(Made.fromDisk(rows), db -> RollupDue.delete(db, due.ids()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Roll-ups to be written.
     *
     * @param fresh five minutes of which there is nothing on disk
     * @param again five minutes of which there may be something
     * @param hours what some hours of theirs come to
     */
    private record Made(List<ServerRows> fresh, List<ServerRows> again, List<ServerRows> hours) {
        static Made fromDisk(List<ServerRows> rows) {
            return new Made(List.of(), rows, List.of());
        }

        Made maybeOnDisk() {
            return new Made(List.of(), fiveMinutes(), hours);
        }

        List<ServerRows> fiveMinutes() {
            return Stream.concat(fresh.stream(), again.stream()).toList();
        }
    }

    private interface Also {
        void run(Handle db);
    }

    /** Five minutes with all that is made of them and is over, as a whole. */
    private void write(Made made, Also also) throws SQLException {
        List<ServerRows> all = made.fiveMinutes();
        CoarseRollups.Raising raising = jdbi.<CoarseRollups.Raising, SQLException>withHandle(db -> {
            table.prepare(db, FINEST, times(all));
            table.prepare(db, Tier.HOUR, times(made.hours()));
            return db.<CoarseRollups.Raising, SQLException>inTransaction(transaction -> {
                table.add(transaction, FINEST, made.fresh());
                table.write(transaction, FINEST, made.again());
                CoarseRollups.Raising one = coarse.new Raising(transaction);
                one.raise(all, made.hours());
                also.run(transaction);
                return one;
            });
        });
        raising.committed();
    }

    private static Set<Long> times(List<ServerRows> rows) {
        Set<Long> times = new HashSet<>();
        rows.forEach(one -> one.rows().forEach(row -> times.add(row.at())));
        return times;
    }
}
