package org.cmm.core.reliability;

import org.cmm.core.random.Law;

/**
 * Defects that appear at a constant rate, cannot be seen, and become failures after a delay; a check in a fixed period
 * finds all that are there (A. H. Christer, W. M. Waller, <i>Delay time models of industrial inspection maintenance
 * problems</i>, JORS 35, 1984).
 *
 * @param defectRate how many defects appear in a unit of time
 * @param delay from the defect to the failure
 */
public record Inspection(double defectRate, Law delay) {

    public Inspection {
        Inputs.positive("inspection", "rate of defects", defectRate);
    }

    /** The share of defects that become failures before the next check. */
    public double failing(double period) {
        Inputs.positive("inspection", "period", period);
        return 1 - CappedMean.of(delay, period) / period;
    }

    /** The failures in a unit of time. */
    public double failureRate(double period) {
        return defectRate * failing(period);
    }

    /** What it all costs for each unit of time. */
    public double costRate(double period, Costs costs) {
        double failing = failing(period);
        return costs.check() / period + defectRate * (failing * costs.failure() + (1 - failing) * costs.repair());
    }

    /**
     * Money, or hours of downtime.
     *
     * @param check of one check
     * @param repair of a defect that a check found
     * @param failure of one that was not found in time
     */
    public record Costs(double check, double repair, double failure) {

        public Costs {
            Inputs.notNegative("inspection", "cost of a check", check);
            Inputs.notNegative("inspection", "cost of a repair", repair);
            Inputs.notNegative("inspection", "cost of a failure", failure);
        }
    }
}
