package org.cmm.agent.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.cmm.protocol.LayoutSeries;

/**
 * Turns readings into metrics named by OpenTelemetry's conventions: ratios from 0 to 1, bytes, bytes a second, seconds.
 *
 * <p>What cannot be told is {@code NaN} or missing, never zero. Processor use and rates need the reading before:
 * without one, after a counter went back, or when no time has passed, they are {@code NaN}. Used bytes are rounded to
 * whole mebibytes, so that a value at rest stays the same and travels as one byte.
 */
final class Metrics {
    private static final int MOST_FILE_SYSTEMS = 16;
    private static final int MOST_DEVICES = 8;
    private static final double MEBIBYTE = 1 << 20;
    private static final Map<String, String> MAINS = Map.of("hw.type", "power_supply", "hw.state", "ok");

    private final Optional<Reading> before;
    private final Reading now;
    private final List<Measurement> measurements = new ArrayList<>();

    private Metrics(Optional<Reading> before, Reading now) {
        this.before = before;
        this.now = now;
    }

    /** The metrics at {@code now}. */
    static List<Measurement> of(Optional<Reading> before, Reading now) {
        return new Metrics(before, now).all();
    }

    private List<Measurement> all() {
        add("system.cpu.utilization", Map.of(), 4, cpuUtilization());
        now.load().filter(load -> load >= 0).ifPresent(load -> add("system.cpu.load_average.1m", Map.of(), 2, load));
        now.memory().filter(Capacity::plausible).ifPresent(this::addMemory);
        now.swap()
                .filter(Capacity::plausible)
                .ifPresent(swap -> add("system.paging.utilization", Map.of(), 4, swap.ratio()));
        now.fileSystems().stream()
                .filter(one -> one.space().plausible())
                .limit(MOST_FILE_SYSTEMS)
                .forEach(this::addFileSystem);
        now.disks().stream().limit(MOST_DEVICES).forEach(this::addDisk);
        now.interfaces().stream().limit(MOST_DEVICES).forEach(this::addInterface);
        now.power().ifPresent(this::addPower);
        now.uptime()
                .filter(uptime -> !uptime.isNegative() && !uptime.isZero())
                .ifPresent(uptime -> add("system.uptime", Map.of(), 0, uptime.toSeconds()));
        now.processes().filter(count -> count > 0).ifPresent(count -> add("system.process.count", Map.of(), 0, count));
        return List.copyOf(measurements);
    }

    private double cpuUtilization() {
        if (before.flatMap(Reading::cpu).isEmpty() || now.cpu().isEmpty()) {
            return Double.NaN;
        }
        CpuTicks earlier = before.get().cpu().get();
        CpuTicks later = now.cpu().get();
        double total = (double) later.total() - earlier.total();
        double busy = (double) later.busy() - earlier.busy();
        return total > 0 && busy >= 0 ? Math.min(1, busy / total) : Double.NaN;
    }

    private void addMemory(Capacity memory) {
        add("system.memory.utilization", Map.of(), 4, memory.ratio());
        add("system.memory.usage", Map.of(), 0, wholeMebibytes(memory.used()));
        add("system.memory.limit", Map.of(), 0, memory.total());
    }

    private void addFileSystem(FileSystemUse one) {
        var attributes = Map.of("system.filesystem.mountpoint", one.mountPoint());
        add("system.filesystem.utilization", attributes, 4, one.space().ratio());
        add("system.filesystem.usage", attributes, 0, wholeMebibytes(one.space().used()));
        add("system.filesystem.limit", attributes, 0, one.space().total());
    }

    private void addDisk(Traffic disk) {
        String device = disk.device();
        add(
                "system.disk.io.rate",
                Map.of("system.device", device, "disk.io.direction", "read"),
                0,
                rate(device, Reading::disks, Traffic::in));
        add(
                "system.disk.io.rate",
                Map.of("system.device", device, "disk.io.direction", "write"),
                0,
                rate(device, Reading::disks, Traffic::out));
    }

    private void addInterface(Traffic one) {
        String device = one.device();
        add(
                "system.network.io.rate",
                Map.of("network.interface.name", device, "network.io.direction", "receive"),
                0,
                rate(device, Reading::interfaces, Traffic::in));
        add(
                "system.network.io.rate",
                Map.of("network.interface.name", device, "network.io.direction", "transmit"),
                0,
                rate(device, Reading::interfaces, Traffic::out));
    }

    private void addPower(PowerSupply power) {
        power.charge().ifPresent(charge -> add("hw.battery.charge", Map.of(), 2, charge));
        power.mains().ifPresent(mains -> add("hw.status", MAINS, 0, mains ? 1 : 0));
    }

    private double rate(String device, Function<Reading, List<Traffic>> devices, ToLongFunction<Traffic> counter) {
        var earlier = before.flatMap(reading -> find(device, devices.apply(reading)));
        var later = find(device, devices.apply(now));
        if (earlier.isEmpty() || later.isEmpty()) {
            return Double.NaN;
        }
        long from = counter.applyAsLong(earlier.get());
        long to = counter.applyAsLong(later.get());
        long millis = now.elapsedMillis() - before.orElseThrow().elapsedMillis();
        return millis > 0 && from >= 0 && to >= from ? (to - from) * 1_000.0 / millis : Double.NaN;
    }

    private static Optional<Traffic> find(String device, List<Traffic> devices) {
        return devices.stream().filter(one -> one.device().equals(device)).findFirst();
    }

    private void add(String metric, Map<String, String> attributes, int decimals, double value) {
        measurements.add(new Measurement(new LayoutSeries(metric, new TreeMap<>(attributes), decimals), value));
    }

    private static double wholeMebibytes(long bytes) {
        return Math.rint(bytes / MEBIBYTE) * MEBIBYTE;
    }
}
