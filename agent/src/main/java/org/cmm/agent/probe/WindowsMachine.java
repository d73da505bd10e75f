package org.cmm.agent.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.cmm.agent.windows.Registry;
import org.cmm.agent.windows.SystemCalls;
import org.cmm.protocol.Facts;

/**
 * Windows, by system calls that answer the same in every language. No performance counters: their names are translated,
 * and on some machines they are damaged.
 */
final class WindowsMachine implements Machine {
    private static final String PROCESSOR = "HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0";
    private static final String CRYPTOGRAPHY = "SOFTWARE\\Microsoft\\Cryptography";
    private static final int PROCESS_INFORMATION = 5;
    private static final int PAGE_FILE_INFORMATION = 18;
    private static final int MOST_DRIVES = 8;

    private final SystemCalls calls = new SystemCalls();
    private final Registry registry = new Registry();

    @Override
    public CpuTicks cpuTicks() {
        return WindowsBuffers.cpuTicks(calls.systemTimes());
    }

    /** Windows has no such thing. */
    @Override
    public OptionalDouble loadAverage() {
        return OptionalDouble.empty();
    }

    @Override
    public Capacity memory() {
        return WindowsBuffers.memory(calls.memoryStatus());
    }

    @Override
    public Capacity swap() {
        return WindowsBuffers.pageFiles(calls.systemInformation(PAGE_FILE_INFORMATION));
    }

    @Override
    public List<FileSystemUse> fileSystems() {
        return calls.fixedDrives().stream().map(FileSpace::at).toList();
    }

    @Override
    public List<Traffic> disks() {
        return IntStream.range(0, MOST_DRIVES)
                .boxed()
                .flatMap(number ->
                        calls.diskPerformance(number).map(counters -> WindowsBuffers.disk(number, counters)).stream())
                .toList();
    }

    @Override
    public List<Traffic> interfaces() {
        return WindowsBuffers.interfaces(calls.interfaces());
    }

    @Override
    public Optional<PowerSupply> power() {
        return WindowsBuffers.power(calls.powerStatus());
    }

    @Override
    public Duration uptime() {
        return Duration.ofMillis(calls.tickMillis());
    }

    @Override
    public int processCount() {
        return WindowsBuffers.processCount(calls.performance());
    }

    @Override
    public List<ProcessUse> processes() {
        return WindowsBuffers.processes(calls.systemInformation(PROCESS_INFORMATION));
    }

    @Override
    public Facts facts(String agentVersion, Duration interval, Duration deliveryInterval) {
        var version = new WindowsVersion(registry);
        return new Facts(
                Addresses.hostName(),
                Isolated.read(version::name).orElse("Windows"),
                Isolated.read(version::number).orElse(null),
                Isolated.read(() ->
                                registry.text(PROCESSOR, "ProcessorNameString").orElse(null))
                        .orElse(null),
                Runtime.getRuntime().availableProcessors(),
                Isolated.read(this::memory)
                        .filter(Capacity::plausible)
                        .map(Capacity::total)
                        .orElse(null),
                agentVersion,
                Isolated.read(() -> System.currentTimeMillis() - calls.tickMillis())
                        .orElse(null),
                Addresses.here(),
                (int) deliveryInterval.toSeconds(),
                (int) interval.toMillis(),
                null);
    }

    /** Made by Windows when it is installed. */
    @Override
    public Optional<String> identity() {
        return Isolated.read(() -> registry.text(CRYPTOGRAPHY, "MachineGuid").orElse(null));
    }

    @Override
    public Optional<String> hardware() {
        return Isolated.read(() -> WindowsBuffers.hardwareId(calls.firmware()).orElse(null));
    }
}
