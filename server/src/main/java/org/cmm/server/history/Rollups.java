package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.core.history.Tier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the roll-ups as the samples are. Five minutes come from memory, or from disk where memory did not see all of
 * their samples; the coarser tiers are made in the same transaction once they are over. So what is on disk is right
 * after any end of the process, up to the newest roll-up of each server, from where {@link #catchUp} goes on.
 */
@Singleton
class Rollups {

    private static final Logger LOG = Logger.getLogger(Rollups.class);
    /** A roll-up is on disk this long after its end at the latest. */
    static final Duration UNTIL_ROLLED = Duration.ofSeconds(90);

    private static final Tier FINEST = Tier.FIVE_MINUTES;

    /**
     * An interval without news from a later one is written when it has been over for so long: agents deliver twice a
     * minute.
     */
    private static final long PATIENCE_MILLIS = 30_000;

    private static final int MOST_DUE = 5_000;
    /** Servers whose roll-ups are written in one transaction. */
    private static final int TOGETHER = 500;

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final OpenRollups open;
    private final RollupTable table;
    private final RollupsFromSamples fromSamples;
    private final SampleWriter writer;

    /** Of the coarser tiers, intervals that are not over and have parts on disk; owned by the lock. */
    private final Set<CoarseInterval> unfinished = new HashSet<>();
    /** One writes roll-ups at a time: this, or who closes their days. */
    private final ReentrantLock writing = new ReentrantLock();

    private record CoarseInterval(Tier tier, RollupTable.Interval interval) {}

    Rollups(
            Jdbi jdbi,
            InstantSource clock,
            OpenRollups open,
            RollupTable table,
            RollupsFromSamples fromSamples,
            SampleWriter writer) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.open = open;
        this.table = table;
        this.fromSamples = fromSamples;
        this.writer = writer;
    }

    ReentrantLock writing() {
        return writing;
    }

    /** Looks for what every server's roll-ups lack, at the next {@link #write}. */
    void catchUp() {
        open.catchUp(jdbi.withHandle(db ->
                db.createQuery("SELECT id FROM server").mapTo(Integer.class).list()));
        writing.lock();
        try {
            for (Tier tier : List.of(Tier.HOUR, Tier.DAY)) {
                table.unfinished(tier).forEach(interval -> unfinished.add(new CoarseInterval(tier, interval)));
            }
        } finally {
            writing.unlock();
        }
    }

    /** Drops what is in memory of servers that are gone. */
    void forget(Collection<Integer> servers) {
        writing.lock();
        try {
            open.forget(servers);
            unfinished.removeIf(one -> servers.contains(one.interval().server()));
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
            writeFinished(over);
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
        Set<RollupTable.Interval> hours = touched(Tier.HOUR, made.hours());
        Set<RollupTable.Interval> others = touched(Tier.HOUR, all);
        others.removeAll(hours);
        Set<CoarseInterval> later = new HashSet<>();
        jdbi.<SQLException>useHandle(db -> {
            table.prepare(db, FINEST, times(all));
            table.prepare(db, Tier.HOUR, times(made.hours()));
            db.<SQLException>useTransaction(transaction -> {
                table.add(transaction, FINEST, made.fresh());
                table.write(transaction, FINEST, made.again());
                table.write(transaction, Tier.HOUR, made.hours());
                raise(transaction, Tier.DAY, touched(Tier.DAY, made.hours()), later);
                raise(transaction, Tier.HOUR, others, later);
                also.run(transaction);
            });
        });
        hours.forEach(hour -> unfinished.remove(new CoarseInterval(Tier.HOUR, hour)));
        unfinished.addAll(later);
    }

    /** Makes what is over of these intervals and, in turn, what is made of them. */
    private void raise(Handle db, Tier tier, Set<RollupTable.Interval> touched, Set<CoarseInterval> later)
            throws SQLException {
        long over = clock.millis() - PATIENCE_MILLIS - tier.millis();
        Set<RollupTable.Interval> finished = new HashSet<>();
        for (RollupTable.Interval interval : touched) {
            if (interval.at() <= over) {
                finished.add(interval);
            } else {
                later.add(new CoarseInterval(tier, interval));
            }
        }
        if (!finished.isEmpty()) {
            List<ServerRows> made = table.madeOf(db, tier, finished);
            table.write(db, tier, made);
            if (tier.coarser().isPresent()) {
                raise(db, tier.coarser().get(), touched(tier.coarser().get(), made), later);
            }
        }
    }

    private static Set<RollupTable.Interval> touched(Tier tier, List<ServerRows> parts) {
        Set<RollupTable.Interval> touched = new HashSet<>();
        parts.forEach(one ->
                one.rows().forEach(row -> touched.add(new RollupTable.Interval(one.server(), tier.start(row.at())))));
        return touched;
    }

    private static Set<Long> times(List<ServerRows> rows) {
        Set<Long> times = new HashSet<>();
        rows.forEach(one -> one.rows().forEach(row -> times.add(row.at())));
        return times;
    }

    /**
     * Hours and days whose end has come since their last part was written, the oldest first: after the end of the
     * process all after the newest on disk are made.
     */
    private void writeFinished(long over) {
        for (Tier tier : List.of(Tier.HOUR, Tier.DAY)) {
            List<CoarseInterval> finished = unfinished.stream()
                    .filter(one -> one.tier() == tier && one.interval().at() + tier.millis() <= over)
                    .sorted(Comparator.comparingLong(one -> one.interval().at()))
                    .toList();
            for (int from = 0; from < finished.size(); from += TOGETHER) {
                writeCoarse(tier, finished.subList(from, Math.min(finished.size(), from + TOGETHER)));
            }
        }
    }

    private void writeCoarse(Tier tier, List<CoarseInterval> finished) {
        Set<RollupTable.Interval> wanted =
                finished.stream().map(CoarseInterval::interval).collect(Collectors.toSet());
        Set<CoarseInterval> later = new HashSet<>();
        try {
            jdbi.<SQLException>useHandle(db -> {
                table.prepare(
                        db, tier, wanted.stream().map(RollupTable.Interval::at).toList());
                db.<SQLException>useTransaction(transaction -> raise(transaction, tier, wanted, later));
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        unfinished.removeAll(new HashSet<>(finished));
        unfinished.addAll(later);
    }
}
