package org.cmm.server.calibration;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.core.outage.Span;
import org.cmm.core.random.Law;
import org.cmm.core.random.RandomStream;
import org.cmm.server.fleet.Listing;
import org.cmm.server.history.Layouts;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.SampleWriter;
import org.cmm.server.history.Submission;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Machines with a past on real tables, as months of watching would leave it. */
@Singleton
class Records {

    static final Duration WATCHED = Duration.ofDays(270);

    private final Jdbi jdbi;
    private final SampleWriter disk;
    private final Layouts layouts;
    private final Listing listing;
    private final Instant now;

    Records(Jdbi jdbi, SampleWriter disk, Layouts layouts, Listing listing, InstantSource clock) {
        this.jdbi = jdbi;
        this.disk = disk;
        this.layouts = layouts;
        this.listing = listing;
        this.now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Instant start() {
        return now.minus(WATCHED);
    }

    Instant now() {
        return now;
    }

    int site() {
        return insert(
                "INSERT INTO site (name, zone) VALUES (?, 'Africa/Douala') RETURNING id", "site " + UUID.randomUUID());
    }

    int demoSite() {
        return insert(
                "INSERT INTO site (name, zone, demo) VALUES (?, 'Africa/Douala', true) RETURNING id",
                "site " + UUID.randomUUID());
    }

    /** A machine that was measured for the first time when all began. */
    int machine(int site) {
        return machine(site, false);
    }

    int demoMachine(int site) {
        return machine(site, true);
    }

    private int machine(int site, boolean demo) {
        String code = "srv-" + UUID.randomUUID().toString().substring(0, 8);
        int server = insert(
                "INSERT INTO server (code, name, site_id, demo) VALUES (?, ?, ?, ?) RETURNING id",
                code,
                code,
                site,
                demo);
        SampleRows first = new SampleRows(
                server,
                layouts.of(List.of(Series.of(Metrics.UPTIME)), new int[] {0}),
                new long[] {start().toEpochMilli()},
                new double[] {60});
        if (!(disk.submit(first) instanceof Submission.Queued(var stored))) {
            throw new IllegalStateException("the writer is full");
        }
        stored.join();
        listing.forget();
        return server;
    }

    void outage(int server, String cause, Instant from, @Nullable Instant until) {
        outage(server, cause, from, until, null);
    }

    void outage(int server, String cause, Instant from, @Nullable Instant until, @Nullable Integer siteOutage) {
        jdbi.useHandle(db -> db.createUpdate("""
                        INSERT INTO outage (server_id, from_at, until_at, cause, confidence, provisional, judged_at, site_outage_id)
                        VALUES (:server, :from, :until, :cause, 'certain', false, :from, :site)
                        """)
                .bind("server", server)
                .bind("from", from)
                .bindByType("until", until, Instant.class)
                .bind("cause", cause)
                .bindByType("site", siteOutage, Integer.class)
                .execute());
    }

    /** The mains of a whole site fail, and its machines come back one after the other. */
    void cut(int site, List<Integer> machines, Span time) {
        int group = insert("""
                INSERT INTO site_outage (site_id, from_at, until_at, machines, cause, confidence)
                VALUES (?, ?, ?, ?, 'power', 'certain') RETURNING id
                """, site, time.from(), time.to(), machines.size());
        for (int index = 0; index < machines.size(); index++) {
            outage(machines.get(index), "power", time.from(), time.to().plusSeconds(40L * index), group);
        }
    }

    /** Fails again and again by these laws of hours until now; what would end later is open. */
    void failures(int server, Law between, Law length, RandomStream stream) {
        Instant at = start().plus(hours(between.sample(stream)));
        while (at.isBefore(now)) {
            Instant end = at.plus(hours(length.sample(stream)));
            outage(server, "crash", at, end.isBefore(now) ? end : null);
            at = end.plus(hours(between.sample(stream)));
        }
    }

    void drill(int server, Span time) {
        jdbi.useHandle(db -> db.execute(
                """
                INSERT INTO drill (key, server_id, fault, seconds, percent, volume, purpose, ordered_by, ordered_at,
                    started_at, ended_at, outcome)
                VALUES (?, ?, 'downtime', ?, 0, '', '', 'Awa', ?, ?, ?, 'done')
                """,
                UUID.randomUUID().toString(),
                server,
                (int) time.length().toSeconds(),
                time.from(),
                time.from(),
                time.to()));
    }

    /** Work on the machine was planned on every day. */
    void windows(int server) {
        jdbi.useHandle(db -> db.execute("""
                INSERT INTO maintenance_window (reason, author, server_id, recurrence, start_at, length, zone, from_day,
                    until_day, created_at)
                VALUES ('new disk', 'Awa', ?, 'weekly:monday,tuesday,wednesday,thursday,friday,saturday,sunday',
                    '00:00', interval '1 day', 'UTC', date '2020-01-01', null, ?)
                """, server, start()));
    }

    void alert(int server, String rule, Span time) {
        jdbi.useHandle(db -> db.execute("""
                INSERT INTO alert (server_id, rule, subject, severity, worst, value, raised_at, changed_at, cleared_at, cause)
                VALUES (?, ?, 'x', 'warning', 'warning', 1, ?, ?, ?, 'recovered')
                """, server, rule, time.from(), time.to(), time.to()));
    }

    static Duration hours(double hours) {
        return Duration.ofMillis(Math.round(hours * 3_600_000));
    }

    private int insert(String sql, Object... values) {
        return jdbi.withHandle(db -> {
            var query = db.createQuery(sql);
            for (int index = 0; index < values.length; index++) {
                query.bind(index, values[index]);
            }
            return query.mapTo(Integer.class).one();
        });
    }
}
