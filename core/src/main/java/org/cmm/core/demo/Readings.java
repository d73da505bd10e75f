package org.cmm.core.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cmm.core.metric.Series;

/**
 * What one machine measures: a function of seed, machine and time, so that history and present fit together. Not
 * thread-safe.
 */
public final class Readings {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long DISK_BYTES = 240L << 30;
    private static final double MEBIBYTE = 1 << 20;

    /** A disk that fills is cleaned up when it is nearly full, and filled from there again. */
    private static final double CLEANED = 0.62;

    private static final double CLEANED_AT = 0.935;
    private static final double FILLS_A_DAY = 0.018;
    private static final double FILLS_STEADILY = 0.0115;

    private final DemoMachine machine;
    private final Instant start;
    private final Absences absences;
    private final long seed;
    private final int columns;

    public Readings(DemoMachine machine, long seed, Instant start, Absences absences) {
        this.machine = machine;
        this.start = start;
        this.absences = absences;
        this.seed = Noise.hash(seed, machine.number());
        this.columns = columns().size();
    }

    /**
     * A series, and how exactly it is read.
     *
     * @param decimals places after the point
     */
    public record Column(Series series, int decimals) {}

    /** What {@link #at} reads, in its order. */
    public List<Column> columns() {
        List<Column> all = new ArrayList<>();
        add(all, 4, "system.cpu.utilization");
        add(all, 4, "system.memory.utilization");
        add(all, 0, "system.memory.usage");
        add(all, 0, "system.memory.limit");
        for (String disk : machine.model().disks()) {
            add(all, 4, "system.filesystem.utilization", "system.filesystem.mountpoint", disk);
            add(all, 0, "system.filesystem.usage", "system.filesystem.mountpoint", disk);
            add(all, 0, "system.filesystem.limit", "system.filesystem.mountpoint", disk);
        }
        for (String direction : List.of("read", "write")) {
            add(all, 0, "system.disk.io.rate", "system.device", "disk0", "disk.io.direction", direction);
        }
        for (String direction : List.of("receive", "transmit")) {
            add(
                    all,
                    0,
                    "system.network.io.rate",
                    "network.interface.name",
                    // no real machine has it, so that a layout is the demo's or a real machine's, never both
                    "demo0",
                    "network.io.direction",
                    direction);
        }
        add(all, 0, "system.uptime");
        add(all, 0, "system.process.count");
        if (!machine.model().isWindows()) {
            add(all, 2, "system.cpu.load_average.1m");
        }
        return all;
    }

    private static void add(List<Column> columns, int decimals, String metric, String... attributes) {
        TreeMap<String, String> pairs = new TreeMap<>();
        for (int index = 0; index < attributes.length; index += 2) {
            pairs.put(attributes[index], attributes[index + 1]);
        }
        columns.add(new Column(new Series(metric, pairs), decimals));
    }

    /** One value for each of {@link #columns()}; nothing while nothing is measured. */
    public Optional<double[]> at(Instant time) {
        return absences.isOff(time) ? Optional.empty() : Optional.of(values(time));
    }

    /** Whether a query that never ends keeps the processor busy. */
    public boolean isHot(Instant time) {
        return machine.story() == Story.HOT_PROCESSOR && hot(time.toEpochMilli());
    }

    private double[] values(Instant time) {
        long millis = time.toEpochMilli();
        double work = Days.work(time);
        Model model = machine.model();
        double cpu = cpu(millis, work);
        double memory = memory(millis, work);
        double[] row = new double[columns];
        row[0] = cpu;
        row[1] = memory;
        row[2] = wholeMebibytes(memory * model.memoryBytes());
        row[3] = model.memoryBytes();
        int next = 4;
        for (int disk = 0; disk < model.disks().size(); disk++) {
            double used = disk(disk, millis);
            row[next++] = used;
            row[next++] = wholeMebibytes(used * DISK_BYTES);
            row[next++] = DISK_BYTES;
        }
        row[next++] = burst(millis, 11, work) * 3e6;
        row[next++] = burst(millis, 12, work) * 2e6;
        row[next++] = burst(millis, 13, work) * 4e5;
        row[next++] = burst(millis, 14, work) * 1e5;
        row[next++] = Duration.between(absences.runningSince(time), time).toSeconds();
        row[next++] = 70 + 60 * model.busy().working() + Math.rint(40 * work + 8 * smooth(15, millis, 7 * MINUTE));
        if (!model.isWindows()) {
            row[next] = cpu * model.cores() * (0.7 + 0.6 * smooth(16, millis, MINUTE));
        }
        return row;
    }

    private double cpu(long millis, double work) {
        if (machine.story() == Story.HOT_PROCESSOR && hot(millis)) {
            return 0.9 + 0.035 * smooth(1, millis, 40 * SECOND);
        }
        Model.Busy busy = machine.model().busy();
        double calm = busy.idle() * (0.5 + smooth(1, millis, 9 * MINUTE))
                + busy.working() * work * (0.25 + 0.75 * smooth(2, millis, 17 * MINUTE));
        double spike = Noise.chance(seed, 3, millis / (4 * MINUTE)) > 0.96 ? 0.3 * smooth(3, millis, 50 * SECOND) : 0;
        return Math.clamp(calm + spike + 0.06 * (smooth(4, millis, 15 * SECOND) - 0.4), 0.004, 0.82);
    }

    /** When somebody looks, and for the better part of an hour on some mornings. */
    private boolean hot(long millis) {
        long since = millis - start.toEpochMilli();
        if (since > -28 * MINUTE && since < 4 * 60 * MINUTE) {
            return true;
        }
        long day = Math.floorDiv(millis, DAY);
        long begin = (8 * 60 + Math.round(150 * Noise.chance(seed, 21, day))) * MINUTE;
        long within = Math.floorMod(millis, DAY);
        return Noise.hash(seed, 20, day) % 6 == 0 && within > begin && within < begin + 55 * MINUTE;
    }

    private double memory(long millis, double work) {
        if (machine.story() == Story.FULL_MEMORY) {
            return leaking(millis) + 0.01 * smooth(5, millis, 11 * MINUTE);
        }
        if (machine.story() == Story.RESTLESS_MEMORY && restless(millis) && millis / MINUTE % 40 < 18) {
            return 0.93 + 0.02 * smooth(5, millis, 3 * MINUTE);
        }
        double own = 0.16 * Noise.chance(seed, 6);
        return machine.model().busy().memory()
                + own
                + 0.14 * work * smooth(7, millis, 90 * MINUTE)
                + 0.02 * smooth(8, millis, 6 * MINUTE);
    }

    private double leaking(long millis) {
        long leak = Absences.LEAK.toMillis();
        long phase = Math.round(Absences.LEAKED * leak);
        return 0.42 + 0.54 * Math.floorMod(millis - start.toEpochMilli() + phase, leak) / leak;
    }

    private boolean restless(long millis) {
        long since = millis - start.toEpochMilli();
        return since > -5 * 60 * MINUTE && since < 12 * 60 * MINUTE;
    }

    private double disk(int disk, long millis) {
        boolean last = disk == machine.model().disks().size() - 1;
        double days = (double) (millis - start.toEpochMilli()) / DAY;
        double trembling = 0.002 * (smooth(10, millis, 300 * MINUTE) - 0.5);
        if (last && machine.story() == Story.FULL_DISK) {
            return Math.clamp(0.966 + 0.004 * days + trembling, 0.05, 0.985);
        }
        if (last && machine.story() == Story.FILLING_DISK) {
            return filling(days) + trembling;
        }
        double steady = 0.25 + 0.5 * Noise.chance(seed, 9, disk);
        return Math.clamp(steady + 0.0008 * days + trembling, 0.05, 0.985);
    }

    /** One was cleaned up some weeks ago, another has filled all the time. */
    private double filling(double days) {
        boolean cleaned = machine.number() / 8 % 2 == 0;
        double filled = cleaned ? 0.916 - CLEANED + FILLS_A_DAY * days : 0.874 - CLEANED + FILLS_STEADILY * days;
        double range = CLEANED_AT - CLEANED;
        double turns = cleaned || days > 0 ? Math.floor(filled / range) : 0;
        return CLEANED + filled - range * turns;
    }

    /** Mostly little, now and then much, as traffic is. */
    private double burst(long millis, int kind, double work) {
        double level = smooth(kind, millis, 2 * MINUTE);
        double peak = Noise.chance(seed, kind, millis / (3 * MINUTE)) > 0.9 ? 2 : 0.15;
        return Math.rint(1000 * level * level * peak * (0.1 + work)) / 1000;
    }

    private double smooth(int kind, long millis, long period) {
        return Noise.smooth(Noise.hash(seed, kind), millis, period);
    }

    private static double wholeMebibytes(double bytes) {
        return Math.rint(bytes / MEBIBYTE) * MEBIBYTE;
    }
}
