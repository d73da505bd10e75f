package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.cmm.core.history.Tier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of what is older than its tier is kept, a whole partition at a time: the files go, no row is looked at. Makes
 * the partitions of the days to come.
 */
@Singleton
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private static final Duration LATELY = Duration.ofSeconds(10);

    private record Known(Map<Tier, Duration> kept, Instant at) {}

    /** Whether roll-ups are still to be made of what a tier has from one time to before another, in milliseconds. */
    interface Needed {
        boolean is(Tier tier, long from, long to);
    }

    private volatile @Nullable Known known;
    private final Jdbi jdbi;
    private final InstantSource clock;
    private final HistoryTables tables;

    Retention(Jdbi jdbi, InstantSource clock, HistoryTables tables) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.tables = tables;
    }

    /** How long a tier is kept. */
    static Duration of(Handle db, Tier tier) {
        return Duration.ofDays(db.createQuery("SELECT days FROM history_retention WHERE tier = :tier")
                .bind("tier", word(tier))
                .mapTo(Integer.class)
                .one());
    }

    /** As {@link #of}, as it was some seconds ago at most: charts ask all the time. */
    Duration lately(Tier tier) {
        Known now = known;
        if (now == null || now.at().plus(LATELY).isBefore(clock.instant())) {
            Map<Tier, Duration> kept = new EnumMap<>(Tier.class);
            jdbi.useHandle(db -> {
                for (Tier each : Tier.values()) {
                    kept.put(each, of(db, each));
                }
            });
            now = new Known(kept, clock.instant());
            known = now;
        }
        return Objects.requireNonNull(now.kept().get(tier));
    }

    /** The tier's name in the table. */
    static String word(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Drops what is too old. A partition that somebody works with is left until the next time, and so is one that rows
     * came into less than {@code quiet} ago or whose roll-ups are not made: what belongs together comes within minutes.
     */
    void apply(Duration quiet, Needed needed) {
        for (TierTables each : tables.all()) {
            Instant oldest = clock.instant().minus(jdbi.withHandle(db -> of(db, each.tier())));
            drop(
                    each.rows(),
                    oldest,
                    first -> each.rows().quiet(first).compareTo(quiet) >= 0
                            && rolledUp(each.tier(), first, each.rows().period().next(first), needed));
            drop(each.blocks(), oldest, first -> true);
        }
    }

    private boolean rolledUp(Tier tier, LocalDate first, LocalDate next, Needed needed) {
        Instant from = Partitions.instant(first);
        Instant to = Partitions.instant(next);
        boolean marked = tier == Tier.SAMPLES && jdbi.withHandle(db -> RollupDue.isDue(db, from, to));
        return !marked && !needed.is(tier, from.toEpochMilli(), to.toEpochMilli());
    }

    /** Makes the partitions of the next two days, months and years, so that nobody waits for them at midnight. */
    void prepare() throws SQLException {
        jdbi.<SQLException>useHandle(db -> {
            for (TierTables each : tables.all()) {
                prepare(db.getConnection(), each.rows());
            }
        });
    }

    private void prepare(Connection connection, Partitions partitions) throws SQLException {
        LocalDate now = partitions.period().first(clock.millis());
        LocalDate next = partitions.period().next(now);
        for (LocalDate first : List.of(now, next, partitions.period().next(next))) {
            partitions.ensure(connection, Partitions.instant(first).toEpochMilli());
        }
    }

    /** Who holds one of them holds them all up, so no other is waited for after the first in vain. */
    private void drop(Partitions partitions, Instant oldest, Predicate<LocalDate> mayGo) {
        long dropped = jdbi.withHandle(partitions::existing).stream()
                .filter(first ->
                        !Partitions.instant(partitions.period().next(first)).isAfter(oldest))
                .filter(mayGo)
                .takeWhile(first -> drop(partitions, first))
                .count();
        if (dropped > 0) {
            LOG.infof("%s: %d partitions were kept long enough and are gone", partitions.table(), dropped);
        }
    }

    private boolean drop(Partitions partitions, LocalDate first) {
        try {
            jdbi.<SQLException>useHandle(db -> {
                try (Statement statement = db.getConnection().createStatement()) {
                    Transaction.run(db.getConnection(), () -> {
                        statement.execute(Locks.BRIEFLY);
                        statement.execute("DROP TABLE IF EXISTS " + partitions.table(first));
                    });
                }
            });
            return true;
        } catch (SQLException e) {
            LOG.debugf(e, "%s goes another time", partitions.table(first));
            return false;
        } finally {
            // a lost answer to the commit leaves open whether it is still there
            partitions.forget(first);
        }
    }
}
