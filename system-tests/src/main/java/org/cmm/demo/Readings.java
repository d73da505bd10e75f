package org.cmm.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutSeries;

/** What one machine measures: a pure function of seed, machine and time, so that history and present fit together. */
final class Readings {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final double DAY = 24.0 * 60 * MINUTE;
    private static final long DISK_BYTES = 240L << 30;
    private static final double MEBIBYTE = 1 << 20;

    private final DemoMachine machine;
    private final Instant start;
    private final Absences absences;
    private final long seed;

    Readings(DemoMachine machine, long seed, Instant start) {
        this.machine = machine;
        this.start = start;
        this.absences = new Absences(machine, seed, start);
        this.seed = Noise.hash(seed, machine.number());
    }

    Layout layout() {
        List<LayoutSeries> series = new ArrayList<>();
        add(series, 4, "system.cpu.utilization");
        add(series, 4, "system.memory.utilization");
        add(series, 0, "system.memory.usage");
        add(series, 0, "system.memory.limit");
        for (String disk : machine.model().disks()) {
            add(series, 4, "system.filesystem.utilization", "system.filesystem.mountpoint", disk);
            add(series, 0, "system.filesystem.usage", "system.filesystem.mountpoint", disk);
            add(series, 0, "system.filesystem.limit", "system.filesystem.mountpoint", disk);
        }
        for (String direction : List.of("read", "write")) {
            add(series, 0, "system.disk.io.rate", "system.device", "disk0", "disk.io.direction", direction);
        }
        for (String direction : List.of("receive", "transmit")) {
            add(
                    series,
                    0,
                    "system.network.io.rate",
                    "network.interface.name",
                    "eth0",
                    "network.io.direction",
                    direction);
        }
        add(series, 0, "system.uptime");
        add(series, 0, "system.process.count");
        if (!machine.model().isWindows()) {
            add(series, 2, "system.cpu.load_average.1m");
        }
        return new Layout(series);
    }

    private static void add(List<LayoutSeries> series, int decimals, String metric, String... attributes) {
        Map<String, String> pairs = new TreeMap<>();
        for (int index = 0; index < attributes.length; index += 2) {
            pairs.put(attributes[index], attributes[index + 1]);
        }
        series.add(new LayoutSeries(metric, new TreeMap<>(pairs), decimals));
    }

    /** One value for each column of {@link #layout()}; nothing while the machine is off. */
    Optional<double[]> at(Instant time) {
        return absences.isOff(time) ? Optional.empty() : Optional.of(values(time));
    }

    private double[] values(Instant time) {
        long millis = time.toEpochMilli();
        double work = Days.work(time);
        double cpu = cpu(millis, work);
        double memory = memory(millis, work);
        List<Double> row = new ArrayList<>();
        row.add(cpu);
        row.add(memory);
        row.add(wholeMebibytes(memory * machine.model().memoryBytes()));
        row.add((double) machine.model().memoryBytes());
        for (int disk = 0; disk < machine.model().disks().size(); disk++) {
            double used = disk(disk, millis);
            row.add(used);
            row.add(wholeMebibytes(used * DISK_BYTES));
            row.add((double) DISK_BYTES);
        }
        row.add(burst(millis, 11, work) * 3e6);
        row.add(burst(millis, 12, work) * 2e6);
        row.add(burst(millis, 13, work) * 4e5);
        row.add(burst(millis, 14, work) * 1e5);
        row.add((double) Duration.between(bootedBefore(time), time).toSeconds());
        row.add(70 + 60 * machine.model().busy().working() + Math.rint(40 * work + 8 * smooth(15, millis, 7 * MINUTE)));
        if (!machine.model().isWindows()) {
            row.add(cpu * machine.model().cores() * (0.7 + 0.6 * smooth(16, millis, MINUTE)));
        }
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }

    Instant bootedBefore(Instant time) {
        return absences.runningSince(time);
    }

    private double cpu(long millis, double work) {
        if (machine.story() == Story.HOT_PROCESSOR && since(millis, Duration.ofMinutes(28))) {
            return 0.9 + 0.035 * smooth(1, millis, 40 * SECOND);
        }
        Model.Busy busy = machine.model().busy();
        double calm = busy.idle() * (0.5 + smooth(1, millis, 9 * MINUTE))
                + busy.working() * work * (0.25 + 0.75 * smooth(2, millis, 17 * MINUTE));
        double spike = Noise.chance(seed, 3, millis / (4 * MINUTE)) > 0.96 ? 0.3 * smooth(3, millis, 50 * SECOND) : 0;
        return Math.clamp(calm + spike + 0.06 * (smooth(4, millis, 15 * SECOND) - 0.4), 0.004, 0.82);
    }

    private double memory(long millis, double work) {
        if (machine.story() == Story.FULL_MEMORY && since(millis, Duration.ofMinutes(70))) {
            return 0.925 + 0.02 * smooth(5, millis, 11 * MINUTE);
        }
        if (machine.story() == Story.RESTLESS_MEMORY
                && since(millis, Duration.ofHours(5))
                && millis / MINUTE % 40 < 18) {
            return 0.93 + 0.02 * smooth(5, millis, 3 * MINUTE);
        }
        double own = 0.16 * Noise.chance(seed, 6);
        return machine.model().busy().memory()
                + own
                + 0.14 * work * smooth(7, millis, 90 * MINUTE)
                + 0.02 * smooth(8, millis, 6 * MINUTE);
    }

    private double disk(int disk, long millis) {
        boolean last = disk == machine.model().disks().size() - 1;
        double now = 0.25 + 0.5 * Noise.chance(seed, 9, disk);
        double perDay = 0.0008;
        if (last && machine.story() == Story.FULL_DISK) {
            now = 0.966;
            perDay = 0.004;
        } else if (last && machine.story() == Story.FILLING_DISK) {
            now = machine.number() % 2 == 0 ? 0.916 : 0.868;
            perDay = 0.02;
        }
        double since = (millis - start.toEpochMilli()) / DAY;
        return Math.clamp(now + perDay * since + 0.002 * (smooth(10, millis, 300 * MINUTE) - 0.5), 0.05, 0.985);
    }

    /** Mostly little, now and then much, as traffic is. */
    private double burst(long millis, int kind, double work) {
        double level = smooth(kind, millis, 2 * MINUTE);
        double peak = Noise.chance(seed, kind, millis / (3 * MINUTE)) > 0.9 ? 2 : 0.15;
        return Math.rint(1000 * level * level * peak * (0.1 + work)) / 1000;
    }

    private boolean since(long millis, Duration beforeStart) {
        return millis > start.minus(beforeStart).toEpochMilli();
    }

    private double smooth(int kind, long millis, long period) {
        return Noise.smooth(Noise.hash(seed, kind), millis, period);
    }

    private static double wholeMebibytes(double bytes) {
        return Math.rint(bytes / MEBIBYTE) * MEBIBYTE;
    }
}
