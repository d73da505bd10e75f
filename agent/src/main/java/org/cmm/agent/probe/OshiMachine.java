package org.cmm.agent.probe;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.cmm.protocol.Facts;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.hardware.PowerSource;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** macOS and what else there is, through OSHI, which answers -1, 0 or "unknown" when it could not read. */
final class OshiMachine implements Machine {
    private static final String UNKNOWN = "unknown";
    private static final long UNTOLD = -1;

    static {
        // OSHI's logging is not ours: without this, and set first, it would print three lines about a missing logger.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private final HardwareAbstractionLayer hardware;
    private final OperatingSystem system;
    private final Devices<HWDiskStore> disks;
    private final Devices<NetworkIF> interfaces;

    OshiMachine() {
        var info = new SystemInfo();
        hardware = info.getHardware();
        system = info.getOperatingSystem();
        disks = new Devices<>(hardware::getDiskStores, HWDiskStore::updateAttributes);
        interfaces = new Devices<>(this::realInterfaces, NetworkIF::updateAttributes);
    }

    @Override
    public CpuTicks cpuTicks() {
        long[] ticks = hardware.getProcessor().getSystemCpuLoadTicks();
        long total = 0;
        for (long each : ticks) {
            total += each;
        }
        long idle = ticks[TickType.IDLE.getIndex()] + ticks[TickType.IOWAIT.getIndex()];
        return new CpuTicks(total - idle, total);
    }

    /** A negative number where the system knows none. */
    @Override
    public OptionalDouble loadAverage() {
        double load = hardware.getProcessor().getSystemLoadAverage(1)[0];
        return load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load);
    }

    @Override
    public Capacity memory() {
        var memory = hardware.getMemory();
        return new Capacity(memory.getTotal() - memory.getAvailable(), memory.getTotal());
    }

    /** OSHI answers that nothing is used where reading fails, so that cannot be told from nothing used. */
    @Override
    public Capacity swap() {
        var swap = hardware.getMemory().getVirtualMemory();
        long used = swap.getSwapUsed();
        return new Capacity(used == 0 ? UNTOLD : used, swap.getSwapTotal());
    }

    @Override
    public List<FileSystemUse> fileSystems() {
        return StreamSupport.stream(
                        FileSystems.getDefault().getRootDirectories().spliterator(), false)
                .filter(Files::isReadable)
                .map(root -> FileSpace.at(root.toString()))
                .toList();
    }

    @Override
    public List<Traffic> disks() {
        return disks.read().stream().map(OshiMachine::traffic).toList();
    }

    @Override
    public List<Traffic> interfaces() {
        return interfaces.read().stream().map(OshiMachine::traffic).toList();
    }

    @Override
    public Optional<PowerSupply> power() {
        List<PowerSource> batteries = hardware.getPowerSources().stream()
                .filter(one -> one.getMaxCapacity() > 0)
                .toList();
        return batteries.isEmpty()
                ? Optional.empty()
                : Optional.of(new PowerSupply(
                        Optional.of(batteries.stream().anyMatch(PowerSource::isPowerOnLine)),
                        Optional.of(batteries.get(0).getRemainingCapacityPercent())
                                .filter(charge -> charge >= 0 && charge <= 1)));
    }

    @Override
    public Duration uptime() {
        return Duration.ofSeconds(system.getSystemUptime());
    }

    @Override
    public int processCount() {
        return system.getProcessCount();
    }

    @Override
    public List<ProcessUse> processes() {
        return system.getProcesses().stream().map(OshiMachine::use).toList();
    }

    @Override
    public Facts facts(String agentVersion, Duration interval, Duration deliveryInterval) {
        return new Facts(
                Addresses.hostName(),
                Isolated.read(system::getFamily).flatMap(OshiMachine::known).orElse(null),
                Isolated.read(() -> system.getVersionInfo().getVersion())
                        .flatMap(OshiMachine::known)
                        .orElse(null),
                Isolated.read(() ->
                                hardware.getProcessor().getProcessorIdentifier().getName())
                        .flatMap(OshiMachine::known)
                        .orElse(null),
                Runtime.getRuntime().availableProcessors(),
                Isolated.read(this::memory)
                        .filter(Capacity::plausible)
                        .map(Capacity::total)
                        .orElse(null),
                agentVersion,
                Isolated.read(system::getSystemBootTime)
                        .filter(time -> time > 0)
                        .map(time -> time * 1_000)
                        .orElse(null),
                Addresses.here(),
                (int) deliveryInterval.toSeconds(),
                (int) interval.toMillis(),
                null);
    }

    @Override
    public Optional<String> hardware() {
        return Optional.empty();
    }

    @Override
    public Optional<String> identity() {
        return Isolated.read(() -> hardware.getComputerSystem().getHardwareUUID())
                .flatMap(OshiMachine::known);
    }

    static Optional<String> known(String text) {
        return text.isBlank() || text.equalsIgnoreCase(UNKNOWN) ? Optional.empty() : Optional.of(text.strip());
    }

    private static Traffic traffic(HWDiskStore disk) {
        return new Traffic(disk.getName(), disk.getReadBytes(), disk.getWriteBytes());
    }

    private static Traffic traffic(NetworkIF one) {
        return new Traffic(one.getName(), one.getBytesRecv(), one.getBytesSent());
    }

    private static ProcessUse use(OSProcess process) {
        return new ProcessUse(
                process.getName(),
                process.getProcessID(),
                process.getKernelTime() + process.getUserTime(),
                process.getResidentMemory());
    }

    private List<NetworkIF> realInterfaces() {
        return hardware.getNetworkIFs().stream()
                .filter(one -> RealInterfaces.isReal(one.getName()) && RealInterfaces.isReal(one.getDisplayName()))
                .toList();
    }
}
