package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.cmm.core.alert.Severity;
import org.cmm.core.metric.Unit;
import org.cmm.protocol.ProcessLine;
import org.cmm.server.access.Language;
import org.cmm.server.alert.Measure;
import org.cmm.server.fleet.Listing;
import org.cmm.server.incident.Standstill;
import org.cmm.server.notify.Happening.Findings;
import org.cmm.server.notify.Happening.Machine;
import org.cmm.server.notify.Happening.Place;
import org.cmm.server.notify.Happening.Trouble;
import org.cmm.server.notify.Happening.What;
import org.cmm.server.platform.GivenTime;
import org.jdbi.v3.core.Jdbi;

/** People, channels and happenings on real tables; each {@link Outbox} stands for one process. */
@Singleton
class Mailroom {

    private static final AtomicLong NUMBERS = new AtomicLong(1);

    final Jdbi jdbi;
    final GivenTime clock;
    final Announcer announcer;
    final Deliveries deliveries;
    final Channels channels;
    private final ChannelTable table;
    private final ChannelKey key;
    private final Standstill standstill;
    private final Listing listing;

    Mailroom(
            Jdbi jdbi,
            GivenTime clock,
            Announcer announcer,
            Deliveries deliveries,
            Channels channels,
            ChannelTable table,
            ChannelKey key,
            Standstill standstill,
            Listing listing) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.announcer = announcer;
        this.deliveries = deliveries;
        this.channels = channels;
        this.table = table;
        this.key = key;
        this.standstill = standstill;
        this.listing = listing;
    }

    /** Machines or sites have come. */
    void readAgain() {
        listing.forget();
    }

    Outbox process() {
        return new Outbox(jdbi, clock, new Random(7), ZoneId.of("Africa/Douala"));
    }

    /** Nothing is there, and nobody but the test writes incidents. */
    void empty() {
        standstill.begin();
        jdbi.useHandle(db -> db.execute("""
                TRUNCATE notice, delivery_attempt, notice_address, notice_preference, channel, escalation_step,
                    escalation_taken, on_call_group, on_call_member, on_call_stand_in CASCADE
                """));
    }

    int channel(ChannelKind kind, Map<String, String> settings, Map<String, String> secrets) {
        Map<String, String> filled =
                new java.util.HashMap<>(ChannelDraft.empty(kind).settings());
        filled.putAll(settings);
        ChannelDraft draft =
                new ChannelDraft(kind, kind.word() + " " + NUMBERS.incrementAndGet(), filled, Map.of(), true);
        return jdbi.withHandle(db -> table.insert(db, draft, key.encrypt(secrets), now()));
    }

    int webhook(Counterpart counterpart) {
        ChannelDraft draft = new ChannelDraft(
                ChannelKind.WEBHOOK,
                "hook " + NUMBERS.incrementAndGet(),
                Map.of("url", counterpart.url("/hook")),
                Map.of(),
                true);
        return jdbi.withHandle(db -> table.insert(db, draft, key.encrypt(Map.of("secret", "s3cret")), now()));
    }

    int person(Preference preference, int... channels) {
        Map<Integer, String> places = new java.util.HashMap<>();
        IntStream.of(channels).forEach(channel -> places.put(channel, ""));
        return person(preference, places);
    }

    int person(Preference preference, Map<Integer, String> places) {
        String name = "person " + UUID.randomUUID();
        return jdbi.inTransaction(db -> {
            int id = db.createQuery("""
                            INSERT INTO cmm_user (name, email, role, state, created_at)
                            VALUES (:name, replace(:name, ' ', '.') || '@example.org', 'viewer', 'active', now())
                            RETURNING id
                            """).bind("name", name).mapTo(Integer.class).one();
            Recipients.save(db, id, preference, places, now());
            return id;
        });
    }

    static Preference anything() {
        return anythingIn(Language.FRENCH);
    }

    static Preference anythingIn(Language language) {
        return new Preference(
                language,
                ZoneOffset.UTC,
                Set.of(Severity.values()),
                Set.of(),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                false,
                true);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Happening happening(long incident, What what, Severity severity) {
        Instant now = now();
        return happening(incident, what, severity, now.minus(Duration.ofMinutes(10)), now);
    }

    static Happening happening(long incident, What what, Severity severity, Instant since, Instant at) {
        return new Happening(
                NUMBERS.incrementAndGet(),
                incident,
                what,
                severity,
                at,
                since,
                new Place(
                        Optional.of(new Machine("srv-" + incident, "Caisse " + incident)),
                        Happening.Several.ONE,
                        null,
                        "Mairie",
                        ZoneId.of("Africa/Douala")),
                new Findings(
                        List.of(new Trouble(
                                "disk",
                                "system.filesystem.utilization{system.filesystem.mountpoint=/home}",
                                severity,
                                0.95,
                                new Measure(Unit.RATIO, Measure.Sort.HIGH),
                                OptionalDouble.of(0.9),
                                OptionalDouble.of(0.04),
                                Optional.empty())),
                        List.of(new ProcessLine("postgres", 12, 0.42, 3L << 30)),
                        "power",
                        "likely"));
    }

    int tell(Happening... happenings) {
        return jdbi.inTransaction(db -> announcer.tell(db, List.of(happenings), now()));
    }

    /** Sends what is due until nothing is, as one process does. */
    int work(Outbox process) {
        int sent = 0;
        for (List<Outbox.Claim> claims = process.claim(8); !claims.isEmpty(); claims = process.claim(8)) {
            for (Outbox.Claim claim : claims) {
                process.settle(claim, deliveries.send(claim.notice()));
                sent++;
            }
        }
        return sent;
    }

    /** How many notices are in each state, as in {@code "sent 3, waiting 1"}. */
    String states() {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT coalesce(string_agg(state || ' ' || n, ', ' ORDER BY state), '') FROM (
                            SELECT state, count(*) AS n FROM notice GROUP BY state) counted
                        """).mapTo(String.class).one());
    }

    /** How the attempts went, oldest first. */
    List<String> attempts() {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT coalesce(outcome, 'open') FROM delivery_attempt ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }
}
