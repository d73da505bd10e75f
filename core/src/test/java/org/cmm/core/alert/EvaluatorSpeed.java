package org.cmm.core.alert;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;

/**
 * Prints what one rule costs on one series of one sample, through {@link ServerWatch} with the default rules. Not a
 * test: machines differ. Run its main method.
 */
final class EvaluatorSpeed {

    private static final int SERVERS = 1_000;
    private static final int SAMPLES = 2_000;
    private static final int RULES_PER_SAMPLE = 6;
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final List<Series> LAYOUT = layout();

    private EvaluatorSpeed() {}

    public static void main(String[] arguments) {
        double[][] calm = samples(0.2, 0.6);
        double[][] recorded = recorded();
        double[][] over = samples(0.98, 1.0);
        double[][] trembling = samples(0.75, 1.0);
        for (int round = 0; round < 5; round++) {
            System.out.printf(
                    "ns per rule: calm %.1f, recorded %.1f, always over %.1f, trembling around every threshold %.1f%n",
                    nanoseconds(calm), nanoseconds(recorded), nanoseconds(over), nanoseconds(trembling));
        }
    }

    private static double nanoseconds(double[][] samples) {
        List<ServerWatch> watches =
                Stream.generate(EvaluatorSpeed::watch).limit(SERVERS).toList();
        long events = 0;
        long began = processorTime();
        for (int sample = 0; sample < SAMPLES; sample++) {
            Instant at = START.plusSeconds(10L * sample);
            for (int server = 0; server < SERVERS; server++) {
                events += watches.get(server)
                        .observe(at, LAYOUT, samples[(sample + 288 * server) % samples.length])
                        .size();
            }
        }
        long took = processorTime() - began;
        if (events < 0) {
            throw new IllegalStateException("no events counted");
        }
        return (double) took / SERVERS / SAMPLES / RULES_PER_SAMPLE;
    }

    /** Of this thread alone, since a shared machine's clock measures its other users too. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static ServerWatch watch() {
        ServerWatch watch = new ServerWatch(List.of());
        watch.adopt(DefaultRules.all(), START);
        return watch;
    }

    private static double[][] samples(double lowest, double highest) {
        Random random = new Random(1);
        double[][] samples = new double[997][];
        for (int index = 0; index < samples.length; index++) {
            samples[index] = random.doubles(LAYOUT.size(), lowest, highest).toArray();
        }
        return samples;
    }

    /** The recorded hosts' samples in their order, as readings of everything at once. */
    private static double[][] recorded() {
        return PlanetLab.hostDays().stream()
                .flatMapToDouble(day -> Arrays.stream(day.utilization()))
                .mapToObj(value -> {
                    double[] sample = new double[LAYOUT.size()];
                    Arrays.fill(sample, value);
                    return sample;
                })
                .toArray(double[][]::new);
    }

    private static List<Series> layout() {
        List<Series> layout = new ArrayList<>();
        layout.add(Series.of(Metrics.CPU_UTILIZATION));
        layout.add(Series.of(Metrics.MEMORY_UTILIZATION));
        layout.add(Series.of(Metrics.PAGING_UTILIZATION));
        layout.add(Series.of(Metrics.UPTIME));
        for (String mountPoint : List.of("/", "/home", "/var", "/srv")) {
            layout.add(Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, mountPoint));
        }
        return layout;
    }
}
