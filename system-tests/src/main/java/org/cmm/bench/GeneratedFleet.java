package org.cmm.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cmm.bench.PlanetLab.HostDay;

/**
 * As many machines as are asked for, with series as real ones have them: pieces of a {@link Recording} of random length
 * one after another, busier ones in working hours, on a scale of each machine's own; processors of every second machine
 * follow a host of {@link PlanetLab}. Disks fill and are cleared, machines restart, links fail. Any day of any machine
 * can be had without those before it, and is the same for the same seed.
 *
 * <p>The recorded machine has next to no network traffic, so a silent rate becomes the liveliest one of another hour.
 */
final class GeneratedFleet {

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * What happens to machines.
     *
     * @param interval between samples, in whole seconds that divide a day
     * @param gapsADay how often the machine is off for some minutes, on average
     * @param restartsAMonth how often its uptime begins anew
     * @param lateShare part of the days on which some hours are delivered late
     */
    record Habits(Duration interval, double gapsADay, double restartsAMonth, double lateShare) {

        static final Habits USUAL = new Habits(Duration.ofSeconds(10), 0.3, 2, 0.05);

        /** Every sample there and in time, and no restart. */
        static final Habits PERFECT = new Habits(Duration.ofSeconds(10), 0, 0, 0);

        int samplesADay() {
            return (int) DAY.dividedBy(interval);
        }
    }

    private final List<Source> sources;
    private final List<HostDay> hostDays;
    private final Habits habits;
    private final long seed;
    private final boolean[] rates;

    private GeneratedFleet(List<Source> sources, List<HostDay> hostDays, Habits habits, long seed) {
        this.sources = sources;
        this.hostDays = hostDays;
        this.habits = habits;
        this.seed = seed;
        rates = new boolean[series().size()];
        for (int column = 0; column < rates.length; column++) {
            rates[column] = series().get(column).contains(".io.rate");
        }
    }

    /** From the recordings that come with the benchmarks. */
    static GeneratedFleet of(Habits habits, long seed) {
        return of(Recording.ofSeconds(), habits, seed);
    }

    /** @param recording of a sample each second */
    static GeneratedFleet of(Recording recording, Habits habits, long seed) {
        int every = (int) habits.interval().toSeconds();
        List<Source> sources = new ArrayList<>();
        for (int first = 0; first < every; first++) {
            sources.add(Source.of(recording.thinned(every, first)));
        }
        return new GeneratedFleet(List.copyOf(sources), PlanetLab.hostDays(), habits, seed);
    }

    /** What all columns of all machines hold. */
    List<String> series() {
        return sources.getFirst().recording().series();
    }

    int[] decimals() {
        return sources.getFirst().recording().decimals().clone();
    }

    boolean isRate(int column) {
        return rates[column];
    }

    Habits habits() {
        return habits;
    }

    /** @param number from 0 */
    GeneratedMachine machine(int number) {
        return new GeneratedMachine(this, number);
    }

    List<Source> sources() {
        return sources;
    }

    HostDay hostDay(int machine, int day) {
        return hostDays.get(Math.floorMod(31 * machine + day, hostDays.size()));
    }

    /** Random numbers for one purpose, the same whenever they are asked for. */
    SplittableRandom random(long machine, long day, long purpose) {
        long mixed = seed;
        for (long part : new long[] {machine, day, purpose}) {
            mixed = new SplittableRandom(mixed ^ (part * 0x9E37_79B9_7F4A_7C15L)).nextLong();
        }
        return new SplittableRandom(mixed);
    }

    /**
     * A recording to take pieces of.
     *
     * @param busy sums of the processors' use before each sample
     * @param means of each column
     * @param liveliness of each column: the share of its samples that are not 0
     * @param liveliest rate
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    record Source(Recording recording, double[] busy, double[] means, double[] liveliness, int liveliest) {

        static Source of(Recording recording) {
            double[] processors = recording.columns()[recording.place("system.cpu.utilization")];
            double[] busy = new double[recording.samples() + 1];
            for (int sample = 0; sample < recording.samples(); sample++) {
                busy[sample + 1] = busy[sample] + (processors[sample] > 0 ? processors[sample] : 0);
            }
            double[] means =
                    Arrays.stream(recording.columns()).mapToDouble(Source::mean).toArray();
            double[] liveliness = Arrays.stream(recording.columns())
                    .mapToDouble(values ->
                            Arrays.stream(values).filter(value -> value > 0).count() / (double) values.length)
                    .toArray();
            int liveliest = IntStream.range(0, means.length)
                    .filter(column -> recording.series().get(column).contains(".io.rate"))
                    .boxed()
                    .max(Comparator.comparingDouble(column -> liveliness[column]))
                    .orElse(0);
            return new Source(recording, busy, means, liveliness, liveliest);
        }

        private static double mean(double[] values) {
            return Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }

        double busyness(int from, int length) {
            return (busy[from + length] - busy[from]) / length;
        }
    }
}
