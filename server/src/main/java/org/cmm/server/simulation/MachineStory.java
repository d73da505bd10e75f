package org.cmm.server.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.simulation.Happening;

/** How one machine was, from what happened to it and to its site. Not thread-safe. */
final class MachineStory {

    /** From the worst to the best: of what is true at a time, the first is shown. */
    enum Look {
        POWER,
        REPAIR,
        DOWN,
        DEGRADED,
        UP
    }

    /** Hours since the start. */
    record Stretch(double from, double to, Look look) {}

    /** @param isFalse whether nothing was behind it */
    record Mark(double at, boolean isFalse) {}

    private final Map<String, Integer> faults = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private boolean dark;
    private boolean worked;
    private double since;
    private Look look = Look.UP;

    void tell(Happening happening) {
        switch (happening.what()) {
            case POWER_OFF -> dark = true;
            case POWER_ON -> dark = false;
            case FAULT_BEGAN -> faults.merge(happening.part(), 1, Integer::sum);
            case FAILED -> {
                less(faults, happening.part());
                failures.merge(happening.part(), 1, Integer::sum);
            }
            case WORK_BEGAN -> worked = true;
            case MENDED -> {
                worked = false;
                if (!less(failures, happening.part())) {
                    less(faults, happening.part());
                }
            }
            case RENEWED -> {
                worked = false;
                less(faults, happening.part());
            }
            case INSPECTED, LOOKED_INTO -> worked = false;
            case ALERT -> marks.add(new Mark(happening.at(), false));
            case FALSE_ALERT -> marks.add(new Mark(happening.at(), true));
            case LINK_LOST, LINK_BACK, NOTICED -> {
                // nothing that is seen of the machine itself
            }
        }
        become(now(), happening.at());
    }

    private static boolean less(Map<String, Integer> counts, String part) {
        Integer left = counts.computeIfPresent(part, (_, count) -> count - 1);
        if (left != null && left <= 0) {
            counts.remove(part);
        }
        return left != null;
    }

    private Look now() {
        if (dark) {
            return Look.POWER;
        }
        if (worked) {
            return Look.REPAIR;
        }
        if (!failures.isEmpty()) {
            return Look.DOWN;
        }
        return faults.isEmpty() ? Look.UP : Look.DEGRADED;
    }

    private void become(Look next, double at) {
        if (next != look) {
            stretches.add(new Stretch(since, at, look));
            since = at;
            look = next;
        }
    }

    /** All stretches up to the end of the run; without those in which all was well. */
    List<Stretch> stretches(double end) {
        List<Stretch> all = new ArrayList<>(stretches);
        all.add(new Stretch(since, end, look));
        return all.stream()
                .filter(stretch -> stretch.look() != Look.UP && stretch.to() > stretch.from())
                .toList();
    }

    List<Mark> marks() {
        return marks;
    }
}
