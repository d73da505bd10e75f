package org.cmm.agent.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was read in one tick; what could not be read is missing.
 *
 * @param elapsedMillis when, by a clock that never goes back
 */
record Reading(
        long elapsedMillis,
        Optional<CpuTicks> cpu,
        Optional<Double> load,
        Optional<Capacity> memory,
        Optional<Capacity> swap,
        List<FileSystemUse> fileSystems,
        List<Traffic> disks,
        List<Traffic> interfaces,
        Optional<PowerSupply> power,
        Optional<Duration> uptime,
        Optional<Integer> processes) {

    /** Asks the machine once for each. */
    static Reading of(Machine machine, long elapsedMillis) {
        return new Reading(
                elapsedMillis,
                Isolated.read(machine::cpuTicks),
                Isolated.read(() -> machine.loadAverage().orElseThrow()),
                Isolated.read(machine::memory),
                Isolated.read(machine::swap),
                Isolated.readAll(machine::fileSystems),
                Isolated.readAll(machine::disks),
                Isolated.readAll(machine::interfaces),
                Isolated.read(machine::power).flatMap(power -> power),
                Isolated.read(machine::uptime),
                Isolated.read(machine::processCount));
    }
}
