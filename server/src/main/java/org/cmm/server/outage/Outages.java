package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.cmm.core.outage.Confidence;
import org.cmm.core.outage.SiteVerdict;
import org.cmm.core.outage.Span;
import org.jdbi.v3.core.Jdbi;

/** Outages of servers, for whoever wants to know why a machine was silent. */
@Singleton
public class Outages {

    private final Jdbi jdbi;
    private final OutageTable table;

    Outages(Jdbi jdbi, OutageTable table) {
        this.jdbi = jdbi;
        this.table = table;
    }

    public Optional<StoredOutage> find(long id) {
        return table.find(id);
    }

    /** The one that lasts. */
    public Optional<StoredOutage> open(int server) {
        return jdbi.withHandle(
                handle -> handle.createQuery(OutageTable.SELECT + "WHERE server_id = :server AND until_at IS NULL")
                        .bind("server", server)
                        .map(table::outage)
                        .findOne());
    }

    /** The one that held at this time, its first and its last moment included. */
    public Optional<StoredOutage> at(int server, Instant time) {
        return jdbi.withHandle(handle -> handle.createQuery(OutageTable.SELECT + """
                                WHERE server_id = :server AND from_at <= :at AND (until_at IS NULL OR until_at >= :at)
                                ORDER BY from_at DESC LIMIT 1
                                """)
                .bind("server", server)
                .bind("at", time)
                .map(table::outage)
                .findOne());
    }

    /** The newest of a server, newest first. */
    public List<StoredOutage> newest(int server, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        OutageTable.SELECT + "WHERE server_id = :server ORDER BY from_at DESC LIMIT :most")
                .bind("server", server)
                .bind("most", most)
                .map(table::outage)
                .list());
    }

    /** What the silences of these alerts were lost to, a person's word above CMM's; those not yet kept are left out. */
    public Map<Long, SiteVerdict> verdicts(Collection<Long> alerts) {
        if (alerts.isEmpty()) {
            return Map.of();
        }
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                OutageTable.SELECT_BARE + "WHERE alert_id = ANY (:alerts) ORDER BY from_at, id")
                        .bindArray("alerts", Long.class, alerts)
                        .map(table::outage)
                        .list())
                .stream()
                .collect(Collectors.toMap(
                        outage -> Objects.requireNonNull(outage.alert()), Outages::verdict, (_, later) -> later));
    }

    private static SiteVerdict verdict(StoredOutage outage) {
        return new SiteVerdict(
                outage.cause(),
                outage.corrected().isPresent()
                        ? Confidence.CERTAIN
                        : outage.verdict().confidence());
    }

    /** Those that these alerts about silence are about, oldest first. */
    List<StoredOutage> ofAlerts(Collection<Long> alerts) {
        return jdbi.withHandle(
                handle -> handle.createQuery(OutageTable.SELECT + "WHERE alert_id = ANY (:alerts) ORDER BY from_at, id")
                        .bindArray("alerts", Long.class, alerts)
                        .map(table::outage)
                        .list());
    }

    /** Those that lasted at this time or later, the newest first. */
    List<StoredOutage> since(Instant time, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(OutageTable.SELECT + """
                                WHERE until_at IS NULL OR until_at > :time ORDER BY from_at DESC, id DESC LIMIT :most
                                """)
                .bind("time", time)
                .bind("most", most)
                .map(table::outage)
                .list());
    }

    /** Those of these servers that overlap the span, oldest first. */
    List<StoredOutage> during(Collection<Integer> servers, Span span) {
        return jdbi.withHandle(handle -> handle.createQuery(OutageTable.SELECT + """
                                WHERE server_id = ANY (:servers) AND from_at < :to
                                    AND (until_at IS NULL OR until_at > :from)
                                ORDER BY from_at, id
                                """)
                .bindArray("servers", Integer.class, servers)
                .bind("from", span.from())
                .bind("to", span.to())
                .map(table::outage)
                .list());
    }

    /** The same, one after another and without what speaks for them: all that availability needs. */
    void eachDuring(Collection<Integer> servers, Span span, BiConsumer<Integer, StoredOutage> reader) {
        jdbi.useHandle(handle -> handle.createQuery(OutageTable.SELECT_BARE + """
                                WHERE server_id = ANY (:servers) AND from_at < :to
                                    AND (until_at IS NULL OR until_at > :from)
                                """)
                .bindArray("servers", Integer.class, servers)
                .bind("from", span.from())
                .bind("to", span.to())
                .map(table::outage)
                .forEach(outage -> reader.accept(outage.serverId(), outage)));
    }

    /** How many of these servers fell silent within the span. */
    int countBegunWithin(Collection<Integer> servers, Span span) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(DISTINCT server_id) FROM outage
                        WHERE from_at >= :from AND from_at < :to AND server_id = ANY (:servers)
                        """)
                .bindArray("servers", Integer.class, servers)
                .bind("from", span.from())
                .bind("to", span.to())
                .mapTo(Integer.class)
                .one());
    }

    /** Those of these servers that began within the span. */
    List<StoredOutage> begunWithin(Collection<Integer> servers, Span span) {
        return jdbi.withHandle(handle -> handle.createQuery(OutageTable.SELECT + """
                                WHERE server_id = ANY (:servers) AND from_at >= :from AND from_at < :to
                                ORDER BY from_at, id
                                """)
                .bindArray("servers", Integer.class, servers)
                .bind("from", span.from())
                .bind("to", span.to())
                .map(table::outage)
                .list());
    }
}
