package org.cmm.core.simulation;

import org.cmm.core.random.Exponential;
import org.cmm.core.scenario.FalseAlarms;

/** Alerts of a machine that nothing is behind, at random, while it runs. Not thread-safe. */
final class FalseAlarming implements Ageing {

    private static final double WEEK_HOURS = 7 * 24;

    private final Machine machine;
    private final Exponential between;
    private final FalseAlarms alarms;
    private final Run run;
    private double due;

    FalseAlarming(Machine machine, FalseAlarms alarms, Run run) {
        this.machine = machine;
        this.alarms = alarms;
        this.run = run;
        between = new Exponential(WEEK_HOURS / alarms.perMachineWeek());
        due = between.sample(machine.chance());
    }

    @Override
    public int pace() {
        return 0;
    }

    @Override
    public double due() {
        return due;
    }

    @Override
    public void ripen(double at) {
        due = machine.age(0, at) + between.sample(machine.chance());
        run.falseAlarm(machine, alarms, at);
    }
}
