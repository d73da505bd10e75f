package org.cmm.agent.witness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cmm.agent.probe.Measurement;
import org.cmm.protocol.LayoutSeries;

/** Notices a disk that fills up to a mark, which nobody should hear of minutes later. Not thread-safe. */
final class DiskWatch {
    /** Where people usually draw their lines. */
    private static final List<Double> MARKS = List.of(0.85, 0.9, 0.95);

    /** A disk that swings around a mark is news once. */
    private static final double SWING = 0.02;

    private final Map<LayoutSeries, Double> highest = new HashMap<>();

    /** Whether a disk has passed a mark that it had not passed before. */
    boolean look(List<Measurement> sample) {
        boolean passed = false;
        for (Measurement one : sample) {
            if (one.series().metric().equals("system.filesystem.utilization") && !Double.isNaN(one.value())) {
                double before = highest.getOrDefault(one.series(), one.value());
                passed |= MARKS.stream().anyMatch(mark -> before < mark && one.value() >= mark);
                highest.put(one.series(), one.value() < before - SWING ? one.value() : Math.max(before, one.value()));
            }
        }
        return passed;
    }
}
