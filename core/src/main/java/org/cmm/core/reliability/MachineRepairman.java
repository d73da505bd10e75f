package org.cmm.core.reliability;

/**
 * Machines that fail at a constant rate, and technicians who each repair one at a time: how long the queue is (C. Palm,
 * 1947; D. R. Cox, W. L. Smith, <i>Queues</i>, 1961, chapter 4). All times are exponential.
 *
 * @param failureRate of one machine that is up
 * @param repairRate of one technician at work
 */
public record MachineRepairman(int machines, int technicians, double failureRate, double repairRate) {

    public MachineRepairman {
        Inputs.atLeastOne("machine repairman", "machines", machines);
        Inputs.atLeastOne("machine repairman", "technicians", technicians);
        Inputs.positive("machine repairman", "failure rate", failureRate);
        Inputs.positive("machine repairman", "repair rate", repairRate);
    }

    /** How many machines are down on average, waiting or in repair. */
    public double down() {
        return mean(0);
    }

    /** How many machines wait for a technician on average. */
    public double waiting() {
        return mean(technicians);
    }

    /** How many technicians are at work on average. */
    public double busy() {
        return down() - waiting();
    }

    /** The share of time in which a machine is up. */
    public double availability() {
        return 1 - down() / machines;
    }

    /** The mean number of machines down beyond so many; in the long run as often one more fails as one is repaired. */
    private double mean(int beyond) {
        double weight = 1;
        double weights = 1;
        double sum = 0;
        for (int down = 1; down <= machines; down++) {
            weight *= (machines - down + 1) * failureRate / (Math.min(down, technicians) * repairRate);
            weights += weight;
            sum += weight * Math.max(0, down - beyond);
            if (weights > 1e200) {
                weight /= weights;
                sum /= weights;
                weights = 1;
            }
        }
        return sum / weights;
    }
}
