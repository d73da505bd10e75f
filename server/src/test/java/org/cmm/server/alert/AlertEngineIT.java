package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.server.alert.Watchroom.eventually;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.alert.DefaultRules;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.Timing;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.alert.Watchroom.Process;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class AlertEngineIT {

    @Inject
    Watchroom room;

    @Inject
    AlertEngine resident;

    @Inject
    AlertLoop residentLoop;

    private int server;

    @BeforeEach
    void onlyTheTestsEnginesLive() {
        residentLoop.stop();
        resident.stop();
        server = room.newServer();
    }

    @Test
    void raisesOnceAndClearsOnce() throws Exception {
        Process process = room.start();
        Instant raised = room.live(process, server, "90x11");
        eventually(() -> !process.open().of(server).isEmpty());
        assertThat(process.open().of(server)).singleElement().satisfies(alert -> {
            assertThat(alert.since()).isEqualTo(raised);
            assertThat(alert.severity()).isEqualTo("warning");
            assertThat(alert.value()).isEqualTo(0.9);
        });
        room.live(process, server, "90x5 10x31");
        eventually(() -> process.open().of(server).isEmpty());
        assertThat(room.told(server)).containsExactly("cpu warning recovered");
    }

    @Test
    void followsAnAlertAsItGetsWorse() throws Exception {
        Process process = room.start();
        room.live(process, server, "90x11 99x11");
        eventually(() -> room.told(server).equals(List.of("cpu critical open")));
        assertThat(room.told(server)).containsExactly("cpu critical open");
    }

    @Test
    void aRestartRaisesNothingAndForgetsNothing() throws Exception {
        Process before = room.start();
        room.live(before, server, "90x11");
        eventually(() -> !before.open().of(server).isEmpty());
        room.heartbeat.beat(room.now());
        before.kill();
        Process after = room.start();
        assertThat(after.open().of(server)).isEqualTo(before.open().of(server));
        room.live(after, server, "90x15 10x31");
        eventually(() -> after.open().of(server).isEmpty());
        assertThat(room.told(server)).containsExactly("cpu warning recovered");
    }

    @Test
    void aHoldGoesOnThroughARestart() throws Exception {
        Process before = room.start();
        room.live(before, server, "90x6");
        room.heartbeat.beat(room.now());
        before.kill();
        Process after = room.start();
        Instant raised = room.live(after, server, "90x5");
        eventually(() -> !after.open().of(server).isEmpty());
        assertThat(after.open().of(server)).extracting(OpenAlert::since).containsExactly(raised);
    }

    @Test
    void machinesThatAreReadBackTogetherKeepTheirOwnHolds() throws Exception {
        Process before = room.start();
        int calm = room.newServer();
        room.live(before, server, "90x6");
        room.live(before, calm, "10x5");
        room.heartbeat.beat(room.now());
        before.kill();
        Process after = room.start();
        room.live(after, calm, "90x3");
        room.live(after, server, "90x3");
        eventually(() -> !after.open().of(server).isEmpty());
        assertThat(after.open().of(calm)).isEmpty();
    }

    @Test
    void whatWasOnDiskButNotEvaluatedWhenCmmWasKilledIsRaised() throws Exception {
        Process before = room.start();
        room.live(before, server, "90x10");
        room.heartbeat.beat(room.now());
        before.kill();
        room.clock.moveOn(Duration.ofMinutes(1));
        Instant unseen = room.now();
        room.onDisk(server, unseen, 0.9);
        room.heartbeat.beat(unseen);
        room.clock.moveOn(Duration.ofHours(1));
        Process after = room.start();
        eventually(() -> !after.open().of(server).isEmpty());
        assertThat(after.open().of(server)).extracting(OpenAlert::since).containsExactly(unseen);
        after.kill();
        Process last = room.start();
        last.engine().readBack(server).join();
        assertThat(room.told(server)).containsExactly("cpu warning open");
    }

    @Test
    void lateRowsPageNobody() throws Exception {
        Process process = room.start();
        Instant newest = room.live(process, server, "10");
        for (int minute = 30; minute > 0; minute--) {
            process.engine().stored(room.onDisk(server, newest.minus(Duration.ofMinutes(minute)), 0.99));
        }
        room.live(process, server, "10");
        assertThat(room.told(server)).isEmpty();
    }

    @Test
    void aBacklogPagesNobodyNorDoesTheRestartAfterIt() throws Exception {
        Process process = room.start();
        Instant begin = room.live(process, server, "10");
        room.clock.moveOn(Duration.ofMinutes(60));
        for (int minute = 1; minute <= 50; minute++) {
            double cpu = minute > 20 && minute < 40 ? 0.99 : 0.1;
            process.engine().stored(room.onDisk(server, begin.plus(Duration.ofMinutes(minute)), cpu));
        }
        room.live(process, server, "10x2");
        room.heartbeat.beat(room.now());
        process.kill();
        Process after = room.start();
        after.engine().readBack(server).join();
        room.live(after, server, "10x2");
        assertThat(room.told(server)).isEmpty();
    }

    @Test
    void aBacklogThatReachesThePresentPagesOnce() throws Exception {
        Process process = room.start();
        Instant begin = room.live(process, server, "10");
        room.clock.moveOn(Duration.ofMinutes(60));
        for (int minute = 1; minute <= 60; minute++) {
            process.engine().stored(room.onDisk(server, begin.plus(Duration.ofMinutes(minute)), 0.9));
        }
        room.live(process, server, "90x3");
        eventually(() -> !process.open().of(server).isEmpty());
        assertThat(room.told(server)).containsExactly("cpu warning open");
        assertThat(process.open().of(server).getFirst().since()).isAfter(begin.plus(Duration.ofMinutes(50)));
    }

    @Test
    void silenceIsRaisedOnceAndClearedOnceThroughARestart() throws Exception {
        Process before = room.start();
        room.live(before, server, "10");
        Instant start = room.now();
        tick(before, start, start, 120);
        eventually(() -> !before.open().of(server).isEmpty());
        assertThat(before.open().of(server)).singleElement().satisfies(alert -> {
            assertThat(alert.rule()).isEqualTo("silent");
            assertThat(alert.subject()).isEmpty();
            assertThat(alert.value()).isBetween(88.0, 92.0);
        });
        before.kill();
        room.clock.moveOn(Duration.ofHours(3));
        Process after = room.start();
        tick(after, room.now(), room.now(), 200);
        assertThat(after.open().of(server)).isEqualTo(before.open().of(server));
        room.live(after, server, "10");
        tick(after, room.now(), room.now(), 30);
        eventually(() -> after.open().of(server).isEmpty());
        assertThat(room.told(server)).containsExactly("silent critical recovered");
    }

    @Test
    void cmmsOwnDowntimeIsNobodysSilence() throws Exception {
        room.live(room.start(), server, "10");
        room.clock.moveOn(Duration.ofHours(2));
        Process after = room.start();
        tick(after, room.now(), room.now(), 85);
        assertThat(room.told(server)).isEmpty();
    }

    @Test
    void aPersonClosesAnAlertWhoseSubjectIsGone() throws Exception {
        Process process = room.start();
        room.live(process, server, "90x11");
        eventually(() -> !process.open().of(server).isEmpty());
        process.engine().close(process.open().of(server).getFirst(), "Awa").join();
        assertThat(process.open().of(server)).isEmpty();
        assertThat(room.told(server)).containsExactly("cpu warning closed-by-person");
        room.live(process, server, "90x11");
        eventually(() -> !process.open().of(server).isEmpty());
        assertThat(room.told(server)).containsExactly("cpu warning closed-by-person", "cpu warning open");
    }

    @Test
    void aChangedRuleIsInForceAtOnce() throws Exception {
        Process process = room.start();
        room.live(process, server, "10");
        try {
            process.engine().adopt(memory(0.2));
            room.live(process, server, "10");
            eventually(() -> !process.open().of(server).isEmpty());
            assertThat(room.told(server)).containsExactly("memory warning open");
            process.engine().adopt(new RuleEntry(memory(0.2).condition(), RuleScope.FLEET, false, room.now(), "Awa"));
            eventually(() -> process.open().of(server).isEmpty());
            assertThat(room.told(server)).containsExactly("memory warning rule-changed");
        } finally {
            process.engine()
                    .adopt(new RuleEntry(
                            new Condition.OnMetric(DefaultRules.MEMORY), RuleScope.FLEET, true, room.now(), ""));
        }
    }

    @Test
    void listsAlertsByStretches() throws Exception {
        Process process = room.start();
        room.live(process, server, "90x11");
        eventually(() -> !process.open().of(server).isEmpty());
        long id = process.open().of(server).getFirst().id();
        var any = new AlertFilter(AlertFilter.State.ALL, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(room.history.list(any, new AlertFilter.Stretch(Long.MAX_VALUE, 1)))
                .extracting(AlertRecord::id)
                .containsExactly(id);
        assertThat(room.history.list(any, new AlertFilter.Stretch(id, 500)))
                .extracting(AlertRecord::id)
                .doesNotContain(id);
        assertThat(room.history.find(id))
                .hasValueSatisfying(alert -> assertThat(alert.clearedAt()).isNull());
    }

    private void tick(Process process, Instant since, Instant from, int seconds) {
        for (int second = 1; second <= seconds; second++) {
            process.silences()
                    .tick(
                            known -> Optional.of(DefaultRules.SILENCE),
                            new SilenceWatch.Listener(since, id -> id == server, Map.of()),
                            from.plusSeconds(second));
        }
    }

    private RuleEntry memory(double raiseAt) {
        Rule rule = new Rule(
                "memory",
                DefaultRules.MEMORY.metric(),
                List.of(new Level(Severity.WARNING, raiseAt, raiseAt / 2)),
                new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(10)));
        return new RuleEntry(new Condition.OnMetric(rule), RuleScope.FLEET, true, room.now(), "Awa");
    }
}
