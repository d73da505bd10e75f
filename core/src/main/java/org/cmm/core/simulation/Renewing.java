package org.cmm.core.simulation;

import org.cmm.core.scenario.Repair;
import org.jspecify.annotations.Nullable;

/** Renews a part by age or at a set time; should it have failed by then, that is mended by the way. */
final class Renewing implements Task {

    private final PartLife part;
    private final Run run;
    private @Nullable Fault failed;

    Renewing(PartLife part, Run run) {
        this.part = part;
        this.run = run;
    }

    PartLife part() {
        return part;
    }

    @Override
    public Machine machine() {
        return part.machine();
    }

    @Override
    public double begin(double at) {
        failed = part.faults().stream().filter(Fault::hasFailed).findFirst().orElse(null);
        run.trace().event(at, What.WORK_BEGAN, machine(), part);
        if (failed != null) {
            failed.notice(at);
            return failed.workHours();
        }
        machine().stop(true, at);
        return part.kind().repair().planned().sample(machine().chance());
    }

    @Override
    public void end(double at) {
        Repair repair = part.kind().repair();
        if (failed == null) {
            run.books().bought(repair.plannedXaf());
            run.renewed(part, at);
            machine().start(at);
        } else if (!failed.isOver()) {
            run.books().bought(repair.correctiveXaf());
            run.mended(failed, at);
        }
    }
}
