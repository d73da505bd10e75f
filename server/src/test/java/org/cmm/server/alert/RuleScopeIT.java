package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.server.alert.Watchroom.eventually;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.cmm.core.alert.DefaultRules;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Kind.Often;
import org.cmm.core.alert.Kind.Side;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.SilenceRule;
import org.cmm.core.alert.Timing;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.alert.Watchroom.Process;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rule decides where, on disk and in a running engine. */
@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class RuleScopeIT {

    private static final Timing AT_ONCE = new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(10));

    @Inject
    Watchroom room;

    @Inject
    RuleTable table;

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

    @AfterEach
    void onlyDefaultsStay() {
        room.jdbi.useHandle(db -> db.execute("DELETE FROM rule WHERE scope <> 'fleet' OR id LIKE 'own-%'"));
    }

    @Test
    void theNearestRuleDecides() throws Exception {
        Process process = room.start();
        room.live(process, server, "50");
        process.engine().adopt(cpu(new RuleScope.OfTag("lab"), 0.4));
        room.live(process, server, "50x2");
        assertThat(room.told(server)).as("without the tag").isEmpty();

        process.engine().adopt(cpu(new RuleScope.OfServer(server), 0.45));
        room.live(process, server, "50");
        eventually(() -> !process.open().of(server).isEmpty());
        process.engine().remove(cpu(new RuleScope.OfServer(server), 0.45));
        room.live(process, server, "50x31");
        eventually(() -> process.open().of(server).isEmpty());
        assertThat(room.told(server)).containsExactly("cpu warning recovered");
    }

    @Test
    void aNearRuleThatIsOffSilencesAWiderOne() throws Exception {
        Process process = room.start();
        RuleEntry off = new RuleEntry(
                new Condition.OnMetric(DefaultRules.CPU), new RuleScope.OfServer(server), false, room.now(), "Awa");
        process.engine().adopt(off);
        room.live(process, server, "99x20");
        assertThat(room.told(server)).isEmpty();
    }

    @Test
    void aServerThatMovesGetsTheRulesOfItsNewSiteAtOnce() throws Exception {
        int calm = room.newSite();
        int strict = room.newSite();
        room.moved(server, calm);
        Process process = room.start();
        process.engine().adopt(cpu(new RuleScope.OfSite(calm), 0.9));
        process.engine().adopt(cpu(new RuleScope.OfSite(strict), 0.4));
        room.live(process, server, "50x3");
        assertThat(room.told(server)).as("where it is").isEmpty();
        room.moved(server, strict);
        process.engine().refit(server);
        room.live(process, server, "50");
        eventually(() -> room.told(server).equals(List.of("cpu warning open")));
        room.moved(server, calm);
        process.engine().refit(server);
        room.live(process, server, "50x2 10");
        eventually(() -> room.told(server).equals(List.of("cpu warning recovered")));
        assertThat(room.told(server)).hasSize(1);
    }

    @Test
    void everyKindComesBackFromDiskAsItWas() {
        List<Condition> conditions = List.of(
                metric("own-low", Kind.Threshold.low("hw.battery.charge"), new Level(Severity.WARNING, -0.2, -0.3)),
                metric(
                        "own-often",
                        new Kind.Threshold("system.cpu.utilization", Side.HIGH, new Often(3, 5)),
                        new Level(Severity.WARNING, 0.9, 0.8)),
                metric(
                        "own-free",
                        Kind.Threshold.high("system.filesystem.utilization"),
                        new Level(Severity.INFO, 0.8, 0.7),
                        new Level(Severity.WARNING, 0.9, 0.8, 2e10)),
                metric(
                        "own-rate",
                        new Kind.RateOfChange("system.filesystem.usage", Side.HIGH, Duration.ofHours(6)),
                        new Level(Severity.WARNING, 1e9, 1e8)),
                metric("own-missing", new Kind.NoData("system.cpu.utilization"), new Level(Severity.INFO, 600, 300)),
                metric("own-restart", new Kind.RestartSeen(Duration.ofHours(24)), new Level(Severity.INFO, 3, 2)),
                new Condition.OnSilence(new SilenceRule(Duration.ofMinutes(5), Severity.WARNING)));
        conditions.forEach(
                condition -> table.put(new RuleEntry(condition, new RuleScope.OfTag("lab"), true, room.now(), "Awa")));
        assertThat(table.all())
                .filteredOn(entry -> entry.scope().equals(new RuleScope.OfTag("lab")))
                .extracting(RuleEntry::condition)
                .containsExactlyInAnyOrderElementsOf(conditions);
    }

    @Test
    void aRestartGoesOnWithARuleOfItsOwnKind() throws Exception {
        Process before = room.start();
        Rule often = new Rule(
                "own-often",
                new Kind.Threshold("system.cpu.utilization", Side.HIGH, new Often(3, 4)),
                List.of(new Level(Severity.INFO, 0.5, 0.4)),
                AT_ONCE);
        before.engine()
                .adopt(new RuleEntry(
                        new Condition.OnMetric(often), new RuleScope.OfServer(server), true, room.now(), "Awa"));
        room.live(before, server, "10 60 10 60");
        assertThat(room.told(server)).isEmpty();
        room.heartbeat.beat(room.now());
        before.kill();
        Process after = room.start();
        room.live(after, server, "60");
        eventually(() -> !after.open().of(server).isEmpty());
        room.live(after, server, "10x2");
        eventually(() -> after.open().of(server).isEmpty());
        assertThat(room.told(server)).containsExactly("own-often info recovered");
    }

    private RuleEntry cpu(RuleScope scope, double raiseAt) {
        Rule rule = new Rule(
                "cpu",
                DefaultRules.CPU.metric(),
                List.of(new Level(Severity.WARNING, raiseAt, raiseAt - 0.1)),
                AT_ONCE);
        return new RuleEntry(new Condition.OnMetric(rule), scope, true, room.now(), "Awa");
    }

    private static Condition metric(String id, Kind kind, Level... levels) {
        return new Condition.OnMetric(new Rule(id, kind, List.of(levels), AT_ONCE));
    }
}
