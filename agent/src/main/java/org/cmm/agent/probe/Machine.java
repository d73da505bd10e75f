package org.cmm.agent.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cmm.protocol.Facts;

/**
 * What an operating system tells, as it tells it. Any method may throw, and any number may be a sentinel; the readers
 * of these answers know that.
 */
public interface Machine {
    /**
     * This machine, by the cheapest way there is: {@code /proc}, system calls, or OSHI elsewhere.
     *
     * @param root where Linux' own file systems are seen from here; {@code /} unless in a container
     */
    static Machine here(Path root) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("linux")) {
            return new LinuxMachine(root);
        }
        return system.contains("windows") ? new WindowsMachine() : new OshiMachine();
    }

    CpuTicks cpuTicks();

    /** Over one minute; empty where the system knows none. */
    OptionalDouble loadAverage();

    Capacity memory();

    /** Swap or page file; a total of 0 where there is none. */
    Capacity swap();

    /** Fixed disks only, each once. */
    List<FileSystemUse> fileSystems();

    /** Whole physical disks. */
    List<Traffic> disks();

    /** Real interfaces: no loopback, no bridges. */
    List<Traffic> interfaces();

    /** What it runs on; empty on a machine without battery. */
    Optional<PowerSupply> power();

    Duration uptime();

    int processCount();

    List<ProcessUse> processes();

    /** What hardly ever changes, and how the agent is set. */
    Facts facts(String agentVersion, Duration interval, Duration deliveryInterval);

    /** What tells this machine from every other, if it has such a thing; never leaves the machine as it is. */
    Optional<String> identity();

    /**
     * The number that its maker gave the machine, where he did and it can be read; never leaves the machine as it is.
     */
    Optional<String> hardware();
}
