package org.cmm.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private final Map<String, Integer> reads = new TreeMap<>();

    /** Counts what is asked, and answers as a machine whose every reading fails. */
    private final Machine counting = (Machine) Proxy.newProxyInstance(
            ProbeTest.class.getClassLoader(), new Class<?>[] {Machine.class}, (proxy, method, arguments) -> {
                reads.merge(method.getName(), 1, Integer::sum);
                throw new IllegalStateException("cannot be read");
            });

    @Test
    void readsEachDeviceOnceATick() {
        var probe = new Probe(counting);

        probe.measure(0);

        assertThat(reads)
                .containsOnlyKeys(
                        "cpuTicks",
                        "loadAverage",
                        "memory",
                        "swap",
                        "fileSystems",
                        "disks",
                        "interfaces",
                        "power",
                        "uptime",
                        "processCount")
                .allSatisfy((reading, times) -> assertThat(times).as(reading).isEqualTo(1));
    }

    @Test
    void whatCannotBeReadIsAbsentAndNeverZero() {
        var probe = new Probe(counting);

        probe.measure(0);

        assertThat(probe.measure(10_000)).allMatch(measurement -> Double.isNaN(measurement.value()));
    }
}
