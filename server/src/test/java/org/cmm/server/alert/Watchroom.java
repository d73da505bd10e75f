package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Rehearsal;
import org.cmm.server.fleet.Servers;
import org.cmm.server.history.LatestSamples;
import org.cmm.server.history.Layouts;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.SampleWriter;
import org.cmm.server.history.StoredSamples;
import org.cmm.server.history.Submission;
import org.cmm.server.platform.GivenTime;
import org.jdbi.v3.core.Jdbi;

/** Engines by hand on real tables: each stands for one process, and tests say when it lives. */
@Singleton
class Watchroom {

    final Jdbi jdbi;
    final GivenTime clock;
    final AlertTable table;
    final Heartbeat heartbeat;
    final AlertHistory history;
    private final LatestSamples latest;
    private final RuleTable rules;
    private final StoredSamples samples;
    private final SampleWriter disk;
    private final Layouts layouts;
    private final Listing listing;
    private final Servers servers;

    Watchroom(
            Jdbi jdbi,
            GivenTime clock,
            AlertTable table,
            Heartbeat heartbeat,
            AlertHistory history,
            LatestSamples latest,
            RuleTable rules,
            StoredSamples samples,
            SampleWriter disk,
            Layouts layouts,
            Listing listing,
            Servers servers) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.table = table;
        this.heartbeat = heartbeat;
        this.history = history;
        this.latest = latest;
        this.rules = rules;
        this.samples = samples;
        this.disk = disk;
        this.layouts = layouts;
        this.listing = listing;
        this.servers = servers;
    }

    /** One process: its engine and what it knows. */
    record Process(AlertEngine engine, OpenAlerts open, SilenceWatch silences, AlertWriter writer) {

        /** Ends it as {@code kill -9} would: nothing is finished. */
        void kill() {
            engine.stop();
            writer.stop();
        }
    }

    Process start() {
        OpenAlerts open = new OpenAlerts();
        AlertWriter writer = new AlertWriter(table, open);
        writer.start();
        SilenceWatch silences = new SilenceWatch(latest, writer);
        RuleBook book = new RuleBook(rules, listing, servers, clock);
        AlertEngine engine = new AlertEngine(
                new AlertEngine.Stores(table, open, writer, book, heartbeat, samples, new Rehearsal()),
                silences,
                clock);
        engine.start();
        return new Process(engine, open, silences, writer);
    }

    int newServer() {
        String code = "srv-" + UUID.randomUUID().toString().substring(0, 8);
        int server = jdbi.withHandle(
                handle -> handle.createQuery("INSERT INTO server (code, name) VALUES (:code, :code) RETURNING id")
                        .bind("code", code)
                        .mapTo(Integer.class)
                        .one());
        listing.forget();
        return server;
    }

    int newSite() {
        int site = jdbi.withHandle(handle -> handle.createQuery(
                        "INSERT INTO site (name, zone) VALUES (:name, 'Africa/Douala') RETURNING id")
                .bind("name", UUID.randomUUID().toString())
                .mapTo(Integer.class)
                .one());
        listing.forget();
        return site;
    }

    /** Puts a server elsewhere, as somebody does on its page. */
    void moved(int server, int site) {
        jdbi.useHandle(handle -> handle.execute("UPDATE server SET site_id = ? WHERE id = ?", site, server));
        listing.forget();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** One row of the processor's utilization, on disk and before nobody yet. */
    SampleRows onDisk(int server, Instant at, double cpu) {
        SampleRows rows = row(server, at, cpu);
        long sent = clock.millis();
        if (!(disk.submit(rows) instanceof Submission.Queued(var stored))) {
            throw new IllegalStateException("the writer is full");
        }
        stored.join();
        awaitHeard(server, sent);
        return rows;
    }

    /** The acknowledgement comes first, and memory is told right after it. */
    private void awaitHeard(int server, long sinceMillis) {
        try {
            eventually(() -> latest.lastContactMillis(server) >= sinceMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SampleRows row(int server, Instant at, double cpu) {
        List<Series> series = List.of(Series.of(Metrics.CPU_UTILIZATION), Series.of(Metrics.MEMORY_UTILIZATION));
        return new SampleRows(
                server, layouts.of(series, new int[] {4, 4}), new long[] {at.toEpochMilli()}, new double[] {cpu, 0.3});
    }

    /**
     * Lets a machine live as the text says, such as {@code "95x11 10x5"}: a row a minute, each sent as it is measured.
     *
     * @return the time of the last row
     */
    Instant live(Process process, int server, String percents) {
        Instant at = now();
        for (String word : percents.split(" ", -1)) {
            String[] parts = word.split("x", -1);
            for (int time = 0; time < (parts.length == 1 ? 1 : Integer.parseInt(parts[1])); time++) {
                clock.moveOn(Duration.ofMinutes(1));
                at = now();
                process.engine().stored(onDisk(server, at, Double.parseDouble(parts[0]) / 100));
                process.engine().readBack(server).join();
            }
        }
        return at;
    }

    /** Its alerts as sentences such as {@code "cpu warning recovered"}, oldest first. */
    List<String> told(int server) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT rule || ' ' || severity || ' ' || coalesce(cause, 'open') FROM alert
                        WHERE server_id = :server ORDER BY id
                        """)
                .bind("server", server)
                .mapTo(String.class)
                .map(sentence -> sentence.toLowerCase(Locale.ROOT))
                .list());
    }

    /** Waits for what another thread does; fails after twenty seconds. */
    static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int attempt = 0; !condition.getAsBoolean(); attempt++) {
            assertThat(attempt).as("looks at what never came true").isLessThan(1_000);
            Thread.sleep(20);
        }
    }
}
