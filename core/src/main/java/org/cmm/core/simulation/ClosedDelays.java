package org.cmm.core.simulation;

import org.cmm.core.incident.SiteSilence;
import org.cmm.core.scenario.Monitoring;
import org.cmm.core.scenario.Sign;

/**
 * Monitoring by delays that are computed, instead of samples that are made and judged.
 *
 * <p>A machine that fails counts as silent so long after its last delivery, and people are told when it is clear that
 * it is not its whole site that is silent. A metric that climbs evenly is an alert at the sample that ends the rule's
 * hold. Tests show that both are what CMM's own evaluator says of the same machines sample by sample.
 */
final class ClosedDelays implements Watching {

    private final Monitoring monitoring;
    private final Run run;
    private final double sampling;
    private final double delivery;
    private final double silentAfter;
    private final double together = Hours.of(SiteSilence.TOGETHER);
    private final RampDelay ramps;

    ClosedDelays(Monitoring monitoring, Run run) {
        this.monitoring = monitoring;
        this.run = run;
        sampling = Hours.of(monitoring.sampling());
        delivery = Hours.of(monitoring.delivery());
        silentAfter = Hours.of(monitoring.silentAfter());
        ramps = new RampDelay(monitoring.rules());
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
            double hours =
                    switch (warning.sign()) {
                        case Sign.Delay delay -> fault.fate().delayHours(delay);
                        case Sign.Ramp ramp -> rampHours(ramp, fault, at);
                        case Sign.Hidden _ -> Double.POSITIVE_INFINITY;
                    };
            fault.willBeSeenAfter(hours, at);
        });
    }

    private double rampHours(Sign.Ramp ramp, Fault fault, double at) {
        double phase = fault.machine().phase();
        return ramps.hours(ramp, fault.left(at), at, Beat.of(sampling, phase), Beat.of(delivery, phase));
    }

    @Override
    public void failed(Fault fault, double at) {
        run.agenda().plan(noticedAt(fault.machine(), at), when -> run.silent(fault, when));
    }

    @Override
    public void recovered(Machine machine, double at) {}

    /** When silence that began then is told: not while the whole site is silent. */
    private double noticedAt(Machine machine, double at) {
        Site site = machine.site();
        Beat beat = Beat.of(delivery, machine.phase());
        double due = beat.time(beat.last(at)) + silentAfter;
        double told = due + (site.machines() > 1 ? together : 0);
        double heard = site.heardFrom(told);
        while (heard > told) {
            told = heard + silentAfter;
            heard = site.heardFrom(told);
        }
        return told;
    }
}
