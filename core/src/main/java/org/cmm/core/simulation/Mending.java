package org.cmm.core.simulation;

import org.cmm.core.scenario.Repair;

/** Mends a fault, before or after it failed. */
final class Mending implements Task {

    private final Fault fault;
    private final Run run;
    private boolean needed;
    private boolean stopped;

    Mending(Fault fault, Run run) {
        this.fault = fault;
        this.run = run;
    }

    Fault fault() {
        return fault;
    }

    @Override
    public Machine machine() {
        return fault.machine();
    }

    @Override
    public double begin(double at) {
        needed = !fault.isOver();
        if (!needed) {
            return 0;
        }
        fault.notice(at);
        stopped = !fault.hasFailed();
        double hours = fault.workHours();
        if (stopped) {
            machine().stop(true, at);
        }
        run.trace().event(at, What.WORK_BEGAN, machine(), fault.part());
        return hours;
    }

    @Override
    public void end(double at) {
        if (needed && !fault.isOver()) {
            Repair repair = fault.part().kind().repair();
            run.books().bought(fault.hasFailed() ? repair.correctiveXaf() : repair.plannedXaf());
            run.mended(fault, at);
        }
        if (stopped) {
            machine().start(at);
        }
    }
}
