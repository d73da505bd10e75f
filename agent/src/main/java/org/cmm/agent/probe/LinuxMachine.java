package org.cmm.agent.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cmm.protocol.Facts;

/** Linux, read from {@code /proc} and {@code /sys} and from nothing else: no native library, some kilobytes a tick. */
final class LinuxMachine implements Machine {
    private static final Path PROC = Path.of("/proc");
    private static final Path POWER_SUPPLIES = Path.of("/sys/class/power_supply");
    private static final Path FIRMWARE_NUMBER = Path.of("/sys/class/dmi/id/product_uuid");
    private static final long USUAL_PAGE_BYTES = 4_096;

    private final Path root;

    /** @param root of the machine's own file systems; another than {@code /} when seen from a container */
    LinuxMachine(Path root) {
        this.root = root;
    }

    @Override
    public CpuTicks cpuTicks() {
        return ProcTexts.cpuTicks(text("/proc/stat"));
    }

    @Override
    public OptionalDouble loadAverage() {
        return OptionalDouble.of(ProcTexts.loadAverage(text("/proc/loadavg")));
    }

    @Override
    public Capacity memory() {
        return ProcTexts.memory(text("/proc/meminfo"));
    }

    @Override
    public Capacity swap() {
        return ProcTexts.swap(text("/proc/meminfo"));
    }

    @Override
    public List<FileSystemUse> fileSystems() {
        return ProcTexts.mounts(text("/proc/self/mounts"), root).stream()
                .map(ProcTexts.Mount::point)
                .filter(point -> Files.isDirectory(seen(point)))
                .map(point -> FileSpace.at(seen(point), point))
                .toList();
    }

    @Override
    public List<Traffic> disks() {
        return ProcTexts.disks(text("/proc/diskstats")).stream()
                .filter(disk -> Files.exists(Path.of("/sys/block", disk.device(), "device")))
                .toList();
    }

    /** Those with hardware behind them; in a container none has, and then names must tell. */
    @Override
    public List<Traffic> interfaces() {
        List<Traffic> named = ProcTexts.interfaces(text("/proc/net/dev")).stream()
                .filter(one -> RealInterfaces.isReal(one.device()))
                .toList();
        List<Traffic> physical = named.stream()
                .filter(one -> Files.exists(Path.of("/sys/class/net", one.device(), "device")))
                .toList();
        return physical.isEmpty() ? named : physical;
    }

    @Override
    public Optional<PowerSupply> power() {
        return SupplyTexts.read(entries(POWER_SUPPLIES, "*").stream()
                .flatMap(folder -> Isolated.read(() -> text(folder + "/uevent")).stream())
                .toList());
    }

    @Override
    public Duration uptime() {
        return ProcTexts.uptime(text("/proc/uptime"));
    }

    @Override
    public int processCount() {
        return processFolders().size();
    }

    @Override
    public List<ProcessUse> processes() {
        long pageBytes = pageBytes();
        return processFolders().stream()
                .map(folder -> Isolated.read(() -> ProcTexts.process(text(folder + "/stat"), pageBytes)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Facts facts(String agentVersion, Duration interval, Duration deliveryInterval) {
        String release = Isolated.read(() -> text(seen("/etc/os-release"))).orElse("");
        return new Facts(
                Isolated.read(() -> text("/proc/sys/kernel/hostname").strip()).orElseGet(Addresses::hostName),
                ProcTexts.value(release, "NAME", '=').orElse("Linux"),
                ProcTexts.value(release, "VERSION_ID", '=').orElse(null),
                Isolated.read(() -> text("/proc/cpuinfo"))
                        .flatMap(info -> ProcTexts.value(info, "model name", ':'))
                        .orElse(null),
                Runtime.getRuntime().availableProcessors(),
                Isolated.read(this::memory)
                        .filter(Capacity::plausible)
                        .map(Capacity::total)
                        .orElse(null),
                agentVersion,
                Isolated.read(() -> text("/proc/stat"))
                        .flatMap(stat -> ProcTexts.value(stat, "btime", ' '))
                        .map(seconds -> Long.parseLong(seconds) * 1_000)
                        .orElse(null),
                Addresses.here(),
                (int) deliveryInterval.toSeconds(),
                (int) interval.toMillis(),
                null);
    }

    @Override
    public Optional<String> identity() {
        return Isolated.read(() -> text(seen("/etc/machine-id")).strip()).filter(id -> !id.isEmpty());
    }

    /** Readable by root only; systemd hands it on to the service, which is not. */
    @Override
    public Optional<String> hardware() {
        return Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).stream()
                .map(folder -> Path.of(folder, "hardware"))
                .flatMap(file -> Isolated.read(() -> text(file)).stream())
                .findFirst()
                .or(() -> Isolated.read(() -> text(FIRMWARE_NUMBER)))
                .flatMap(ProcTexts::hardwareId);
    }

    private static List<Path> processFolders() {
        return entries(PROC, "[0-9]*");
    }

    private static List<Path> entries(Path folder, String pattern) {
        var entries = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** As the kernel says of this process's own memory; four kilobytes nearly everywhere. */
    private static long pageBytes() {
        return Isolated.read(() -> text("/proc/self/smaps"))
                .flatMap(smaps -> ProcTexts.value(smaps, "KernelPageSize", ':'))
                .map(size -> Long.parseLong(size.split(" ")[0]) * 1_024)
                .orElse(USUAL_PAGE_BYTES);
    }

    /** Where a path of the machine itself lies for this program. */
    private Path seen(String path) {
        return root.resolve(path.substring(1));
    }

    private static String text(String file) {
        return text(Path.of(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
