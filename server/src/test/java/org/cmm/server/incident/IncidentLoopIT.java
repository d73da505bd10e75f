package org.cmm.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class IncidentLoopIT {

    @Inject
    DutyRoom room;

    @Inject
    IncidentLoop resident;

    @Inject
    IncidentSteps steps;

    @Inject
    IncidentCauses causes;

    @Inject
    EveryHoldBack holdBacks;

    private Instant start = Instant.EPOCH;

    @BeforeEach
    void onlyTheTestsLoopLives() {
        resident.stop();
        room.forgetAlerts();
        start = room.now();
    }

    @Test
    void alertsOfOneServerAreOneIncidentToldOnce() {
        int server = room.server();
        long first = room.raise(server, "cpu", "warning", start);
        long second = room.raise(server, "disk", "warning", start.plusSeconds(60));
        pass(60);
        room.clear(first, start.plusSeconds(120));
        room.clear(second, start.plusSeconds(180));
        pass(180);
        assertThat(room.toldOfServer(server)).containsExactly("opened warning", "recovered warning");
        assertThat(room.stages(server)).containsExactly("resolved");
    }

    @Test
    void anAlertThatGetsWorseIsToldInTheSameIncident() {
        int server = room.server();
        long alert = room.raise(server, "cpu", "info", start);
        pass(1);
        room.move(alert, "critical", start.plusSeconds(60));
        pass(60);
        assertThat(room.toldOfServer(server)).containsExactly("opened info", "worsened critical");
    }

    @Test
    void aPowerCutOfASiteOfFiftyIsOneNoticeAndItsEndAnother() {
        int site = room.site();
        List<Integer> servers = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            servers.add(room.serverAt(site));
        }
        List<Long> silences = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            Instant at = start.plusMillis(660L * number);
            silences.add(room.raise(servers.get(number), "silent", "critical", at));
            loop().round(at);
        }
        pass(60);
        assertThat(room.toldOfSite(site)).containsExactly("opened critical");
        for (int number = 0; number < 50; number++) {
            assertThat(room.stages(servers.get(number))).isEmpty();
            room.clear(silences.get(number), start.plusSeconds(3600 + number));
            loop().round(start.plusSeconds(3600 + number));
        }
        assertThat(room.toldOfSite(site)).containsExactly("opened critical", "recovered critical");
    }

    @Test
    void oneSilentMachineOfASiteIsToldAfterTheOthersHadTimeToFollow() {
        int site = room.site();
        int server = room.serverAt(site);
        room.serverAt(site);
        room.serverAt(site);
        room.raise(server, "silent", "critical", start);
        pass(34);
        assertThat(room.toldOfServer(server)).isEmpty();
        pass(35);
        assertThat(room.toldOfServer(server)).containsExactly("opened critical");
    }

    @Test
    void aMachineThatWasSilentAlreadyDoesNotKeepItsSiteFromBeingOne() {
        int site = room.site();
        room.raise(room.serverAt(site), "silent", "critical", start);
        int second = room.serverAt(site);
        int third = room.serverAt(site);
        pass(40);
        room.raise(second, "silent", "critical", start.plusSeconds(3600));
        room.raise(third, "silent", "critical", start.plusSeconds(3601));
        pass(3602);
        assertThat(room.toldOfSite(site)).containsExactly("opened critical");
        assertThat(room.toldOfServer(second)).isEmpty();
    }

    @Test
    void aSilenceThatIsOverBeforeOthersCouldFollowIsOnRecordAndWorthNoNotice() {
        int site = room.site();
        int server = room.serverAt(site);
        room.serverAt(site);
        long silence = room.raise(server, "silent", "critical", start);
        pass(10);
        room.clear(silence, start.plusSeconds(20));
        pass(20);
        assertThat(room.toldOfServer(server)).isEmpty();
        assertThat(room.stages(server)).containsExactly("resolved");
        assertThat(room.alertsWithoutIncident()).isZero();
    }

    @Test
    void troubleADayLaterIsAnotherIncident() {
        int server = room.server();
        room.clear(room.raise(server, "cpu", "warning", start), start.plusSeconds(60));
        pass(60);
        Instant tomorrow = start.plus(Duration.ofDays(1));
        room.raise(server, "cpu", "warning", tomorrow);
        loop().round(tomorrow);
        assertThat(room.stages(server)).containsExactly("closed", "open");
    }

    @Test
    void whatAWindowHeldBackIsToldWhenItEndsWithTheTroubleStillThere() {
        int server = room.server();
        room.window(server, start.minusSeconds(60), 3600);
        room.raise(server, "cpu", "warning", start);
        long passing = room.raise(server, "disk", "critical", start);
        pass(60);
        room.clear(passing, start.plusSeconds(120));
        pass(1800);
        assertThat(room.toldOfServer(server)).isEmpty();
        pass(3600);
        pass(3660);
        assertThat(room.toldOfServer(server)).containsExactly("still-there warning");
    }

    @Test
    void peopleAreToldOfTheGatewayAndNotOfWhatIsBehindIt() {
        int gateway = room.server();
        int behind = room.server();
        room.depend(behind, gateway);
        long child = room.raise(behind, "silent", "critical", start);
        pass(5);
        room.raise(gateway, "silent", "critical", start.plusSeconds(20));
        pass(20);
        pass(40);
        assertThat(room.toldOfServer(gateway)).containsExactly("opened critical");
        assertThat(room.toldOfServer(behind)).isEmpty();
        assertThat(room.stages(behind)).containsExactly("open");
        room.clear(child, start.plusSeconds(300));
        pass(300);
        assertThat(room.toldOfServer(behind)).isEmpty();
    }

    @Test
    void aMachineThatStaysSilentAfterItsGatewayCameBackIsTold() {
        int gateway = room.server();
        int behind = room.server();
        room.depend(behind, gateway);
        room.raise(behind, "silent", "critical", start);
        long before = room.raise(gateway, "silent", "critical", start);
        pass(40);
        room.clear(before, start.plusSeconds(300));
        pass(300);
        pass(306);
        assertThat(room.toldOfServer(behind)).containsExactly("still-there critical");
    }

    @Test
    void aProcessThatDiesAtAnyStatementLosesNothingAndDoublesNothing() {
        Random random = new Random(5);
        List<Integer> servers = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            int server = room.server();
            servers.add(server);
            long alert = room.raise(server, "cpu", "warning", start);
            if (number % 2 == 0) {
                room.clear(alert, start.plusSeconds(60));
            }
        }
        for (int death = 0; death < 20; death++) {
            dieAfter(random.nextInt(60));
        }
        pass(120);
        for (int number = 0; number < 30; number++) {
            List<String> expected =
                    number % 2 == 0 ? List.of("opened warning", "recovered warning") : List.of("opened warning");
            assertThat(room.toldOfServer(servers.get(number))).isEqualTo(expected);
        }
    }

    /** Works out some changes of alerts and is gone before the transaction is. */
    private void dieAfter(int changes) {
        try {
            room.jdbi.useTransaction(db -> {
                db.execute("DELETE FROM alert_change WHERE id > (SELECT min(id) + ? FROM alert_change)", changes);
                steps.follow(db, scope -> Optional.empty());
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("killed");
        }
    }

    @Test
    void aRevisedCauseIsOnTheTimelineAndToldOnlyWhereItChangesWhatToDo() {
        int site = room.site();
        List<Long> silences = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            silences.add(room.raise(room.serverAt(site), "silent", "critical", start.plusSeconds(number)));
        }
        pass(40);
        assertThat(room.causesOfSite(site)).as("nobody has judged").isEmpty();
        silences.forEach(alert -> room.believe(alert, "unknown", "possible"));
        pass(50);
        assertThat(room.causesOfSite(site)).as("nothing is known").isEmpty();
        silences.forEach(alert -> room.believe(alert, "power", "likely"));
        pass(60);
        pass(70);
        silences.forEach(alert -> room.believe(alert, "power", "certain"));
        pass(80);
        silences.forEach(alert -> room.believe(alert, "link", "possible"));
        pass(90);
        silences.forEach(alert -> room.believe(alert, "power", "certain"));
        pass(100);
        silences.forEach(alert -> room.believe(alert, "link", "certain"));
        pass(110);
        silences.forEach(alert -> room.believe(alert, "power", "certain"));
        pass(120);
        silences.forEach(alert -> room.believe(alert, "link", "certain"));
        pass(130);
        assertThat(room.causesOfSite(site))
                .containsExactly(
                        "power:likely",
                        "power:certain>power:likely",
                        "link:possible>power:certain",
                        "power:certain>link:possible !",
                        "link:certain>power:certain !",
                        "power:certain>link:certain",
                        "link:certain>power:certain");
        silences.forEach(alert -> room.clear(alert, start.plusSeconds(140)));
        pass(140);
        silences.forEach(alert -> room.believe(alert, "planned", "certain"));
        pass(150);
        assertThat(room.causesOfSite(site)).last().isEqualTo("planned:certain>link:certain");
        assertThat(room.toldOfSite(site))
                .containsExactly("opened critical", "cause critical", "cause critical", "recovered critical");
    }

    private void pass(int seconds) {
        loop().round(start.plusSeconds(seconds));
    }

    private IncidentLoop loop() {
        return new IncidentLoop(steps, causes, holdBacks, room.jdbi, () -> start);
    }
}
