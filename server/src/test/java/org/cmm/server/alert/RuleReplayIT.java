package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
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
import org.cmm.server.alert.RuleReplay.Machine;
import org.cmm.server.alert.RuleReplay.Mark;
import org.cmm.server.alert.RuleReplay.Result;
import org.cmm.server.alert.RuleReplay.Trial;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.Test;

/** Rules tried on real rows before they are saved. */
@QuarkusTest
@TestProfile(AlertEngineIT.Alone.class)
@QuarkusTestResource(value = RealDatabase.class, restrictToAnnotatedClass = true)
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
        Result result = replay.run(new Trial(HASTY, new RuleScope.OfServer(busy), 1, List.of()));
        assertThat(result.fired()).isEqualTo(2);
        assertThat(result.rows()).isEqualTo(7);
        assertThat(result.machines())
                .containsExactly(new Machine(
                        servers.byId(busy).orElseThrow(),
                        2,
                        Duration.ofMinutes(3),
                        Severity.WARNING,
                        begin.plus(Duration.ofMinutes(5))));
        assertThat(replay.run(new Trial(HASTY, new RuleScope.OfServer(calm), 1, List.of()))
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
        Result result = replay.run(new Trial(HASTY, new RuleScope.OfServer(server), 1, List.of(mark)));
        assertThat(result.fired()).isZero();
        assertThat(result.quietest()).isEqualTo(OptionalDouble.of(0.72));
    }
}
