package org.cmm.core.simulation;

import java.util.List;
import org.cmm.core.scenario.Care.Work.Inspect;

/** Looks at a part and mends what has begun to fail, if it is found. */
final class Inspecting implements Task {

    private final PartLife part;
    private final Inspect inspection;
    private final Job job;
    private final Run run;

    Inspecting(PartLife part, Inspect inspection, Job job, Run run) {
        this.part = part;
        this.inspection = inspection;
        this.job = job;
        this.run = run;
    }

    @Override
    public Machine machine() {
        return part.machine();
    }

    @Override
    public double begin(double at) {
        return inspection.takes().sample(machine().chance());
    }

    @Override
    public void end(double at) {
        run.trace().event(at, What.INSPECTED, machine(), part);
        for (Fault fault : List.copyOf(part.faults())) {
            if (machine().chance().next() < inspection.finds()) {
                job.next(new Mending(fault, run));
            }
        }
    }
}
