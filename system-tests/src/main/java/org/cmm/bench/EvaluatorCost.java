package org.cmm.bench;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Kind.Often;
import org.cmm.core.alert.Kind.Side;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Rules;
import org.cmm.core.alert.ServerWatch;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.Timing;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;

/**
 * What twenty rules of every kind cost in processor and in memory, on readings that were recorded on real hosts. The
 * share of a core is that of so many servers with a sample every ten seconds.
 */
record EvaluatorCost(int servers) {

    private static final int SAMPLES = 100;
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Timing TIMING =
            new Timing(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofMinutes(10));
    private static final List<String> METRICS = List.of(
            Metrics.CPU_UTILIZATION.name(),
            Metrics.MEMORY_UTILIZATION.name(),
            Metrics.PAGING_UTILIZATION.name(),
            Metrics.FILESYSTEM_UTILIZATION.name());
    private static final List<Series> LAYOUT = List.of(
            Series.of(Metrics.CPU_UTILIZATION),
            Series.of(Metrics.MEMORY_UTILIZATION),
            Series.of(Metrics.PAGING_UTILIZATION),
            Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, "/"),
            Series.of(Metrics.UPTIME));

    void measure(int rounds, Figures figures) {
        Rules rules = new Rules(twenty());
        double[][] samples = recorded();
        for (int round = -1; round < rounds; round++) {
            measure(rules, samples, round < 0 ? new Figures() : figures);
        }
    }

    private void measure(Rules rules, double[][] samples, Figures figures) {
        long before = used();
        List<ServerWatch> watches =
                Stream.generate(() -> watch(rules)).limit(servers).toList();
        long began = processorTime();
        for (int sample = 0; sample < SAMPLES; sample++) {
            Instant at = START.plus(STEP.multipliedBy(sample));
            for (int server = 0; server < servers; server++) {
                watches.get(server).observe(at, LAYOUT, samples[(sample + 288 * server) % samples.length]);
            }
        }
        double nanosPerSample = (double) (processorTime() - began) / servers / SAMPLES;
        int each = rules.all().size();
        figures.add("alerts.ns_per_rule", nanosPerSample / each);
        figures.add("alerts.core_percent", 100 * nanosPerSample * servers / STEP.toNanos());
        figures.add("alerts.state_bytes", (double) (used() - before) / servers / each);
        Reference.reachabilityFence(watches);
    }

    /** Of this thread alone, since a shared machine's clock measures its other users too. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static ServerWatch watch(Rules rules) {
        ServerWatch watch = new ServerWatch(List.of());
        watch.adopt(rules, START);
        return watch;
    }

    private static List<Rule> twenty() {
        List<Rule> rules = new ArrayList<>();
        for (String metric : METRICS) {
            rules.add(rule(rules, Kind.Threshold.high(metric), 0.8, 0.6, 0.95, 0.8));
            rules.add(rule(rules, Kind.Threshold.low(metric), -0.02, -0.05, -0.01, -0.02));
            rules.add(rule(rules, new Kind.Threshold(metric, Side.HIGH, new Often(3, 5)), 0.8, 0.6, 0.95, 0.8));
            rules.add(
                    rule(rules, new Kind.RateOfChange(metric, Side.HIGH, Duration.ofMinutes(10)), 0.5, 0.2, 0.9, 0.5));
            rules.add(rule(rules, new Kind.NoData(metric), 600, 60, 3_600, 600));
        }
        rules.set(rules.size() - 1, rule(rules, new Kind.RestartSeen(Duration.ofDays(1)), 1, 0.5, 3, 1));
        return rules;
    }

    /** A warning and a critical level: where each is raised, and below what it clears. */
    private static Rule rule(List<Rule> before, Kind kind, double warn, double calm, double alarm, double warned) {
        return new Rule(
                "r" + before.size(),
                kind,
                List.of(new Level(Severity.WARNING, warn, calm), new Level(Severity.CRITICAL, alarm, warned)),
                TIMING);
    }

    /** The recorded hosts' samples in their order, as readings of everything at once. */
    private static double[][] recorded() {
        return PlanetLab.hostDays().stream()
                .flatMapToDouble(day -> Arrays.stream(day.utilization()))
                .mapToObj(value -> {
                    double[] sample = new double[LAYOUT.size()];
                    Arrays.fill(sample, value);
                    sample[LAYOUT.size() - 1] = 1_000_000;
                    return sample;
                })
                .toArray(double[][]::new);
    }
}
