package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Remedy;
import org.cmm.core.outage.SiteVerdict;
import org.cmm.server.outage.Outages;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps on the timelines of silences what they were probably lost to, as often as that is revised. */
@Singleton
class IncidentCauses {

    /** So long after its end a silence may still get proof that was on its way. */
    private static final Duration REVISED_FOR = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Outages outages;
    private final IncidentTimeline timeline;

    IncidentCauses(Jdbi jdbi, Outages outages, IncidentTimeline timeline) {
        this.jdbi = jdbi;
        this.outages = outages;
        this.timeline = timeline;
    }

    /** The newest silence of each machine of one incident, and what its timeline said last. */
    private record Silent(long incident, List<Long> alerts, Optional<SiteVerdict> believed) {}

    void follow(HoldBacks holdBacks, Instant now) {
        Map<Long, Silent> silent = jdbi.withHandle(db -> silent(db, now));
        Map<Long, SiteVerdict> verdicts = outages.verdicts(
                silent.values().stream().flatMap(one -> one.alerts().stream()).toList());
        silent.values().forEach(one -> together(one.alerts(), verdicts)
                .filter(verdict -> isNews(verdict, one.believed()))
                .ifPresent(verdict -> jdbi.useTransaction(db -> write(db, one, verdict, holdBacks, now))));
    }

    /** What all of them were lost to together; empty while nobody has judged any. */
    static Optional<SiteVerdict> together(Collection<Long> alerts, Map<Long, SiteVerdict> verdicts) {
        List<SiteVerdict> known =
                alerts.stream().map(verdicts::get).filter(Objects::nonNull).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(SiteVerdict.of(known));
    }

    /** Nobody is told that nothing is known, unless something was. */
    private static boolean isNews(SiteVerdict verdict, Optional<SiteVerdict> believed) {
        return believed.map(before -> before.cause() != verdict.cause()
                        || (verdict.cause() != Cause.UNKNOWN && !before.equals(verdict)))
                .orElse(verdict.cause() != Cause.UNKNOWN);
    }

    /** Whoever comes second sees the other's line once the incident is theirs. */
    private void write(Handle db, Silent one, SiteVerdict verdict, HoldBacks holdBacks, Instant now) {
        KnownIncident known = IncidentTable.find(db, one.incident()).orElseThrow();
        List<Belief> earlier = beliefs(db, one.incident(), false);
        Optional<SiteVerdict> before = earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(earlier.getLast().now());
        if (!isNews(verdict, before)) {
            return;
        }
        Remedy remedy = Remedy.of(verdict.cause());
        boolean newsworthy = before.filter(told -> Remedy.of(told.cause()).isOverturnedBy(verdict))
                        .isPresent()
                && beliefs(db, one.incident(), true).stream()
                        .noneMatch(told -> Remedy.of(told.now().cause()) == remedy);
        known.incident().believe(new Belief(verdict, before).text(), newsworthy, now, holdBacks.of(known.scope()));
        timeline.add(db, one.incident(), known.incident().entries());
    }

    /** @param told only those that people were told of by themselves */
    private static List<Belief> beliefs(Handle db, long incident, boolean told) {
        return db.createQuery("""
                        SELECT text FROM incident_entry
                        WHERE incident_id = :incident AND kind = 'cause' AND (audible OR NOT :told) ORDER BY id
                        """)
                .bind("incident", incident)
                .bind("told", told)
                .mapTo(String.class)
                .map(Belief::read)
                .list();
    }

    private static Map<Long, Silent> silent(Handle db, Instant now) {
        return db.createQuery("""
                        SELECT id, array_agg(newest) AS alerts,
                               (SELECT text FROM incident_entry WHERE incident_id = silent.id AND kind = 'cause'
                                ORDER BY incident_entry.id DESC LIMIT 1) AS believed
                        FROM (SELECT incident.id, max(alert.id) AS newest
                              FROM incident JOIN incident_alert ON incident_alert.incident_id = incident.id
                                  JOIN alert ON alert.id = alert_id AND rule = 'silent'
                              WHERE stage <> 'closed' OR resolved_at > :since
                              GROUP BY incident.id, alert.server_id) AS silent
                        GROUP BY id ORDER BY id
                        """)
                .bind("since", now.minus(REVISED_FOR))
                .reduceRows(new LinkedHashMap<>(), (all, row) -> {
                    long id = row.getColumn("id", Long.class);
                    String believed = row.getColumn("believed", String.class);
                    all.put(
                            id,
                            new Silent(
                                    id,
                                    List.of(row.getColumn("alerts", Long[].class)),
                                    Optional.ofNullable(believed)
                                            .map(text -> Belief.read(text).now())));
                    return all;
                });
    }
}
