package org.cmm.server.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cmm.core.drill.Milestones;

/** What happened in a drill, in order. */
final class DrillSteps {

    private DrillSteps() {}

    /** What can happen. */
    enum What {
        ORDERED,
        REFUSED,
        STARTED,
        CROSSED,
        RAISED,
        OPENED,
        TOLD,
        ABORTED,
        ENDED,
        BACK,
        CLEARED,
        RECOVERED;

        /** As programs see it. */
        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Step(What what, Instant at) {}

    static List<Step> of(DrillRecord kept) {
        Milestones times = kept.milestones();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(What.ORDERED, kept.drill().life().orderedAt()));
        add(steps, What.REFUSED, kept.drill().life().refusedAt());
        add(steps, What.STARTED, times.started());
        add(steps, What.CROSSED, times.crossed());
        add(steps, What.RAISED, times.raised());
        add(steps, What.OPENED, times.opened());
        add(steps, What.TOLD, times.told());
        add(steps, What.ABORTED, kept.drill().life().takenBackAt());
        add(steps, What.ENDED, times.ended());
        add(steps, What.BACK, times.back());
        add(steps, What.CLEARED, times.cleared());
        add(steps, What.RECOVERED, times.recovered());
        steps.sort(Comparator.comparing(Step::at));
        return List.copyOf(steps);
    }

    private static void add(List<Step> steps, What what, Optional<Instant> at) {
        at.ifPresent(time -> steps.add(new Step(what, time)));
    }
}
