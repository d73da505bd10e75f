package org.cmm.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

    @Test
    void findsEachMetricByItsName() {
        assertThat(Metrics.all()).hasSize(16).allSatisfy(metric -> assertThat(Metrics.find(metric.name()))
                .contains(metric));
        assertThat(Metrics.find("system.cpu")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "system.cpu.utilisation, system.cpu.utilization",
        "system.filesystem.utilisation, system.filesystem.utilization",
        "system.proces.count, system.process.count",
        "systemuptime, system.uptime"
    })
    void suggestsTheNearestName(String mistyped, String meant) {
        assertThat(Metrics.nearest(mistyped)).map(Metric::name).contains(meant);
    }

    @Test
    void suggestsNothingForAStranger() {
        assertThat(Metrics.nearest("jvm.gc.duration")).isEmpty();
        assertThat(Metrics.nearest("")).isEmpty();
        assertThat(Metrics.nearest("x".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "0.5", "-0.0"})
    void acceptsARatioInsideItsRange(double value) {
        assertThat(Metrics.CPU_UTILIZATION.check(value)).isEmpty();
    }

    @Test
    void saysWhyAValueIsNoReading() {
        Metric cpu = Metrics.CPU_UTILIZATION;
        assertThat(cpu.check(Double.NaN)).contains(new ValueFault.NotANumber(cpu));
        assertThat(cpu.check(Double.POSITIVE_INFINITY)).contains(new ValueFault.Infinite(cpu));
        assertThat(cpu.check(85)).contains(new ValueFault.OutOfRange(cpu, 85));
        assertThat(Metrics.UPTIME.check(-1)).contains(new ValueFault.OutOfRange(Metrics.UPTIME, -1));
        assertThat(Metrics.UPTIME.check(Double.POSITIVE_INFINITY)).contains(new ValueFault.Infinite(Metrics.UPTIME));
        assertThat(Metrics.UPTIME.check(Unit.SECONDS.most())).isEmpty();
        assertThat(Metrics.UPTIME.check(1e300)).contains(new ValueFault.OutOfRange(Metrics.UPTIME, 1e300));
    }

    @Test
    void describesAFaultWithItsRemedy() {
        assertThat(new ValueFault.OutOfRange(Metrics.CPU_UTILIZATION, 85).describe())
                .isEqualTo(
                        "metric 'system.cpu.utilization': a value must be between 0.0 and 1.0, in the unit '1', was 85.0");
        assertThat(new ValueFault.OutOfRange(Metrics.UPTIME, -1).describe())
                .isEqualTo("metric 'system.uptime': a value must be between 0.0 and 1.0E10, in the unit 's', was -1.0");
        assertThat(new ValueFault.NotANumber(Metrics.UPTIME).describe()).endsWith("leave an absent reading out");
        assertThat(new ValueFault.Infinite(Metrics.UPTIME).describe()).contains("must be finite");
    }

    @Test
    void knowsItsOwnSeriesByTheirAttributes() {
        Series root = Series.of(Metrics.FILESYSTEM_USAGE).with(Metrics.MOUNT_POINT, "/");
        assertThat(Metrics.FILESYSTEM_USAGE.describes(root)).isTrue();
        assertThat(Metrics.FILESYSTEM_USAGE.describes(root.with(Metrics.DEVICE, "sda")))
                .isFalse();
        assertThat(Metrics.FILESYSTEM_USAGE.describes(Series.of(Metrics.FILESYSTEM_USAGE)))
                .isFalse();
        assertThat(Metrics.FILESYSTEM_LIMIT.describes(root)).isFalse();
    }
}
