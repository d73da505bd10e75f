package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cmm.core.history.Tier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** When servers were measured, whether that lies in rows or in blocks. */
@Singleton
public class SampleTimes {

    private final Jdbi jdbi;
    private final HistoryTables tables;
    private final ClosedSamples closed;
    private final InstantSource clock;

    SampleTimes(Jdbi jdbi, HistoryTables tables, ClosedSamples closed, InstantSource clock) {
        this.jdbi = jdbi;
        this.tables = tables;
        this.closed = closed;
        this.clock = clock;
    }

    /** The day of UTC that the newest sample is of. */
    public Optional<LocalDate> newestDay() {
        return jdbi.withHandle(db -> Stream.concat(
                        days(db, tables.samples().rows()),
                        days(db, tables.samples().blocks()))
                .max(Comparator.naturalOrder()));
    }

    /** Days that hold something: partitions are made ahead of their time. */
    private static Stream<LocalDate> days(Handle db, Partitions partitions) {
        return partitions.existing(db).reversed().stream()
                .filter(day -> db.createQuery("SELECT EXISTS (SELECT FROM %s)".formatted(partitions.table(day)))
                        .mapTo(Boolean.class)
                        .one())
                .limit(1);
    }

    /** When samples of one server were taken, from the last before {@code from} to the first after {@code to}. */
    public List<Instant> around(int server, Instant from, Instant to) {
        return jdbi.withHandle(db -> {
            TreeSet<Long> times = new TreeSet<>(closed.times(db, server, from.toEpochMilli(), to.toEpochMilli()));
            closed.before(db, server, from.toEpochMilli()).ifPresent(times::add);
            closed.after(db, server, to.toEpochMilli()).ifPresent(times::add);
            openAround(db, server, from, to).forEach(time -> times.add(time.toEpochMilli()));
            Long first = times.lower(from.toEpochMilli());
            Long last = times.higher(to.toEpochMilli());
            return times
                    .subSet(
                            first == null ? from.toEpochMilli() : first,
                            true,
                            last == null ? to.toEpochMilli() : last,
                            true)
                    .stream()
                    .map(Instant::ofEpochMilli)
                    .toList();
        });
    }

    /**
     * The last sample of a server before {@code at} and not before {@code earliest}, in milliseconds since 1970. Nearly
     * always there is one within the hour, and a short look concerns few partitions.
     */
    OptionalLong before(Handle db, int server, long at, long earliest) {
        long near = Math.max(earliest, at - Tier.HOUR.millis());
        OptionalLong found = look(db, server, at, near);
        return found.isPresent() || near == earliest ? found : look(db, server, near, earliest);
    }

    private OptionalLong look(Handle db, int server, long at, long earliest) {
        Optional<Instant> open = db.createQuery("""
                        SELECT at FROM open_sample
                        WHERE server_id = :server AND at < :at AND at >= :earliest ORDER BY at DESC LIMIT 1
                        """)
                .bind("server", server)
                .bind("at", Instant.ofEpochMilli(at))
                .bind("earliest", Instant.ofEpochMilli(earliest))
                .mapTo(Instant.class)
                .findOne();
        OptionalLong inBlocks = mayBeClosed(Instant.ofEpochMilli(earliest))
                ? closed.before(db, server, at, earliest)
                : OptionalLong.empty();
        return LongStream.concat(open.stream().mapToLong(Instant::toEpochMilli), inBlocks.stream())
                .max();
    }

    private static List<Instant> openAround(Handle db, int server, Instant from, Instant to) {
        return db.createQuery("""
                        SELECT at FROM open_sample WHERE server_id = :server
                            AND at >= coalesce((SELECT at FROM open_sample WHERE server_id = :server AND at < :from
                                                ORDER BY at DESC LIMIT 1), :from)
                            AND at <= coalesce((SELECT at FROM open_sample WHERE server_id = :server AND at > :to
                                                ORDER BY at LIMIT 1), :to)
                        ORDER BY at
                        """)
                .bind("server", server)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Instant.class)
                .list();
    }

    /** Which of these servers have a sample from {@code from} to {@code to}. */
    public Set<Integer> measuredBetween(Collection<Integer> servers, Instant from, Instant to) {
        return jdbi.withHandle(db -> {
            Set<Integer> measured = db.createQuery("""
                            SELECT id FROM unnest(:servers) AS wanted (id) WHERE EXISTS (
                                SELECT 1 FROM open_sample WHERE server_id = wanted.id AND at >= :from AND at <= :to)
                            """)
                    .bindArray("servers", Integer.class, servers)
                    .bind("from", from)
                    .bind("to", to)
                    .mapTo(Integer.class)
                    .collect(Collectors.toSet());
            if (mayBeClosed(from)) {
                servers.stream()
                        .filter(server -> !measured.contains(server))
                        .filter(server -> !closed.times(db, server, from.toEpochMilli(), to.toEpochMilli())
                                .isEmpty())
                        .forEach(measured::add);
            }
            return measured;
        });
    }

    /** When each of these servers was first measured; those that never were are left out. */
    public Map<Integer, Instant> firstOfEach(Collection<Integer> servers) {
        return jdbi.withHandle(db -> {
            Map<Integer, Instant> first = closed.firstOfEach(db, servers);
            db.createQuery("""
                            SELECT id, first.at FROM unnest(:servers) AS wanted (id) CROSS JOIN LATERAL (
                                SELECT at FROM open_sample WHERE server_id = wanted.id ORDER BY at LIMIT 1) first
                            """)
                    .bindArray("servers", Integer.class, servers)
                    .map((row, context) -> first.merge(
                            row.getInt(1),
                            row.getTimestamp(2).toInstant(),
                            (one, other) -> one.isBefore(other) ? one : other))
                    .list();
            return first;
        });
    }

    /** Whether a day may be in blocks by now; of what is younger nobody needs to look. */
    boolean mayBeClosed(Instant time) {
        return time.isBefore(clock.instant().minus(Compaction.GRACE));
    }
}
