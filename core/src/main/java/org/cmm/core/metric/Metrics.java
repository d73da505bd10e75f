package org.cmm.core.metric;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The closed catalogue of metrics that CMM knows.
 *
 * <p>Names, units and attribute keys are those of OpenTelemetry's semantic conventions for system metrics, with these
 * decisions of our own:
 *
 * <ul>
 *   <li>Utilization, memory and file system usage are sent once for the whole, without the conventions' attributes for
 *       mode, state and logical number: {@code usage} is the bytes in use.
 *   <li>The conventions count input and output in ever-growing bytes ({@code system.disk.io}); our agent sends rates,
 *       because a rate needs no neighbour and survives a lost sample. They carry a name of their own, ending in
 *       {@code .rate}, so that nobody mistakes one for the other.
 *   <li>The load average is not in the conventions; its name is the one used by OpenTelemetry's collector.
 * </ul>
 *
 * <p>Source: opentelemetry.io, Semantic conventions for system metrics (status: development).
 */
public final class Metrics {

    public static final String MOUNT_POINT = "system.filesystem.mountpoint";
    public static final String DEVICE = "system.device";
    /** Takes {@code read} or {@code write}. */
    public static final String DISK_DIRECTION = "disk.io.direction";

    public static final String NETWORK_INTERFACE = "network.interface.name";
    /** Takes {@code receive} or {@code transmit}. */
    public static final String NETWORK_DIRECTION = "network.io.direction";

    public static final String HARDWARE_TYPE = "hw.type";
    public static final String HARDWARE_STATE = "hw.state";

    /** Share of all processors' time spent on work since the sample before. */
    public static final Metric CPU_UTILIZATION = ratio("system.cpu.utilization");

    /** Mean number of threads that ran or wanted to, over a minute. Absent on Windows. */
    public static final Metric CPU_LOAD_AVERAGE = amount("system.cpu.load_average.1m", Unit.COUNT);

    /** Share of physical memory that programs hold; caches that can be given back do not count. */
    public static final Metric MEMORY_UTILIZATION = ratio("system.memory.utilization");

    public static final Metric MEMORY_USAGE = amount("system.memory.usage", Unit.BYTES);
    public static final Metric MEMORY_LIMIT = amount("system.memory.limit", Unit.BYTES);

    /** Share of swap or page file in use. Absent where there is none. */
    public static final Metric PAGING_UTILIZATION = ratio("system.paging.utilization");

    public static final Metric FILESYSTEM_UTILIZATION = ratio("system.filesystem.utilization", MOUNT_POINT);
    public static final Metric FILESYSTEM_USAGE = amount("system.filesystem.usage", Unit.BYTES, MOUNT_POINT);
    public static final Metric FILESYSTEM_LIMIT = amount("system.filesystem.limit", Unit.BYTES, MOUNT_POINT);

    public static final Metric DISK_RATE = amount("system.disk.io.rate", Unit.BYTES_PER_SECOND, DEVICE, DISK_DIRECTION);
    public static final Metric NETWORK_RATE =
            amount("system.network.io.rate", Unit.BYTES_PER_SECOND, NETWORK_INTERFACE, NETWORK_DIRECTION);

    /** Time since the machine started. */
    public static final Metric UPTIME = amount("system.uptime", Unit.SECONDS);

    /** What is left in the batteries. Absent on machines without one. */
    public static final Metric BATTERY_CHARGE = ratio("hw.battery.charge");

    /**
     * 1 while the part of the machine is in the state, else 0: with {@code power_supply} and {@code ok}, whether a
     * machine with a battery has mains. Absent on others.
     */
    public static final Metric HARDWARE_STATUS = ratio("hw.status", HARDWARE_TYPE, HARDWARE_STATE);

    /** Whether a machine with a battery has mains: 1 or 0. */
    public static final Series MAINS = new Series(
            HARDWARE_STATUS.name(), new TreeMap<>(Map.of(HARDWARE_TYPE, "power_supply", HARDWARE_STATE, "ok")));

    public static final Metric PROCESS_COUNT = amount("system.process.count", Unit.COUNT);

    /** Samples that the agent measured but could not keep, over the life of its spool. Absent while there are none. */
    public static final Metric SPOOL_DROPPED = amount("cmm.agent.spool.dropped", Unit.COUNT);

    private static final List<Metric> ALL = List.of(
            CPU_UTILIZATION,
            CPU_LOAD_AVERAGE,
            MEMORY_UTILIZATION,
            MEMORY_USAGE,
            MEMORY_LIMIT,
            PAGING_UTILIZATION,
            FILESYSTEM_UTILIZATION,
            FILESYSTEM_USAGE,
            FILESYSTEM_LIMIT,
            DISK_RATE,
            NETWORK_RATE,
            UPTIME,
            BATTERY_CHARGE,
            HARDWARE_STATUS,
            PROCESS_COUNT,
            SPOOL_DROPPED);

    private static final Map<String, Metric> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Metric::name, Function.identity()));

    private Metrics() {}

    /** Every known metric, in the order in which people read them. */
    public static List<Metric> all() {
        return ALL;
    }

    public static Optional<Metric> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The known metric whose name takes the fewest edits to reach, for "did you mean …?". Empty when even the nearest
     * would need more than a third of its letters changed, since that would be a guess.
     */
    public static Optional<Metric> nearest(String name) {
        if (name.length() > Series.LONGEST_METRIC) {
            return Optional.empty();
        }
        return ALL.stream()
                .min(Comparator.comparingInt(metric -> EditDistance.between(name, metric.name())))
                .filter(metric -> EditDistance.between(name, metric.name())
                        <= metric.name().length() / 3);
    }

    private static Metric ratio(String name, String... attributeKeys) {
        return new Metric(name, Unit.RATIO, 0, 1, new TreeSet<>(List.of(attributeKeys)));
    }

    private static Metric amount(String name, Unit unit, String... attributeKeys) {
        return new Metric(name, unit, 0, unit.most(), new TreeSet<>(List.of(attributeKeys)));
    }
}
