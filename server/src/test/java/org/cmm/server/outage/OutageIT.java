package org.cmm.server.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Cause.Counts;
import org.cmm.core.outage.Confidence;
import org.cmm.core.outage.Fact;
import org.cmm.core.outage.Fact.What;
import org.cmm.core.outage.Span;
import org.cmm.core.outage.Tally;
import org.cmm.protocol.MachineEventKind;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealDatabase.class)
class OutageIT {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Inject
    Town town;

    @Inject
    Availability availability;

    @Inject
    Listing listing;

    private int server;
    private Instant boot;
    private Instant fellSilent;

    @BeforeEach
    void aMachineThatHasRunForHours() throws InterruptedException {
        town.onlyWhenTold();
        town.nobodyElse();
        server = town.newServer(null);
        boot = town.now().minus(HOUR.multipliedBy(20));
        fellSilent = town.now();
        town.deliver(server, fellSilent.minus(TEN_MINUTES), fellSilent, boot);
        town.round();
    }

    @Test
    void aSilenceIsAnOutageUntilTheMachineIsHeardAgain() throws InterruptedException {
        town.wait(Duration.ofMinutes(1));
        assertThat(town.outages.open(server)).as("a gap of a minute").isEmpty();

        town.wait(Duration.ofMinutes(2));
        StoredOutage open = town.only(server);
        assertThat(open.gap().isOpen()).isTrue();
        assertThat(Duration.between(fellSilent, open.gap().from()).abs()).isLessThan(Duration.ofSeconds(5));
        assertThat(open.verdict().provisional()).isTrue();
        assertThat(open.cause()).isEqualTo(Cause.UNKNOWN);

        comeBack(town.now().minusSeconds(100));
        StoredOutage over = town.only(server);
        assertThat(over.gap().isOpen()).isFalse();
        assertThat(over.verdict().facts()).extracting(Fact::what).contains(What.STARTED_AGAIN);
        assertThat(town.outages.at(server, fellSilent.plusSeconds(60))).contains(over);
    }

    @Test
    void samplesThatArriveLaterTurnItIntoTheLink() throws InterruptedException {
        town.tell(server, MachineEventKind.DRILL_STARTED, fellSilent, "a-key");
        town.wait(HOUR);
        town.tell(server, MachineEventKind.DRILL_ENDED, town.now(), "a-key done");
        town.deliver(server, fellSilent.plusSeconds(30), town.now(), boot);
        town.round();
        StoredOutage outage = town.only(server);
        assertThat(outage.cause()).isEqualTo(Cause.LINK);
        assertThat(outage.verdict().confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(outage.verdict().provisional()).isTrue();

        town.wait(Duration.ofSeconds(80));
        assertThat(town.only(server)).as("judged again, the same").isEqualTo(outage);
    }

    @Test
    void eventsThatAreToldLaterChangeTheVerdictThatWasThere() throws InterruptedException {
        town.wait(HOUR);
        Instant restarted = town.now().minusSeconds(60);
        comeBack(restarted);
        assertThat(town.only(server).cause()).isEqualTo(Cause.POWER);

        town.tell(server, MachineEventKind.UNCLEAN_STOP, restarted, "bugcheck 0x9f");
        town.round();
        assertThat(town.only(server).cause()).isEqualTo(Cause.CRASH);
        assertThat(town.only(server).verdict().confidence()).isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void aPlannedRestartIsSaidBeforeItHappens() throws InterruptedException {
        town.tell(server, MachineEventKind.STOP_PLANNED, fellSilent, "msiexec 0x80020002");
        town.wait(TEN_MINUTES);
        assertThat(town.only(server).cause()).isEqualTo(Cause.PLANNED);
        comeBack(town.now().minusSeconds(100));
        assertThat(town.only(server).cause()).isEqualTo(Cause.PLANNED);
    }

    @Test
    void machinesThatGoTogetherAndComeBackAnewLostTheirPower() throws InterruptedException {
        int site = town.newSite();
        List<Integer> machines = IntStream.range(0, 4)
                .map(number -> town.newServer(site))
                .boxed()
                .toList();
        Instant lost = town.now();
        deliver(machines, lost.minus(TEN_MINUTES), lost, boot);
        town.wait(HOUR);
        assertThat(town.only(machines.getFirst()).cause()).isEqualTo(Cause.UNKNOWN);

        Instant power = town.now();
        deliver(machines, power, power, power.minusSeconds(60));
        town.round();

        for (int machine : machines) {
            StoredOutage outage = town.only(machine);
            assertThat(outage.cause()).isEqualTo(Cause.POWER);
            assertThat(outage.verdict().confidence()).isEqualTo(Confidence.CERTAIN);
            assertThat(outage.siteOutage())
                    .isEqualTo(town.only(machines.getFirst()).siteOutage());
        }
        assertThat(siteOutages(site)).containsExactly(Map.of("machines", 4, "cause", "power", "over", true));
    }

    @Test
    void machinesThatGoTogetherAndMeasuredOnLostTheirLink() throws InterruptedException {
        int site = town.newSite();
        List<Integer> machines = IntStream.range(0, 3)
                .map(number -> town.newServer(site))
                .boxed()
                .toList();
        Instant lost = town.now();
        deliver(machines, lost.minus(TEN_MINUTES), lost, boot);
        town.wait(HOUR);
        deliver(machines, lost.plusSeconds(30), town.now(), boot);
        town.round();
        assertThat(siteOutages(site)).containsExactly(Map.of("machines", 3, "cause", "link", "over", true));
    }

    @Test
    void whenNearlyEverybodyIsSilentItIsCmmsOwnLink() throws InterruptedException {
        town.jdbi.useHandle(handle -> handle.execute("UPDATE server SET retired_at = now() WHERE id <> ?", server));
        int site = town.newSite();
        List<Integer> elsewhere = IntStream.range(0, 5)
                .map(number -> town.newServer(site))
                .boxed()
                .toList();
        deliver(elsewhere, fellSilent.minus(TEN_MINUTES), fellSilent, boot);
        town.wait(Duration.ofMinutes(4));
        town.round();
        assertThat(town.only(server).cause()).isEqualTo(Cause.LINK);
        assertThat(town.only(server).verdict().facts()).extracting(Fact::what).contains(What.EVERYWHERE);
    }

    @Test
    void twoThatGoTogetherWhileOthersAreHeardAreNoSitesOutage() throws InterruptedException {
        int site = town.newSite();
        List<Integer> machines = IntStream.range(0, 5)
                .map(number -> town.newServer(site))
                .boxed()
                .toList();
        Instant lost = town.now();
        deliver(machines, lost.minus(TEN_MINUTES), lost, boot);
        for (int minute = 0; minute < 4; minute++) {
            town.wait(Duration.ofMinutes(1));
            deliver(machines.subList(2, 5), town.now().minusSeconds(30), town.now(), boot);
        }
        town.round();
        assertThat(town.only(machines.getFirst()).verdict().facts())
                .extracting(Fact::what)
                .contains(What.SITE_HEARD);
        assertThat(town.only(machines.getFirst()).siteOutage()).isNull();
    }

    @Test
    void aGapThatOnlyHistoryTellsOfIsFoundAndGoesWhenSamplesFillIt() throws InterruptedException {
        Instant yesterday = fellSilent.minus(Duration.ofDays(1));
        town.deliver(server, yesterday.minus(HOUR), yesterday, boot);
        town.deliver(server, yesterday.plus(HOUR), yesterday.plus(HOUR.multipliedBy(2)), boot);
        town.round();
        assertThat(town.outages.at(server, yesterday.plus(Duration.ofMinutes(30))))
                .hasValueSatisfying(outage -> {
                    assertThat(outage.gap().from()).isEqualTo(yesterday);
                    assertThat(outage.gap().until()).contains(yesterday.plus(HOUR));
                    assertThat(outage.alert()).isNull();
                });

        town.deliver(server, yesterday.plusSeconds(30), yesterday.plus(HOUR), boot);
        town.round();
        assertThat(town.outages.at(server, yesterday.plus(Duration.ofMinutes(30))))
                .isEmpty();
    }

    @Test
    void ofAnOutageInWhichCmmWasDownOnlyThatTimeIsCmms() throws InterruptedException {
        town.wait(TEN_MINUTES);
        town.sleepThrough(Duration.ofMinutes(20));
        town.wait(Duration.ofMinutes(30));
        comeBack(town.now().minusSeconds(60));
        StoredOutage outage = town.only(server);
        assertThat(outage.cause()).isEqualTo(Cause.POWER);
        assertThat(outage.parts())
                .extracting(part -> part.cause())
                .containsExactly(Cause.POWER, Cause.CMM, Cause.POWER);
    }

    @Test
    void whatFailsInAMaintenanceWindowIsPlannedUnlessTheWindowIsEnteredAfterwards() throws InterruptedException {
        town.jdbi.useHandle(db -> window(db, fellSilent.minus(HOUR)));
        town.wait(HOUR);
        comeBack(town.now().minusSeconds(60));
        assertThat(town.only(server).cause()).isEqualTo(Cause.POWER);
        assertThat(tally().lostTo(Counts.PLANNED)).isGreaterThan(Duration.ofMinutes(55));
        assertThat(tally().lostTo(Counts.DOWN)).isZero();
        assertThat(tally().allFailures()).isZero();

        town.jdbi.useHandle(db -> {
            db.execute("DELETE FROM maintenance_window WHERE server_id = ?", server);
            window(db, town.now());
        });
        assertThat(tally().lostTo(Counts.DOWN)).isGreaterThan(Duration.ofMinutes(55));
        assertThat(tally().allFailures()).isOne();
    }

    private void window(Handle db, Instant entered) {
        db.execute("""
                INSERT INTO maintenance_window (reason, author, server_id, recurrence, start_at, length, zone, from_day,
                    until_day, created_at)
                VALUES ('new disk', 'Awa', ?, 'weekly:monday,tuesday,wednesday,thursday,friday,saturday,sunday',
                    '00:00', interval '1 day', 'UTC', date '2020-01-01', null, ?)
                """, server, entered);
    }

    private Tally tally() {
        Server machine = listing.server(server).orElseThrow();
        return availability
                .of(List.of(machine), new Span(fellSilent.minus(HOUR), town.now()))
                .getFirst()
                .tally();
    }

    @Test
    void cmmsOwnAbsenceIsKeptByTheNextBeatOfItsHeart() throws InterruptedException {
        long before = downtimes();
        town.round();
        assertThat(downtimes()).as("a beat in time").isEqualTo(before);
        town.sleepThrough(HOUR);
        assertThat(downtimes()).isEqualTo(before + 1);
    }

    @Test
    void aPersonsWordStandsAboveVerdictsThatAreRevised() throws InterruptedException {
        town.wait(HOUR);
        comeBack(town.now().minusSeconds(60));
        StoredOutage judged = town.only(server);
        Correction correction = new Correction(Cause.PLANNED, judged.cause(), "Awa", town.now(), "new socket");
        town.jdbi.useHandle(handle -> OutageTable.correct(handle, judged, correction));

        town.tell(server, MachineEventKind.UNCLEAN_STOP, town.now().minusSeconds(70), "bugcheck 0x9f");
        town.round();
        StoredOutage revised = town.only(server);
        assertThat(revised.cause()).isEqualTo(Cause.PLANNED);
        assertThat(revised.verdict().cause()).isEqualTo(Cause.CRASH);
        assertThat(revised.corrected()).contains(correction);
    }

    @Test
    void whatTheProcessBeforeNoticedAndDidNotGetToIsDoneOnceByTheNext() throws InterruptedException {
        town.jdbi.useHandle(handle -> handle.execute(
                """
                INSERT INTO alert (server_id, rule, subject, severity, worst, value, raised_at, changed_at, cleared_at, cause)
                VALUES (?, 'silent', '', 'critical', 'critical', 90, ?, ?, ?, 'recovered')
                """,
                server,
                fellSilent.minusSeconds(7_000),
                fellSilent.minusSeconds(6_000),
                fellSilent.minusSeconds(6_000)));
        for (int start = 0; start < 2; start++) {
            town.restart().follow(town.now());
        }
        assertThat(town.only(server).gap().from()).isEqualTo(fellSilent.minusSeconds(7_090));
    }

    private void deliver(List<Integer> machines, Instant from, Instant to, Instant started)
            throws InterruptedException {
        for (int machine : machines) {
            town.deliver(machine, from, to, started);
        }
    }

    private void comeBack(Instant started) throws InterruptedException {
        town.deliver(server, town.now(), town.now(), started);
        town.round();
    }

    private long downtimes() {
        return town.jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM cmm_downtime")
                .mapTo(Long.class)
                .one());
    }

    private List<Map<String, Object>> siteOutages(int site) {
        return town.jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT machines, cause, until_at IS NOT NULL AS over FROM site_outage WHERE site_id = :site")
                .bind("site", site)
                .mapToMap()
                .list());
    }
}
