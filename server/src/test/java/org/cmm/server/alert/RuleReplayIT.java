package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.cmm.core.alert.DefaultRules;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.Timing;
import org.cmm.server.alert.RuleReplay.Mark;
import org.cmm.server.alert.RuleReplay.Trial;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.Test;

/** Rules tried on real rows before they are saved. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class RuleReplayIT {

    private static final Rule HASTY = new Rule(
            "cpu",
            DefaultRules.CPU.metric(),
            List.of(new Level(Severity.WARNING, 0.8, 0.7)),
            new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(10)));

    @Inject
    Watchroom room;

    @Inject
    RuleReplay replay;

    @Inject
    Servers servers;

    @Test
    void tellsHowOftenWhereAndForHowLong() {
        int busy = room.newServer();
        int calm = room.newServer();
        Instant begin = room.now().minus(Duration.ofHours(3));
        double[] cpu = {0.1, 0.9, 0.9, 0.1, 0.2, 0.95, 0.1};
        for (int minute = 0; minute < cpu.length; minute++) {
            room.onDisk(busy, begin.plus(Duration.ofMinutes(minute)), cpu[minute]);
            room.onDisk(calm, begin.plus(Duration.ofMinutes(minute)), 0.3);
        }
        Replayed result = replay.run(new Trial(HASTY, new RuleScope.OfServer(busy), 1, List.of()));
        assertThat(result.tried().times()).isEqualTo(2);
        assertThat(result.reach()).isEqualTo(new Replayed.Reach(1, 1, 7, Duration.ofMinutes(6), Replayed.End.WHOLE));
        assertThat(result.tried().machines()).singleElement().satisfies(machine -> {
            assertThat(machine.server().id()).isEqualTo(busy);
            assertThat(machine.times()).isEqualTo(2);
            assertThat(machine.length()).isEqualTo(Duration.ofMinutes(3));
            assertThat(machine.median()).isEqualTo(Duration.ofMinutes(1));
            assertThat(machine.worst()).isEqualTo(Severity.WARNING);
            assertThat(machine.last()).isEqualTo(begin.plus(Duration.ofMinutes(5)));
        });
        assertThat(result.tried().weekly(result.reach())).isCloseTo(2 * 7 * 24 * 10.0, within(0.001));
        assertThat(replay.run(new Trial(HASTY, new RuleScope.OfServer(calm), 1, List.of()))
                        .tried()
                        .machines())
                .isEmpty();
    }

    @Test
    void findsTheQuietestLevelThatCatchesAMark() {
        int server = room.newServer();
        Instant begin = room.now().minus(Duration.ofHours(3));
        double[] cpu = {0.1, 0.6, 0.72, 0.6, 0.1};
        for (int minute = 0; minute < cpu.length; minute++) {
            room.onDisk(server, begin.plus(Duration.ofMinutes(minute)), cpu[minute]);
        }
        Mark mark = new Mark(servers.byId(server).orElseThrow(), begin, begin.plus(Duration.ofMinutes(4)));
        Replayed result = replay.run(new Trial(HASTY, new RuleScope.OfServer(server), 1, List.of(mark)));
        assertThat(result.tried().times()).isZero();
        assertThat(result.quietest()).isEqualTo(OptionalDouble.of(0.72));
    }

    @Test
    void proposesTheRuleWithTheFewestAlertsThatCatchesAMark() {
        int server = room.newServer();
        Instant begin = room.now().minus(Duration.ofHours(6));
        double[] cpu = {0.1, 0.99, 0.1, 0.99, 0.1, 0.99, 0.1, 0.85, 0.86, 0.87, 0.87, 0.86, 0.86, 0.85, 0.1};
        for (int minute = 0; minute < cpu.length; minute++) {
            room.onDisk(server, begin.plus(Duration.ofMinutes(minute)), cpu[minute]);
        }
        Mark trouble = new Mark(
                servers.byId(server).orElseThrow(),
                begin.plus(Duration.ofMinutes(7)),
                begin.plus(Duration.ofMinutes(13)));
        Replayed result = replay.run(new Trial(HASTY, new RuleScope.OfServer(server), 1, List.of(trouble)));
        assertThat(result.tried().times()).as("with peaks that nobody marked").isEqualTo(4);
        assertThat(result.proposal()).hasValueSatisfying(proposal -> {
            assertThat(proposal.times()).isEqualTo(1);
            assertThat(proposal.rule().timing().raiseAfter()).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(5));
            assertThat(proposal.rule().levels().getFirst().raiseAt()).isBetween(0.85, 0.87);
        });
    }

    @Test
    void whoStopsAReplayGetsWhatIsThere() throws Exception {
        int server = room.newServer();
        room.onDisk(server, room.now().minus(Duration.ofHours(1)), 0.99);
        ReplayProgress progress = new ReplayProgress(Duration.ofMinutes(1));
        progress.stop();
        Replayed result = replay.runInTurn(new Trial(HASTY, new RuleScope.OfServer(server), 1, List.of()), progress);
        assertThat(result.reach()).isEqualTo(new Replayed.Reach(1, 0, 0, Duration.ZERO, Replayed.End.STOPPED));
    }
}
