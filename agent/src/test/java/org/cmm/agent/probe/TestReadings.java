package org.cmm.agent.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Readings as a healthy machine gives them. */
final class TestReadings {
    private TestReadings() {}

    static Reading reading(long elapsedMillis, CpuTicks cpu, List<Traffic> disks) {
        return new Reading(
                elapsedMillis,
                Optional.of(cpu),
                Optional.of(0.5),
                Optional.of(new Capacity((3 << 20) + 400_000, 10_000_001)),
                Optional.of(new Capacity(0, 0)),
                List.of(new FileSystemUse("/", new Capacity(50, 100))),
                disks,
                List.of(),
                Optional.of(new PowerSupply(Optional.of(false), Optional.of(0.63))),
                Optional.of(Duration.ofMinutes(5)),
                Optional.of(80));
    }
}
