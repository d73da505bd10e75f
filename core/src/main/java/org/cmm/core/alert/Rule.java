package org.cmm.core.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cmm.core.metric.Metrics;

/**
 * When a metric's readings are trouble. A rule fires separately on each series of its metric: each file system has its
 * own alert.
 *
 * @param id stable name, such as {@code disk}: alerts refer to it across restarts and edits
 * @param kind what number it makes of the readings
 * @param levels one to three, strictly rising in severity and {@code raiseAt}, not falling in {@code clearBelow}
 * @param timing how long it holds before it speaks
 */
public record Rule(String id, Kind kind, List<Level> levels, Timing timing) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    public Rule {
        levels = List.copyOf(levels);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "rule '%s': an id must be a letter a-z and up to 59 more of a-z, 0-9 and '-'".formatted(id));
        }
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("rule '%s': must have at least one level".formatted(id));
        }
        for (int index = 0; index < levels.size(); index++) {
            levels.get(index).check(id);
            if (index > 0) {
                levels.get(index).checkAbove(levels.get(index - 1), id);
            }
        }
        timing.check(id);
        if (kind instanceof Kind.Habit && levels.stream().anyMatch(level -> level.severity() != Severity.INFO)) {
            throw new IllegalArgumentException(
                    "rule '%s': a rule about habits must have the severity info alone".formatted(id));
        }
        if (levels.stream().anyMatch(Level::asksForFreeSpace) && !canAskForFreeSpace(kind)) {
            throw new IllegalArgumentException(
                    "rule '%s': free-at-most needs a high threshold on the metric '%s', was on '%s'"
                            .formatted(id, Metrics.FILESYSTEM_UTILIZATION.name(), kind.metric()));
        }
    }

    /** About high values of this metric. */
    public Rule(String id, String metric, List<Level> levels, Timing timing) {
        this(id, Kind.Threshold.high(metric), levels, timing);
    }

    public String metric() {
        return kind.metric();
    }

    /** Whether a level asks how many bytes are free, so that the size of each file system must be known. */
    boolean asksForFreeSpace() {
        return levels.stream().anyMatch(Level::asksForFreeSpace);
    }

    /**
     * The same rule on a file system of so many bytes. Free space is the unused share of its size; "90 % and no more
     * than 20 GiB free" is the higher of two used ratios.
     */
    Rule on(double limit) {
        List<Level> fitted = new ArrayList<>();
        double lower = Double.NEGATIVE_INFINITY;
        for (Level level : levels) {
            Level here = level.on(limit, lower);
            fitted.add(here);
            lower = here.raiseAt();
        }
        return new Rule(id, kind, fitted, timing);
    }

    /** The longest time before now in which a reading can still matter; forecasts are recalled from elsewhere. */
    Duration lookback() {
        if (kind.isForetold()) {
            return Duration.ZERO;
        }
        Duration readings =
                switch (kind) {
                    case Kind.Threshold(String _, Kind.Side _, Kind.Often often) ->
                        timing.maxGap().multipliedBy(often.last() - 1L);
                    case Kind.NoData _ ->
                        Duration.ofSeconds((long) Math.ceil(levels.getLast().raiseAt()));
                    case Kind.RateOfChange _, Kind.RestartSeen _, Kind.DiskFull _, Kind.Habit _ -> Duration.ZERO;
                };
        return timing.lookback().plus(kind.memory()).plus(readings);
    }

    /** This severity, or the nearest below that a level stands for, or else the lowest above. */
    Severity nearest(Severity severity) {
        return levels.reversed().stream()
                .map(Level::severity)
                .filter(known -> known.compareTo(severity) <= 0)
                .findFirst()
                .orElse(levels.getFirst().severity());
    }

    private static boolean canAskForFreeSpace(Kind kind) {
        return kind instanceof Kind.Threshold threshold
                && threshold.isPlain()
                && threshold.metric().equals(Metrics.FILESYSTEM_UTILIZATION.name());
    }
}
