package org.cmm.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cmm.core.alert.Severity;
import org.cmm.server.access.Language;
import org.cmm.server.notify.Counterpart.Reply;
import org.cmm.server.notify.Counterpart.Taken;
import org.cmm.server.notify.Happening.What;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class OutboxIT {

    @Inject
    Mailroom room;

    @Inject
    OutboxLoop resident;

    @Inject
    NoticeUpkeep upkeep;

    @Inject
    ChannelHealth health;

    @Inject
    MeterRegistry meters;

    private final Counterpart counterpart = new Counterpart();
    private int hook;

    @BeforeEach
    void begin() {
        resident.stop();
        room.empty();
        hook = room.webhook(counterpart);
    }

    @AfterEach
    void close() {
        counterpart.close();
    }

    @Test
    void everybodyIsToldOnceOfTheBeginningAndOnceOfTheEnd() {
        room.person(Mailroom.anything(), hook);
        room.person(Mailroom.anything(), hook);
        Happening opened = room.happening(1, What.OPENED, Severity.WARNING);
        assertThat(room.tell(opened)).isEqualTo(2);
        assertThat(room.tell(opened)).isZero();
        assertThat(room.work(room.process())).isEqualTo(2);
        Happening over = room.happening(1, What.RECOVERED, Severity.WARNING);
        assertThat(room.tell(over, over)).isEqualTo(2);
        room.work(room.process());
        assertThat(titles())
                .containsExactly(
                        "Avertissement : Caisse 1 (srv-1), Mairie : Disque /home 95 %",
                        "Avertissement : Caisse 1 (srv-1), Mairie : Disque /home 95 %",
                        "Terminé : Caisse 1 (srv-1), Mairie : Disque /home 95 %",
                        "Terminé : Caisse 1 (srv-1), Mairie : Disque /home 95 %");
        assertThat(room.states()).isEqualTo("sent 4");
    }

    @Test
    void nobodyHearsTheEndOfWhatTheyWereNeverToldOf() {
        Preference onlyCritical = new Preference(
                Language.ENGLISH,
                ZoneOffset.UTC,
                Set.of(Severity.CRITICAL),
                Set.of(),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                false,
                true);
        room.person(onlyCritical, hook);
        room.tell(room.happening(1, What.OPENED, Severity.WARNING));
        assertThat(room.tell(room.happening(1, What.RECOVERED, Severity.WARNING)))
                .isZero();
        room.tell(room.happening(2, What.OPENED, Severity.WARNING));
        assertThat(room.tell(room.happening(2, What.WORSENED, Severity.CRITICAL)))
                .isEqualTo(1);
        assertThat(room.tell(room.happening(2, What.RECOVERED, Severity.CRITICAL)))
                .isEqualTo(1);
    }

    @Test
    void onlyTheSitesThatSomebodyWantsAreTold() {
        Preference elsewhere = new Preference(
                Language.ENGLISH,
                ZoneOffset.UTC,
                Set.of(Severity.values()),
                Set.of(77),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                false,
                true);
        room.person(elsewhere, hook);
        assertThat(room.tell(room.happening(1, What.OPENED, Severity.CRITICAL))).isZero();
    }

    @Test
    void aNoticeSaysEverythingThatWasKnown() {
        room.person(Mailroom.anything(), hook);
        room.tell(room.happening(1, What.OPENED, Severity.WARNING));
        room.work(room.process());
        assertThat(counterpart.taken().getFirst().body().replace("\u202f", " "))
                .contains("Quoi : Disque /home 95 %, à partir de 90 %")
                .contains("Où : Caisse 1 (srv-1), Mairie")
                .contains("soit 10 min")
                .contains("Tendance : en hausse de 4 % par heure")
                .contains("Processus les plus actifs : postgres 42 % · 3 Gio")
                .contains("Cause probable : coupure de courant (vraisemblable)")
                .contains("Que faire : videz la corbeille")
                .contains("/incidents/1\"");
    }

    @Test
    void whatFailsIsTriedAgainLaterAndWhatFollowsKeepsItsPlace() {
        room.person(Mailroom.anything(), hook);
        counterpart.willAnswer(Reply.of(503, "").with("Retry-After", "60"), Reply.of(200, "ok"));
        room.tell(room.happening(1, What.OPENED, Severity.WARNING));
        Outbox process = room.process();
        assertThat(room.work(process)).isEqualTo(1);
        room.tell(room.happening(1, What.RECOVERED, Severity.WARNING));
        assertThat(room.work(process)).isZero();
        room.clock.moveOn(Duration.ofSeconds(59));
        assertThat(room.work(process)).isZero();
        room.clock.moveOn(Duration.ofSeconds(7));
        assertThat(room.work(process)).isEqualTo(2);
        assertThat(titles())
                .extracting(title -> title.split(" ")[0])
                .containsExactly("Avertissement", "Avertissement", "Terminé");
        assertThat(counterpart.taken().get(1).header("webhook-id"))
                .isEqualTo(counterpart.taken().get(0).header("webhook-id"));
        assertThat(room.attempts()).containsExactly("retry", "accepted", "accepted");
    }

    @Test
    void whatIsRefusedForGoodHoldsUpNobody() {
        room.person(Mailroom.anything(), hook);
        counterpart.willAnswer(Reply.of(400, "no"), Reply.of(200, "ok"));
        room.tell(room.happening(1, What.OPENED, Severity.WARNING), room.happening(2, What.OPENED, Severity.WARNING));
        room.work(room.process());
        assertThat(room.states()).isEqualTo("refused 1, sent 1");
    }

    @Test
    void aLongCutEndsInOneDigestInsteadOfAStorm() {
        room.person(Mailroom.anything(), hook);
        counterpart.willAnswer(Reply.of(500, ""));
        Outbox process = room.process();
        for (int incident = 1; incident <= 50; incident++) {
            room.tell(room.happening(incident, What.OPENED, Severity.WARNING));
            room.work(process);
            room.clock.moveOn(Duration.ofMinutes(2));
        }
        for (int incident = 1; incident <= 47; incident++) {
            room.tell(room.happening(incident, What.RECOVERED, Severity.WARNING));
        }
        int before = counterpart.taken().size();
        counterpart.willAnswer(Reply.of(200, "ok"));
        room.clock.moveOn(Duration.ofMinutes(30));
        room.work(process);
        assertThat(counterpart.taken()).hasSize(before + 1);
        String digest = counterpart.taken().getLast().body();
        assertThat(digest).contains("97 avis : 3 en cours, 47 terminés", "Caisse 50 (srv-50)", "et 32 autres");
        assertThat(room.states()).matches("merged \\d+, sent 1");
        assertThat(before).as("attempts in 100 minutes of a dead line").isLessThan(20);
    }

    @Test
    void quietHoursHoldBackWhatIsNotCriticalAndEndInOneDigest() {
        LocalTime now = room.now().atOffset(ZoneOffset.UTC).toLocalTime();
        Preference quiet = new Preference(
                Language.ENGLISH,
                ZoneOffset.UTC,
                Set.of(Severity.values()),
                Set.of(),
                now.minusHours(1),
                now.plusHours(1),
                false,
                true);
        room.person(quiet, hook);
        room.tell(room.happening(1, What.OPENED, Severity.WARNING), room.happening(2, What.OPENED, Severity.WARNING));
        Outbox process = room.process();
        assertThat(room.work(process)).isZero();
        room.tell(room.happening(3, What.OPENED, Severity.CRITICAL));
        assertThat(room.work(process)).isEqualTo(1);
        room.clock.moveOn(Duration.ofMinutes(61));
        assertThat(room.work(process)).isEqualTo(1);
        assertThat(titles())
                .containsExactly(
                        "CRITICAL: Caisse 3 (srv-3), Mairie: Disk /home 95 %", "2 notices: 2 still wrong, 0 over");
    }

    @Test
    void whatBreaksThroughTakesTheEarlierNoticesOfItsIncidentAlong() {
        LocalTime now = room.now().atOffset(ZoneOffset.UTC).toLocalTime();
        room.person(
                new Preference(
                        Language.ENGLISH,
                        ZoneOffset.UTC,
                        Set.of(Severity.values()),
                        Set.of(),
                        now.minusHours(1),
                        now.plusHours(1),
                        false,
                        true),
                hook);
        room.tell(room.happening(1, What.OPENED, Severity.WARNING));
        room.tell(room.happening(1, What.WORSENED, Severity.CRITICAL));
        room.work(room.process());
        assertThat(titles()).extracting(title -> title.split(":")[0]).containsExactly("Warning", "CRITICAL");
    }

    @Test
    void whatComesTooLateIsGivenUpAndSoIsTheEndOfIt() {
        room.person(Mailroom.anything(), hook);
        counterpart.willAnswer(Reply.of(500, ""));
        Outbox process = room.process();
        room.tell(room.happening(1, What.OPENED, Severity.WARNING));
        room.work(process);
        room.clock.moveOn(Duration.ofHours(23));
        room.tell(room.happening(1, What.RECOVERED, Severity.WARNING));
        room.clock.moveOn(Duration.ofHours(2));
        room.work(process);
        assertThat(room.states()).isEqualTo("dropped 1, expired 1");
    }

    @Test
    void twoProcessesNeverSendTheSameNotice() throws Exception {
        for (int person = 0; person < 60; person++) {
            room.person(Mailroom.anything(), hook);
        }
        room.tell(room.happening(1, What.OPENED, Severity.WARNING), room.happening(2, What.OPENED, Severity.WARNING));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> processes = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> room.work(room.process())))
                    .toList();
            int sent = 0;
            for (Future<Integer> process : processes) {
                sent += process.get();
            }
            assertThat(sent).isEqualTo(120);
        }
        assertThat(keys()).hasSize(120);
        assertThat(new HashSet<>(keys())).hasSize(120);
        assertThat(room.states()).isEqualTo("sent 120");
    }

    /** A registry of its own, because that of the process keeps the gauges of the application before. */
    @Test
    void whatNobodyTookInTimeShowsAtItsChannel() {
        MeterRegistry own = new SimpleMeterRegistry();
        NoticeFigures figures = new NoticeFigures(room.jdbi, own);
        room.person(Mailroom.anything(), hook);
        counterpart.willAnswer(Reply.of(503, "away"));
        room.tell(room.happening(1, What.OPENED, Severity.WARNING));
        room.work(room.process());
        room.clock.moveOn(Duration.ofMinutes(30));
        assertThat(health.all(room.now()).get(hook)).satisfies(waiting -> {
            assertThat(waiting.waiting()).isEqualTo(1);
            assertThat(waiting.oldest()).isBefore(room.now().minusSeconds(1_700));
        });
        figures.measure(room.now());
        assertThat(own.get("cmm.notices.waiting").gauge().value()).isEqualTo(1);
        assertThat(own.get("cmm.notices.oldest").gauge().value()).isGreaterThan(1_700);
        assertThat(meters.get("cmm.notices.attempts")
                        .tags("kind", "webhook", "outcome", "retry")
                        .counter()
                        .count())
                .isPositive();
        room.clock.moveOn(Duration.ofHours(24));
        room.process().claim(8);
        assertThat(health.all(room.now()).get(hook)).isEqualTo(new ChannelHealth.Health(0, null, 1, 0));
        figures.measure(room.now());
        assertThat(own.get("cmm.notices.expired").gauge().value()).isEqualTo(1);
    }

    @Test
    void whatWasSettledLongAgoGoesInBatchesButForIncidentsThatAreNotClosed() {
        room.jdbi.useHandle(db -> db.execute("TRUNCATE incident CASCADE"));
        room.person(Mailroom.anything(), hook);
        for (int incident = 1; incident <= 5; incident++) {
            room.tell(room.happening(incident, What.OPENED, Severity.WARNING));
            room.work(room.process());
        }
        room.tell(room.happening(6, What.OPENED, Severity.WARNING), room.happening(7, What.OPENED, Severity.WARNING));
        room.clock.moveOn(Duration.ofMinutes(6));
        room.work(room.process());
        assertThat(room.states()).isEqualTo("merged 2, sent 6");
        room.clock.moveOn(NoticeUpkeep.KEPT.minusDays(1));
        assertThat(upkeep.remove(2)).isZero();
        room.tell(room.happening(8, What.OPENED, Severity.WARNING));
        room.clock.moveOn(Duration.ofDays(2));
        open(3);
        open(6);
        assertThat(upkeep.remove(2)).isEqualTo(5);
        List<Long> left = room.jdbi.withHandle(
                db -> db.createQuery("SELECT coalesce(incident_id, 0) FROM notice ORDER BY coalesce(incident_id, 0)")
                        .mapTo(Long.class)
                        .list());
        assertThat(left)
                .as("the digest, what it told of an open one, an open one, and what waits")
                .containsExactly(0L, 3L, 6L, 8L);
        room.jdbi.useHandle(db -> db.execute("UPDATE incident SET stage = 'closed'"));
        assertThat(upkeep.remove(2)).isPositive();
        assertThat(room.states()).isEqualTo("waiting 1");
        assertThat(room.attempts()).isEmpty();
    }

    private void open(long incident) {
        room.jdbi.useHandle(db -> db.execute("""
                WITH machine AS (INSERT INTO server (code, name) VALUES ('open-' || left(gen_random_uuid()::text, 8), 'x') RETURNING id)
                INSERT INTO incident (id, server_id, stage, severity, worst, opened_at, raises, flapping)
                OVERRIDING SYSTEM VALUE
                SELECT ?, id, 'open', 'warning', 'warning', now(), '{}', false FROM machine
                """, incident));
    }

    @Test
    void aChannelThatIsOffKeepsWhatWaitsForIt() {
        room.person(Mailroom.anything(), hook);
        room.jdbi.useHandle(db -> db.execute("UPDATE channel SET enabled = false"));
        room.tell(room.happening(1, What.OPENED, Severity.WARNING));
        assertThat(room.work(room.process())).isZero();
        room.jdbi.useHandle(db -> db.execute("UPDATE channel SET enabled = true"));
        assertThat(room.work(room.process())).isEqualTo(1);
    }

    @Test
    void secretsLieInTheDatabaseEncrypted() {
        byte[] kept = room.jdbi.withHandle(db -> db.createQuery("SELECT secrets FROM channel")
                .mapTo(byte[].class)
                .one());
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("s3cret");
        assertThat(room.channels
                        .open(room.channels.find(hook).orElseThrow())
                        .orElseThrow()
                        .value("secret"))
                .isEqualTo("s3cret");
        kept[kept.length - 1] ^= 1;
        room.jdbi.useHandle(db -> db.execute("UPDATE channel SET secrets = ?", kept));
        assertThat(room.channels.open(room.channels.find(hook).orElseThrow())).isEmpty();
    }

    private List<String> titles() {
        return counterpart.taken().stream()
                .map(taken -> taken.body()
                        .replaceAll("(?s).*\"title\":\"(.*?)\".*", "$1")
                        .replace("\u202f", " "))
                .toList();
    }

    private List<String> keys() {
        return counterpart.taken().stream().map(OutboxIT::key).toList();
    }

    private static String key(Taken taken) {
        return taken.header("webhook-id");
    }
}
