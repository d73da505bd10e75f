package org.cmm.agent.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the texts of Linux's {@code /proc}, as the manual page proc(5) describes them. */
final class ProcTexts {
    private static final long SECTOR_BYTES = 512;
    private static final long MILLIS_PER_TICK = 10;
    private static final int MOST_TICK_FIELDS = 8;

    /** Types of file systems that live on a disk of this machine. */
    private static final Set<String> DISK_TYPES = Set.of(
            "ext2",
            "ext3",
            "ext4",
            "xfs",
            "btrfs",
            "zfs",
            "f2fs",
            "jfs",
            "reiserfs",
            "bcachefs",
            "vfat",
            "exfat",
            "ntfs",
            "ntfs3",
            "fuseblk",
            "apfs",
            "hfsplus");

    /** A file system and what it lies on. */
    record Mount(String source, String point) {}

    private ProcTexts() {}

    /** From {@code /proc/stat}; guest time is already part of user time, and steal is time nobody here could use. */
    static CpuTicks cpuTicks(String stat) {
        String[] fields = firstLine(stat).trim().split("\\s+");
        long total = 0;
        for (int i = 1; i <= MOST_TICK_FIELDS && i < fields.length; i++) {
            total += Long.parseLong(fields[i]);
        }
        long idle = Long.parseLong(fields[4]) + Long.parseLong(fields[5]);
        return new CpuTicks(total - idle, total);
    }

    static double loadAverage(String loadavg) {
        return Double.parseDouble(loadavg.substring(0, loadavg.indexOf(' ')));
    }

    /** From {@code /proc/meminfo}; what could be had without swapping counts as free. */
    static Capacity memory(String meminfo) {
        Map<String, Long> bytes = meminfoBytes(meminfo);
        long total = bytes.getOrDefault("MemTotal", -1L);
        return new Capacity(total - bytes.getOrDefault("MemAvailable", total + 1), total);
    }

    static Capacity swap(String meminfo) {
        Map<String, Long> bytes = meminfoBytes(meminfo);
        long total = bytes.getOrDefault("SwapTotal", -1L);
        return new Capacity(total - bytes.getOrDefault("SwapFree", total + 1), total);
    }

    /**
     * From {@code /proc/self/mounts}: each disk once, at its shortest mount point; the root whatever it lies on.
     *
     * @param root below which the machine's own file systems are seen; mount points are told as if it were {@code /}
     */
    static List<Mount> mounts(String mounts, Path root) {
        var bySource = new LinkedHashMap<String, Mount>();
        mounts.lines()
                .map(line -> line.split(" "))
                .filter(fields -> onDisk(fields, root))
                .forEach(fields -> {
                    var mount = new Mount(unescaped(fields[0]), "/" + root.relativize(Path.of(unescaped(fields[1]))));
                    bySource.merge(
                            mount.source(),
                            mount,
                            (one, other) -> other.point().length() < one.point().length() ? other : one);
                });
        return List.copyOf(bySource.values());
    }

    /** From {@code /proc/diskstats}, every device and partition. */
    static List<Traffic> disks(String diskstats) {
        return diskstats
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields.length >= 10)
                .map(fields -> new Traffic(
                        fields[2], Long.parseLong(fields[5]) * SECTOR_BYTES, Long.parseLong(fields[9]) * SECTOR_BYTES))
                .toList();
    }

    /** From {@code /proc/net/dev}, every interface. */
    static List<Traffic> interfaces(String dev) {
        return dev.lines()
                .filter(line -> line.indexOf(':') > 0)
                .map(ProcTexts::networkInterface)
                .toList();
    }

    static Duration uptime(String uptime) {
        return Duration.ofMillis((long) (Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) * 1_000));
    }

    /** From {@code /proc/PID/stat}; the name in brackets may itself hold brackets and spaces. */
    static ProcessUse process(String stat, long pageBytes) {
        int open = stat.indexOf('(');
        int close = stat.lastIndexOf(')');
        String[] fields = stat.substring(close + 2).trim().split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return new ProcessUse(
                stat.substring(open + 1, close),
                Long.parseLong(stat, 0, open - 1, 10),
                ticks * MILLIS_PER_TICK,
                Long.parseLong(fields[21]) * pageBytes);
    }

    /** The value behind {@code key} and a separator, such as in {@code /proc/cpuinfo} or {@code /etc/os-release}. */
    static Optional<String> value(String text, String key, char separator) {
        return text.lines()
                .filter(line -> line.startsWith(key) && line.indexOf(separator) >= 0)
                .filter(line ->
                        line.substring(0, line.indexOf(separator)).strip().equals(key))
                .map(line -> line.substring(line.indexOf(separator) + 1).strip().replace("\"", ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** From what the firmware calls the machine; empty where the maker gave no number, which shows as one digit. */
    static Optional<String> hardwareId(String told) {
        String digits = told.strip().toLowerCase(Locale.ROOT).replace("-", "");
        return digits.matches("[0-9a-f]{32}") && !digits.matches("0+|f+") ? Optional.of(digits) : Optional.empty();
    }

    private static Map<String, Long> meminfoBytes(String meminfo) {
        var bytes = new HashMap<String, Long>();
        meminfo.lines()
                .map(line -> line.split("[:\\s]+"))
                .filter(fields -> fields.length >= 2)
                .forEach(fields -> bytes.put(fields[0], Long.parseLong(fields[1]) * 1_024));
        return bytes;
    }

    private static Traffic networkInterface(String line) {
        int colon = line.indexOf(':');
        String[] fields = line.substring(colon + 1).trim().split("\\s+");
        return new Traffic(line.substring(0, colon).trim(), Long.parseLong(fields[0]), Long.parseLong(fields[8]));
    }

    private static boolean onDisk(String[] fields, Path root) {
        if (fields.length < 3) {
            return false;
        }
        Path point = Path.of(unescaped(fields[1]));
        return point.startsWith(root) && (DISK_TYPES.contains(fields[2]) || point.equals(root));
    }

    /** Blanks in mount points are written as {@code \040}. */
    private static String unescaped(String text) {
        return text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }

    private static String firstLine(String text) {
        return Stream.of(text.split("\n", 2)).findFirst().orElse("");
    }
}
