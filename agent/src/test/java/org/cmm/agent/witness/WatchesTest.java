package org.cmm.agent.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.protocol.MachineEventKind.BATTERY_LOW;
import static org.cmm.protocol.MachineEventKind.MAINS_BACK;
import static org.cmm.protocol.MachineEventKind.MAINS_LOST;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cmm.agent.clock.Moment;
import org.cmm.agent.probe.Measurement;
import org.cmm.protocol.LayoutSeries;
import org.junit.jupiter.api.Test;

class WatchesTest {
    private final SleepWatch sleep = new SleepWatch(at(0), 100_000);
    private final PowerWatch power = new PowerWatch();

    @Test
    void noticesASleepByTheClockThatStoodStill() {
        assertThat(sleep.look(at(10_000), 110_000)).isEmpty();
        assertThat(sleep.look(at(3_620_000), 120_000)).hasValueSatisfying(slept -> {
            assertThat(slept.asleep()).isEqualTo(at(10_000));
            assertThat(slept.awake()).isEqualTo(at(3_620_000));
        });
        assertThat(sleep.look(at(3_630_000), 130_000)).isEmpty();
    }

    @Test
    void takesTheStepsOfClocksForNoSleep() {
        assertThat(sleep.look(at(12_900), 110_000)).isEmpty();
    }

    @Test
    void noticesMainsGoingAndComing() {
        assertThat(power.look(sample(1, 0.9))).isEmpty();
        assertThat(power.look(sample(0, 0.9))).containsExactly(MAINS_LOST);
        assertThat(power.look(sample(0, 0.8))).isEmpty();
        assertThat(power.look(sample(1, 0.8))).containsExactly(MAINS_BACK);
    }

    @Test
    void aMachineThatStartsOnItsBatteryHasNotLostTheMainsNow() {
        assertThat(power.look(sample(0, 0.9))).isEmpty();
    }

    @Test
    void aSampleThatDoesNotTellChangesNothing() {
        power.look(sample(1, 0.9));

        assertThat(power.look(List.of())).isEmpty();
        assertThat(power.look(sample(0, 0.9))).containsExactly(MAINS_LOST);
    }

    @Test
    void saysOnceThatTheBatteryIsLow() {
        power.look(sample(1, 0.1));

        assertThat(power.look(sample(0, 0.1))).containsExactly(MAINS_LOST, BATTERY_LOW);
        assertThat(power.look(sample(0, 0.09))).isEmpty();
        assertThat(power.look(sample(1, 0.09))).containsExactly(MAINS_BACK);
    }

    @Test
    void aDiskThatPassesAMarkIsNewsOnce() {
        var disks = new DiskWatch();

        assertThat(disks.look(disk(0.84))).isFalse();
        assertThat(disks.look(disk(0.851))).isTrue();
        assertThat(disks.look(disk(0.849))).isFalse();
        assertThat(disks.look(disk(0.852))).isFalse();
        assertThat(disks.look(disk(0.96))).isTrue();
        assertThat(disks.look(disk(0.80))).isFalse();
        assertThat(disks.look(disk(0.86))).isTrue();
    }

    @Test
    void aDiskThatIsFullAtTheStartIsNoNews() {
        assertThat(new DiskWatch().look(disk(0.99))).isFalse();
    }

    private static List<Measurement> disk(double use) {
        var series = new LayoutSeries(
                "system.filesystem.utilization", new TreeMap<>(Map.of("system.filesystem.mountpoint", "/")), 4);
        return List.of(new Measurement(series, use));
    }

    private static Moment at(long elapsed) {
        return new Moment("boot", 1_700_000_000_000L + elapsed, elapsed);
    }

    private static List<Measurement> sample(double mains, double charge) {
        return List.of(
                new Measurement(new LayoutSeries("hw.battery.charge", new TreeMap<>(), 2), charge),
                new Measurement(new LayoutSeries("hw.status", new TreeMap<>(), 0), mains));
    }
}
