package org.cmm.core.simulation;

import org.cmm.core.scenario.FalseAlarms;

/** Looks into an alert that nothing is behind; sometimes the machine is taken down for it. */
final class Looking implements Task {

    private final Machine machine;
    private final FalseAlarms alarms;
    private final Job job;
    private final Run run;

    Looking(Machine machine, FalseAlarms alarms, Job job, Run run) {
        this.machine = machine;
        this.alarms = alarms;
        this.job = job;
        this.run = run;
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public double begin(double at) {
        return alarms.look().sample(machine.chance());
    }

    @Override
    public void end(double at) {
        run.trace().event(at, What.LOOKED_INTO, machine, null);
        if (machine.chance().next() < alarms.outageShare()) {
            job.next(new Stopping());
        }
    }

    /** Takes the machine down for nothing. */
    private final class Stopping implements Task {
        private boolean stopped;

        @Override
        public Machine machine() {
            return machine;
        }

        @Override
        public double begin(double at) {
            double hours = alarms.outage().sample(machine.chance());
            stopped = machine.isRunning();
            if (stopped) {
                machine.stop(false, at);
            }
            return hours;
        }

        @Override
        public void end(double at) {
            if (stopped) {
                machine.start(at);
            }
        }
    }
}
