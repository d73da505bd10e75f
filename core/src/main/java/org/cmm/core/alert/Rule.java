package org.cmm.core.alert;

import java.util.List;
import java.util.regex.Pattern;

/**
 * When a metric's value is trouble. A rule fires separately on each series of its metric: each file system has its own
 * alert.
 *
 * @param id stable name, such as {@code disk}: alerts refer to it across restarts and edits
 * @param metric name of the metric it reads
 * @param levels one to three, strictly rising in severity and {@code raiseAt}, not falling in {@code clearBelow}
 * @param timing how long it holds before it speaks
 */
public record Rule(String id, String metric, List<Level> levels, Timing timing) {

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
    }

    /** This severity, or the nearest below that a level stands for, or else the lowest above. */
    Severity nearest(Severity severity) {
        return levels.reversed().stream()
                .map(Level::severity)
                .filter(known -> known.compareTo(severity) <= 0)
                .findFirst()
                .orElse(levels.getFirst().severity());
    }
}
