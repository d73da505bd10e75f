package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cmm.core.history.Tier;
import org.cmm.server.history.RollupTable.Interval;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Hours and days, made of what is finer once they are over. The oldest of a server come first: after the end of the
 * process all after the newest on disk are made. Owned by whoever holds the lock of {@link Rollups}.
 */
@Singleton
class CoarseRollups {

    /**
     * An interval is over when its end has been over for so long, and a server whose samples come late is at its end
     * when it has said nothing for so long: agents deliver twice a minute.
     */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<Tier> TIERS = List.of(Tier.HOUR, Tier.DAY);
    /** Intervals that are made in one transaction. */
    private static final int TOGETHER = 500;

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final OpenRollups open;
    private final RollupTable table;

    /** Not over, or still being added to; they have parts on disk. */
    private final Set<CoarseInterval> unfinished = new HashSet<>();

    private record CoarseInterval(Tier tier, Interval interval) {
        int server() {
            return interval.server();
        }

        long end() {
            return interval.at() + tier.millis();
        }
    }

    CoarseRollups(Jdbi jdbi, InstantSource clock, OpenRollups open, RollupTable table) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.open = open;
        this.table = table;
    }

    /** Looks for what is missing on disk. */
    void catchUp() {
        for (Tier tier : TIERS) {
            table.unfinished(tier).forEach(interval -> unfinished.add(new CoarseInterval(tier, interval)));
        }
    }

    void forget(Collection<Integer> servers) {
        unfinished.removeIf(one -> servers.contains(one.server()));
    }

    /** Whether something of a coarser tier is still to be made of what lies from one time to before another. */
    boolean isWaitedFor(Tier finer, long from, long to) {
        return unfinished.stream()
                .anyMatch(one -> one.tier().finer().equals(Optional.of(finer))
                        && one.interval().at() < to
                        && one.end() > from);
    }

    /** Makes those whose end has come since their last part was written. */
    void writeFinished() {
        for (Tier tier : TIERS) {
            List<Interval> finished = unfinished.stream()
                    .filter(one -> one.tier() == tier && isFinished(one))
                    .map(CoarseInterval::interval)
                    .sorted(Comparator.comparingLong(Interval::at))
                    .toList();
            for (int from = 0; from < finished.size(); from += TOGETHER) {
                write(tier, Set.copyOf(finished.subList(from, Math.min(finished.size(), from + TOGETHER))));
            }
        }
    }

    private void write(Tier tier, Set<Interval> finished) {
        try {
            Raising raising = jdbi.<Raising, SQLException>withHandle(db -> {
                table.prepare(db, tier, finished.stream().map(Interval::at).collect(Collectors.toSet()));
                return db.<Raising, SQLException>inTransaction(transaction -> {
                    Raising one = new Raising(transaction);
                    one.raise(tier, finished);
                    return one;
                });
            });
            raising.committed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** More of it may come while its server delivers samples of its time, be they of now or of last week. */
    private boolean isFinished(CoarseInterval one) {
        long over = clock.millis() - PATIENCE.toMillis();
        return one.end() <= over && !open.isWithin(one.server(), one.interval().at(), one.end(), over);
    }

    /** What is made in one transaction; it is known here once that is committed. */
    final class Raising {

        private final Handle db;
        private final Set<CoarseInterval> done = new HashSet<>();
        private final Set<CoarseInterval> later = new HashSet<>();

        Raising(Handle db) {
            this.db = db;
        }

        /** Writes hours that are made, and makes what else came of these five minutes and is over. */
        void raise(List<ServerRows> fiveMinutes, List<ServerRows> hours) throws SQLException {
            Set<Interval> made = intervals(Tier.HOUR, hours);
            table.write(db, Tier.HOUR, hours);
            done(Tier.HOUR, made);
            Set<Interval> others = intervals(Tier.HOUR, fiveMinutes);
            others.removeAll(made);
            raise(Tier.HOUR, others);
            raise(Tier.DAY, intervals(Tier.DAY, hours));
        }

        private void raise(Tier tier, Set<Interval> touched) throws SQLException {
            Set<Interval> finished = new HashSet<>();
            for (Interval interval : withEarlier(tier, touched)) {
                CoarseInterval one = new CoarseInterval(tier, interval);
                if (isFinished(one)) {
                    finished.add(interval);
                } else {
                    later.add(one);
                }
            }
            if (!finished.isEmpty()) {
                List<ServerRows> made = table.madeOf(db, tier, finished);
                table.write(db, tier, made);
                done(tier, finished);
                if (tier.coarser().isPresent()) {
                    raise(tier.coarser().get(), intervals(tier.coarser().get(), made));
                }
            }
        }

        /** None of a server may be left out before one that is made. */
        private Set<Interval> withEarlier(Tier tier, Set<Interval> touched) {
            Map<Integer, Long> newest = new HashMap<>();
            touched.forEach(interval -> newest.merge(interval.server(), interval.at(), Math::max));
            Set<Interval> all = new HashSet<>(touched);
            unfinished.stream()
                    .filter(one -> one.tier() == tier && !done.contains(one))
                    .map(CoarseInterval::interval)
                    .filter(one -> one.at() < newest.getOrDefault(one.server(), Long.MIN_VALUE))
                    .forEach(all::add);
            return all;
        }

        private void done(Tier tier, Set<Interval> intervals) {
            intervals.forEach(interval -> done.add(new CoarseInterval(tier, interval)));
        }

        void committed() {
            unfinished.removeAll(done);
            unfinished.addAll(later);
        }
    }

    private static Set<Interval> intervals(Tier tier, List<ServerRows> parts) {
        Set<Interval> intervals = new HashSet<>();
        parts.forEach(
                one -> one.rows().forEach(row -> intervals.add(new Interval(one.server(), tier.start(row.at())))));
        return intervals;
    }
}
