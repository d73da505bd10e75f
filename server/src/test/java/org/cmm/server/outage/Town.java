package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEventKind;
import org.cmm.server.alert.Hush;
import org.cmm.server.alert.Silences;
import org.cmm.server.event.MachineEvents;
import org.cmm.server.fleet.Directory;
import org.cmm.server.fleet.Listing;
import org.cmm.server.history.LatestSamples;
import org.cmm.server.history.Layouts;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.SampleWriter;
import org.cmm.server.history.Submission;
import org.cmm.server.platform.GivenTime;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Machines that measure, fall silent and come back, on real tables; time goes on when a test says so. */
@Singleton
class Town {

    private static final Duration STEP = Duration.ofSeconds(30);

    final Jdbi jdbi;
    final Outages outages;
    private final GivenTime clock;
    private final SampleWriter disk;
    private final Layouts layouts;
    private final MachineEvents events;
    private final OutageLoop loop;
    private final Hush hush;
    private final Restart restart;

    /** What follows silences is made of. */
    @Singleton
    record Restart(Silences silences, LatestSamples latest, Listing listing, OutageTable table, Directory directory) {}

    Town(
            Jdbi jdbi,
            Outages outages,
            GivenTime clock,
            SampleWriter disk,
            Layouts layouts,
            MachineEvents events,
            OutageLoop loop,
            Hush hush,
            Restart restart) {
        this.restart = restart;
        this.jdbi = jdbi;
        this.outages = outages;
        this.clock = clock;
        this.disk = disk;
        this.layouts = layouts;
        this.events = events;
        this.loop = loop;
        this.hush = hush;
    }

    void onlyWhenTold() {
        hush.onlyWhenTold();
        loop.stop();
    }

    /** Machines of other tests are taken away: who falls silent with them would be silent everywhere. */
    void nobodyElse() {
        jdbi.useHandle(db -> db.execute("UPDATE server SET retired_at = ? WHERE retired_at IS NULL", now()));
        restart.directory().readAgain();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    int newSite() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "INSERT INTO site (name, zone) VALUES (:name, 'Africa/Douala') RETURNING id")
                .bind("name", "site " + UUID.randomUUID())
                .mapTo(Integer.class)
                .one());
    }

    int newServer(@Nullable Integer site) {
        String code = "srv-" + UUID.randomUUID().toString().substring(0, 8);
        int number = jdbi.withHandle(handle -> handle.createQuery(
                        "INSERT INTO server (code, name, site_id) VALUES (:code, :code, :site) RETURNING id")
                .bind("code", code)
                .bind("site", site)
                .mapTo(Integer.class)
                .one());
        restart.directory().readAgain();
        return number;
    }

    /**
     * Samples every half a minute from {@code from} to {@code to}, delivered now, of a machine started at {@code boot}.
     */
    void deliver(int server, Instant from, Instant to, Instant boot) throws InterruptedException {
        long sent = clock.millis();
        List<Long> times = new ArrayList<>();
        for (Instant at = from; !at.isAfter(to); at = at.plus(STEP)) {
            times.add(at.toEpochMilli());
        }
        double[] values = times.stream()
                .mapToDouble(at -> (at - boot.toEpochMilli()) / 1000.0)
                .toArray();
        SampleRows rows = new SampleRows(
                server,
                layouts.of(List.of(Series.of(Metrics.UPTIME)), new int[] {0}),
                times.stream().mapToLong(Long::longValue).toArray(),
                values);
        if (!(disk.submit(rows) instanceof Submission.Queued(var stored))) {
            throw new IllegalStateException("the writer is full");
        }
        stored.join();
        Hush.awaitThat(() -> restart.latest().lastContactMillis(server) >= sent);
    }

    void tell(int server, MachineEventKind kind, Instant at, String detail) {
        events.keep(
                server,
                List.of(new MachineEvent(
                        kind.word() + ":" + at, kind, Evidence.EVENT_LOG, at.toEpochMilli(), null, detail)));
    }

    /** What follows silences in the next process, which knows nothing but the database. */
    SilenceSync restart() {
        return new SilenceSync(restart.silences(), restart.latest(), restart.listing(), restart.table());
    }

    /** Time passes without a machine that speaks, and CMM notices who is silent. */
    void wait(Duration time) throws InterruptedException {
        clock.moveOn(time);
        jdbi.useHandle(handle -> handle.execute("UPDATE heartbeat SET alive_at = ?", now()));
        round();
    }

    /** Time passes without CMM. */
    void sleepThrough(Duration time) throws InterruptedException {
        clock.moveOn(time);
        round();
    }

    /** What CMM does every few seconds, until nothing is left to do. */
    void round() throws InterruptedException {
        hush.beat(now());
        hush.look(now());
        loop.tick(now());
        clock.moveOn(Duration.ofSeconds(4));
        for (int again = 0; again < 3; again++) {
            loop.tick(now());
        }
    }

    StoredOutage only(int server) {
        List<StoredOutage> all = outages.newest(server, 10);
        if (all.size() != 1) {
            throw new AssertionError("one outage was expected, there are " + all);
        }
        return all.getFirst();
    }
}
