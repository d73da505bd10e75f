package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.cmm.server.fleet.Listing;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Alerts by hand on real tables, and the incidents that come of them. */
@Singleton
class DutyRoom {

    final Jdbi jdbi;
    private final Listing listing;
    private final InstantSource clock;

    DutyRoom(Jdbi jdbi, Listing listing, InstantSource clock) {
        this.jdbi = jdbi;
        this.listing = listing;
        this.clock = clock;
    }

    /** Alerts of other tests, and what came of them. */
    void forgetAlerts() {
        jdbi.useHandle(db -> db.execute("TRUNCATE alert, incident, incident_entry, incident_alert CASCADE"));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    int site() {
        return number("INSERT INTO site (name, zone) VALUES ('" + name() + "', 'Africa/Douala') RETURNING id");
    }

    int server() {
        return number("INSERT INTO server (code, name) VALUES ('%s', 'a machine') RETURNING id".formatted(name()));
    }

    int serverAt(int site) {
        int server = number("INSERT INTO server (code, name, site_id) VALUES ('%s', 'a machine', %d) RETURNING id"
                .formatted(name(), site));
        jdbi.useHandle(db -> db.execute(
                "INSERT INTO agent (server_id, fingerprint, version) VALUES (?, ?, 'test')", server, name()));
        return server;
    }

    long raise(int server, String rule, String severity, Instant at) {
        return jdbi.inTransaction(db -> {
            long alert = db.createQuery("""
                            INSERT INTO alert (server_id, rule, subject, severity, worst, value, raised_at, changed_at)
                            VALUES (:server, :rule, :subject, :severity, :severity, 1, :at, :at) RETURNING id
                            """)
                    .bind("server", server)
                    .bind("rule", rule)
                    .bind("subject", rule.equals("silent") ? "" : "system.cpu.utilization")
                    .bind("severity", severity)
                    .bind("at", at)
                    .mapTo(Long.class)
                    .one();
            change(db, alert, "raised", at);
            return alert;
        });
    }

    void move(long alert, String severity, Instant at) {
        jdbi.useTransaction(db -> {
            db.execute("UPDATE alert SET severity = ? WHERE id = ?", severity, alert);
            change(db, alert, "moved", at);
        });
    }

    void clear(long alert, Instant at) {
        jdbi.useTransaction(db -> {
            db.execute("UPDATE alert SET cleared_at = ?, cause = 'recovered' WHERE id = ?", at, alert);
            change(db, alert, "cleared", at);
        });
    }

    /** What CMM believes of a silence; kept as something settled, which the loop of outages leaves alone. */
    void believe(long alert, String cause, String confidence) {
        jdbi.useHandle(db -> db.execute("""
                INSERT INTO outage (server_id, from_at, until_at, alert_id, cause, confidence, provisional, judged_at)
                SELECT server_id, raised_at - interval '2 days', raised_at - interval '1 day', id, ?, ?, false, now()
                FROM alert WHERE id = ?
                ON CONFLICT (server_id, from_at) DO UPDATE SET cause = excluded.cause, confidence = excluded.confidence
                """, cause, confidence, alert));
    }

    /** What the timeline of a site's incident says of the cause, with a sign at what people were told of. */
    List<String> causesOfSite(int site) {
        return jdbi.withHandle(
                db -> db.createQuery("""
                        SELECT text || CASE WHEN audible THEN ' !' ELSE '' END FROM incident_entry
                        JOIN incident ON incident.id = incident_id
                        WHERE kind = 'cause' AND site_id = :site ORDER BY incident_entry.id
                        """).bind("site", site).mapTo(String.class).list());
    }

    /** A maintenance window of one server, once. */
    void window(int server, Instant from, int seconds) {
        var begin = from.atOffset(ZoneOffset.UTC);
        jdbi.useHandle(db -> db.execute("""
                INSERT INTO maintenance_window (reason, author, server_id, recurrence, start_at, length, zone, from_day,
                    created_at)
                VALUES ('a test', 'a test', ?, 'once', ?, make_interval(secs => ?), 'UTC', ?, now())
                """, server, begin.toLocalTime(), seconds, begin.toLocalDate()));
    }

    void depend(int server, int on) {
        jdbi.useHandle(db -> db.execute("UPDATE server SET depends_on = ? WHERE id = ?", on, server));
    }

    private static void change(Handle db, long alert, String kind, Instant at) {
        db.execute("""
                INSERT INTO alert_change (alert_id, kind, severity, at)
                SELECT id, ?, severity, ? FROM alert WHERE id = ?
                """, kind, at, alert);
    }

    /** What people are told about a server's incidents, in order, such as {@code opened warning}. */
    List<String> toldOfServer(int server) {
        return told("server_id = " + server);
    }

    List<String> toldOfSite(int site) {
        return told("site_id = " + site);
    }

    private List<String> told(String which) {
        return jdbi.withHandle(
                db -> db.createQuery("""
                        SELECT kind || ' ' || incident_entry.severity
                        FROM incident_entry JOIN incident ON incident.id = incident_id
                        WHERE audible AND held_back IS NULL AND %s ORDER BY incident_entry.id
                        """.formatted(which)).mapTo(String.class).list());
    }

    List<String> stages(int server) {
        return jdbi.withHandle(db -> db.createQuery("SELECT stage FROM incident WHERE server_id = :server ORDER BY id")
                .bind("server", server)
                .mapTo(String.class)
                .list());
    }

    int alertsWithoutIncident() {
        return number("""
                SELECT count(*) FROM alert WHERE NOT EXISTS (SELECT FROM incident_alert WHERE alert_id = alert.id)
                """);
    }

    private int number(String query) {
        int number =
                jdbi.withHandle(db -> db.createQuery(query).mapTo(Integer.class).one());
        listing.forget();
        return number;
    }

    private static String name() {
        return "x-" + UUID.randomUUID().toString().substring(0, 18);
    }
}
