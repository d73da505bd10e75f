package org.cmm.core.reliability;

/**
 * A unit without memory: up and new at time 0, then failing at one constant rate and repaired at another (Barlow and
 * Proschan, 1965, chapter 3).
 */
public record MarkovUnit(double failureRate, double repairRate) {

    public MarkovUnit {
        Inputs.positive("unit without memory", "failure rate", failureRate);
        Inputs.positive("unit without memory", "repair rate", repairRate);
    }

    /** How likely it is up at a time, 0 or more. */
    public double availabilityAt(double time) {
        Inputs.notNegative("availability", "time", time);
        return (repairRate + failureRate * Math.exp(-both() * time)) / both();
    }

    /** The mean share of the time from 0 to {@code time} in which it is up. */
    public double availabilityUntil(double time) {
        Inputs.positive("availability", "time", time);
        double faded = -Math.expm1(-both() * time) / (both() * time);
        return (repairRate + failureRate * faded) / both();
    }

    private double both() {
        return failureRate + repairRate;
    }
}
