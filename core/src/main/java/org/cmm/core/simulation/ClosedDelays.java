package org.cmm.core.simulation;

import org.cmm.core.scenario.Monitoring;
import org.cmm.core.scenario.Sign;

/**
 * The fast mode: monitoring sees things after delays that are computed, instead of samples that are made and judged.
 *
 * <p>A machine that fails counts as silent so long after its last delivery, once CMM hears the others of its site. A
 * metric that climbs evenly is an alert at the sample that ends the rule's hold. Tests show that both are what the
 * product's own evaluator says of the same machines sample by sample.
 */
final class ClosedDelays implements Watching {

    private final Monitoring monitoring;
    private final Run run;
    private final double delivery;
    private final double silentAfter;
    private final RampDelay ramps;

    ClosedDelays(Monitoring monitoring, Run run) {
        this.monitoring = monitoring;
        this.run = run;
        delivery = Hours.of(monitoring.delivery());
        silentAfter = Hours.of(monitoring.silentAfter());
        ramps = new RampDelay(monitoring.rules(), Hours.of(monitoring.sampling()));
    }

    @Override
    public void watch(Machine machine) {
        if (monitoring.falseAlarms().perMachineWeek() > 0) {
            machine.add(new FalseAlarming(machine, monitoring.falseAlarms(), run));
        }
    }

    @Override
    public void began(Fault fault, double at) {
        fault.part().kind().warning().ifPresent(warning -> {
            double age = fault.machine().age(0, at);
            double length = fault.left(at);
            switch (warning.sign()) {
                case Sign.Delay delay -> fault.willBeSeenAfter(fault.fate().delayHours(delay), age);
                case Sign.Ramp ramp ->
                    fault.willBeSeenAfter(
                            ramps.hours(ramp, length, at, fault.machine().phase()), age);
                case Sign.Hidden _ -> fault.willBeSeenAfter(Double.POSITIVE_INFINITY, age);
            }
        });
    }

    @Override
    public void failed(Fault fault, double at) {
        run.silent(fault, noticedAt(fault.machine(), at));
    }

    /** When silence that began then is an alert: not while the whole site is silent. */
    private double noticedAt(Machine machine, double at) {
        double phase = machine.phase() * delivery;
        double last = Math.floor((at - phase) / delivery) * delivery + phase;
        double due = last + silentAfter;
        double heard = machine.site().heardFrom(due);
        while (heard > due) {
            due = heard + silentAfter;
            heard = machine.site().heardFrom(due);
        }
        return due;
    }
}
