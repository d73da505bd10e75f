package org.cmm.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.agent.probe.TestReadings.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Reading BEFORE = reading(0, new CpuTicks(100, 1_000), List.of(new Traffic("sda", 1_000, 0)));
    private static final Reading NOW =
            reading(10_000, new CpuTicks(350, 2_000), List.of(new Traffic("sda", 51_000, 20)));

    @Test
    void tellsProcessorUseAndRatesFromTwoReadings() {
        var metrics = Metrics.of(Optional.of(BEFORE), NOW);

        assertThat(value(metrics, "system.cpu.utilization")).isEqualTo(0.25);
        assertThat(value(metrics, "system.disk.io.rate", "read")).isEqualTo(5_000);
        assertThat(value(metrics, "system.disk.io.rate", "write")).isEqualTo(2);
    }

    @Test
    void tellsNeitherFromOneReading() {
        var metrics = Metrics.of(Optional.empty(), NOW);

        assertThat(value(metrics, "system.cpu.utilization")).isNaN();
        assertThat(value(metrics, "system.disk.io.rate", "read")).isNaN();
    }

    @Test
    void saysNothingAfterACounterWentBack() {
        var restarted = reading(20_000, new CpuTicks(10, 50), List.of(new Traffic("sda", 7, 7)));

        var metrics = Metrics.of(Optional.of(NOW), restarted);

        assertThat(value(metrics, "system.cpu.utilization")).isNaN();
        assertThat(value(metrics, "system.disk.io.rate", "read")).isNaN();
    }

    @Test
    void leavesOutWhatCannotBeTrue() {
        var sentinels = new Reading(
                0,
                Optional.empty(),
                Optional.of(-1.0),
                Optional.of(new Capacity(0, 0)),
                Optional.of(new Capacity(-1, 100)),
                List.of(new FileSystemUse("/", new Capacity(200, 100))),
                List.of(),
                List.of(),
                Optional.of(new PowerSupply(Optional.empty(), Optional.empty())),
                Optional.of(Duration.ZERO),
                Optional.of(0));

        assertThat(Metrics.of(Optional.empty(), sentinels))
                .extracting(one -> one.series().metric())
                .containsExactly("system.cpu.utilization");
    }

    @Test
    void roundsUsedBytesToMebibytes() {
        assertThat(value(Metrics.of(Optional.empty(), NOW), "system.memory.usage"))
                .isEqualTo(3 << 20);
        assertThat(value(Metrics.of(Optional.empty(), NOW), "system.memory.limit"))
                .isEqualTo(10_000_001);
    }

    @Test
    void tellsWhatAMachineWithABatteryRunsOn() {
        var metrics = Metrics.of(Optional.empty(), NOW);

        assertThat(value(metrics, "hw.battery.charge")).isEqualTo(0.63);
        assertThat(value(metrics, "hw.status", "power_supply", "ok")).isZero();
    }

    @Test
    void doesNotLetManyDevicesMakeManySeries() {
        var disks = IntStream.range(0, 100)
                .mapToObj(number -> new Traffic("sd" + number, 0, 0))
                .toList();

        assertThat(Metrics.of(Optional.empty(), reading(0, new CpuTicks(0, 1), disks)))
                .filteredOn(one -> one.series().metric().equals("system.disk.io.rate"))
                .hasSize(16);
    }

    @Test
    void oneReadingThatThrowsTakesNoOtherWithIt() {
        var metrics = new Probe(new BrokenMachine()).measure(0);

        assertThat(metrics)
                .extracting(one -> one.series().metric())
                .containsExactly("system.cpu.utilization", "system.process.count");
    }

    private static double value(List<Measurement> metrics, String metric, String... attributes) {
        return metrics.stream()
                .filter(one -> one.series().metric().equals(metric))
                .filter(one -> one.series().attributes().values().containsAll(List.of(attributes)))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
