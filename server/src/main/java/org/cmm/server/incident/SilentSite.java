package org.cmm.server.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.SiteSilence;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/**
 * Silences of one site that belong to no incident yet.
 *
 * @param id of the site; empty for a machine without one, which is by itself
 * @param watched how many of its machines are under watch and were heard before
 * @param joined how many silences the site's open incident holds
 * @param silences oldest first
 */
record SilentSite(Optional<Integer> id, int watched, int joined, List<Silence> silences) {

    /**
     * A silence.
     *
     * @param depends whether its machine depends on another one, which may be about to fall silent, too
     */
    record Silence(long alert, int server, boolean depends, Severity severity, Instant raisedAt) {}

    SiteSilence.Verdict verdict(List<Silence> waiting, Instant now) {
        Silence first = waiting.getFirst();
        if (first.depends() && now.isBefore(first.raisedAt().plus(SiteSilence.TOGETHER))) {
            return SiteSilence.Verdict.WAIT;
        }
        if (id.isEmpty()) {
            return SiteSilence.Verdict.MACHINE;
        }
        return new SiteSilence(watched, waiting.stream().map(Silence::raisedAt).toList(), joined).verdict(now);
    }

    /** A machine whose silence has an incident of its own was silent before, and so says nothing of the site. */
    static List<SilentSite> waiting(Handle db) {
        Map<Integer, List<Silence>> bySite = db.createQuery("""
                        SELECT coalesce(site_id, -alert.server_id) AS site, alert.id, alert.server_id, depends_on IS NOT NULL AS depends,
                               alert.severity, raised_at
                        FROM alert JOIN server ON server.id = alert.server_id
                        WHERE rule = 'silent' AND cleared_at IS NULL
                            AND NOT EXISTS (SELECT FROM incident_alert WHERE alert_id = alert.id)
                        ORDER BY raised_at, alert.id
                        """).reduceRows(new LinkedHashMap<>(), (all, row) -> {
            all.computeIfAbsent(row.getColumn("site", Integer.class), site -> new ArrayList<>())
                    .add(silence(row));
            return all;
        });
        return bySite.entrySet().stream()
                .map(entry -> of(db, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SilentSite of(Handle db, int site, List<Silence> silences) {
        if (site < 0) {
            return new SilentSite(Optional.empty(), 0, 0, silences);
        }
        return new SilentSite(Optional.of(site), watched(db, site), joined(db, site), silences);
    }

    private static int watched(Handle db, int site) {
        return db.createQuery("""
                        SELECT count(*) FROM server JOIN agent ON agent.server_id = server.id
                        WHERE site_id = :site AND retired_at IS NULL
                            AND NOT EXISTS (
                                SELECT FROM alert JOIN incident_alert ON alert_id = alert.id
                                    JOIN incident ON incident.id = incident_id
                                WHERE alert.server_id = server.id AND rule = 'silent' AND cleared_at IS NULL
                                    AND incident.server_id = server.id)
                        """).bind("site", site).mapTo(Integer.class).one();
    }

    private static int joined(Handle db, int site) {
        return db.createQuery("""
                        SELECT count(*) FROM incident JOIN incident_alert ON incident_id = incident.id
                        WHERE site_id = :site AND stage <> 'closed' AND firing
                        """).bind("site", site).mapTo(Integer.class).one();
    }

    static Instant raisedAt(Handle db, long alert) {
        return db.createQuery("SELECT raised_at FROM alert WHERE id = :alert")
                .bind("alert", alert)
                .mapTo(Instant.class)
                .one();
    }

    private static Silence silence(RowView row) {
        return new Silence(
                row.getColumn("id", Long.class),
                row.getColumn("server_id", Integer.class),
                row.getColumn("depends", Boolean.class),
                Spelling.stored(Severity.class, row.getColumn("severity", String.class)),
                row.getColumn("raised_at", Instant.class));
    }
}
