package org.cmm.core.simulation;

import org.cmm.core.random.Exponential;
import org.cmm.core.random.RandomStream;
import org.cmm.core.scenario.FalseAlarms;
import org.cmm.core.scenario.Load;

/**
 * How busy one healthy machine's processor is: high at noon on working days, noise that forgets in some minutes, and
 * now and then a burst of work. Bursts are as long as they like, so that the rule decides which of them make a false
 * alarm; they are as many as would make the scenario's number of them if a rule waited ten minutes. Not thread-safe.
 */
final class Workload {

    private static final double MEMORY_HOURS = 5.0 / 60;
    private static final double BURST_HOURS = 10.0 / 60;
    private static final double BURST_LEVEL = 0.97;
    private static final double WEEK_HOURS = 7 * 24;

    private final Load load;
    private final Calendar people;
    private final RandomStream chance;
    private final Exponential length = new Exponential(BURST_HOURS);
    private final double keeps;
    private final double adds;
    private final double burstsPerHour;
    private double noise;
    private double burstBegins;
    private double burstEnds;

    /**
     * @param people when they are at work
     * @param sampling hours between two samples
     */
    Workload(Load load, FalseAlarms alarms, Calendar people, RandomStream chance, double sampling) {
        this.load = load;
        this.people = people;
        this.chance = chance;
        keeps = StrictMath.exp(-sampling / MEMORY_HOURS);
        adds = Math.sqrt(1 - keeps * keeps) * load.noise();
        burstsPerHour = alarms.perMachineWeek() * Math.E / WEEK_HOURS;
        noise = load.noise() * Bell.drawn(chance);
        drawBurst(0);
    }

    private void drawBurst(double after) {
        burstBegins = burstsPerHour == 0
                ? Double.POSITIVE_INFINITY
                : after + new Exponential(1 / burstsPerHour).sample(chance);
        burstEnds = burstBegins + length.sample(chance);
    }

    /** Share of the processor in use then, 0 to 1; times must rise. */
    double at(double at) {
        noise = keeps * noise + adds * Bell.drawn(chance);
        while (at >= burstEnds) {
            drawBurst(burstEnds);
        }
        if (at >= burstBegins) {
            return BURST_LEVEL;
        }
        double usual = load.idle() + (load.busy() - load.idle()) * people.middle(at);
        return Math.clamp(usual + noise, 0, 1);
    }
}
