package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.server.alert.Watchroom.eventually;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.cmm.core.alert.DefaultRules;
import org.cmm.core.forecast.DailyMaxima;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.alert.RuleReplay.Trial;
import org.cmm.server.alert.Watchroom.Process;
import org.cmm.server.fleet.Listing;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disks that will be full, from daily maxima to alerts on disk. */
@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class DiskFullIT {

    private static final Series HOME = Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, "/home");

    @Inject
    Watchroom room;

    @Inject
    RuleReplay replay;

    @Inject
    AlertEngine resident;

    @Inject
    AlertLoop residentLoop;

    @Inject
    Listing listing;

    @Inject
    Jdbi jdbi;

    private int server;

    @BeforeEach
    void onlyTheTestsEnginesLive() {
        residentLoop.stop();
        resident.stop();
        server = room.newServer();
    }

    @Test
    void isRaisedOnceAndRecoversOnceThroughARestart() throws Exception {
        Process before = room.start();
        hour(before, day -> 0.3 + 0.01 * day);
        hour(before, day -> 0.3 + 0.01 * day);
        eventually(() -> !before.open().of(server).isEmpty());
        assertThat(room.told(server)).containsExactly("disk-full warning open");
        assertThat(before.open().of(server)).singleElement().satisfies(alert -> {
            assertThat(alert.subject()).isEqualTo(HOME.toString());
            assertThat(alert.value()).isBetween(4 * 86_400.0, 6 * 86_400.0);
        });
        room.heartbeat.beat(room.now());
        before.kill();
        Process after = room.start();
        hour(after, day -> day < 64 ? 0.3 + 0.01 * day : 0.2);
        room.clock.moveOn(Duration.ofHours(26));
        hour(after, day -> day < 64 ? 0.3 + 0.01 * day : 0.2);
        eventually(() -> room.told(server).equals(List.of("disk-full warning recovered")));
        assertThat(room.told(server)).containsExactly("disk-full warning recovered");
    }

    @Test
    void aMachineThatSaysNothingRaisesNothing() throws Exception {
        Process process = room.start();
        room.live(process, server, "10");
        room.clock.moveOn(Duration.ofHours(3));
        process.engine().foretell(server, new Foretold(Map.of(HOME, maxima(day -> 0.3 + 0.01 * day))));
        hour(process, day -> 0.5);
        assertThat(room.told(server)).isEmpty();
    }

    @Test
    void triedOnHistoryItTellsWhatItWouldHaveForetold() {
        DailyMaxima maxima = maxima(day -> 0.3 + 0.0102 * day);
        long today = room.now().getEpochSecond() / 86_400;
        for (int day = 0; day < 66; day++) {
            long then = today - 65 + day;
            double share = 0.3 + 0.0102 * day;
            jdbi.useHandle(db -> db.execute(
                    "INSERT INTO volume_day VALUES (?, ?, DATE '1970-01-01' + CAST(? AS integer), ?)",
                    server,
                    HOME.toString(),
                    then,
                    share));
        }
        assertThat(maxima.count()).isEqualTo(66);
        Replayed result = replay.run(new Trial(DefaultRules.DISK_FULL, new RuleScope.OfServer(server), 30, List.of()));
        assertThat(result.tried().machines()).singleElement().satisfies(machine -> {
            assertThat(machine.times()).isEqualTo(1);
            assertThat(machine.last()).isAfter(room.now().minus(Duration.ofDays(6)));
        });
    }

    /** A sample, then the hourly forecast. */
    private void hour(Process process, IntToDoubleFunction share) {
        room.live(process, server, "10");
        process.engine().foretell(server, new Foretold(Map.of(HOME, maxima(share))));
    }

    /** Of the last 66 days up to today. */
    private DailyMaxima maxima(IntToDoubleFunction share) {
        long today = room.now().getEpochSecond() / 86_400;
        long[] days = new long[66];
        double[] shares = new double[66];
        for (int day = 0; day < 66; day++) {
            days[day] = today - 65 + day;
            shares[day] = share.applyAsDouble(day);
        }
        return DailyMaxima.of(days, shares);
    }
}
