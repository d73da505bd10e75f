package org.cmm.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both ways of reading a machine, on the machine that runs the test. */
class MachineIT {
    @Test
    void readsThisMachine() {
        assertReadable(Machine.here(Path.of("/")));
    }

    @Test
    void readsThisMachineThroughOshi() {
        assertReadable(new OshiMachine());
    }

    private static void assertReadable(Machine machine) {
        var probe = new Probe(machine);
        probe.measure(0);

        List<Measurement> measurements = probe.measure(1_000);

        assertThat(measurements)
                .extracting(one -> one.series().metric())
                .contains(
                        "system.memory.utilization",
                        "system.filesystem.usage",
                        "system.uptime",
                        "system.process.count");
        assertThat(machine.facts("test", Duration.ofSeconds(10), Duration.ofSeconds(30))
                        .logicalCpus())
                .isPositive();
        assertThat(machine.processes())
                .anyMatch(one -> one.pid() == ProcessHandle.current().pid());
        assertThat(ReadingTable.of(measurements)).contains("GiB");
    }
}
