package org.cmm.core.reliability;

/**
 * A defect shows before it becomes a failure, and whoever watches may be there first: the race between the planned fix
 * and the failure, from the first sign (P) to the failure (F). All times are exponential; what follows is the mean over
 * the three ways that a cycle can go.
 *
 * @param defectRate how often a defect appears on a machine that has none
 * @param failureRate how soon a defect becomes a failure: one divided by the mean time
 * @param fixRate how soon a defect is noticed and its planned fix begins, if it is noticed at all
 * @param sensitivity the share of defects that are noticed, 0 for waiting for failures
 * @param plannedDown how long a planned fix keeps the machine down
 * @param failedDown how long a failure keeps it down
 */
public record Race(
        double defectRate,
        double failureRate,
        double fixRate,
        double sensitivity,
        double plannedDown,
        double failedDown) {

    public Race {
        Inputs.positive("race", "rate of defects", defectRate);
        Inputs.positive("race", "rate of failures", failureRate);
        Inputs.positive("race", "rate of fixes", fixRate);
        Inputs.share("race", "sensitivity", sensitivity);
        Inputs.notNegative("race", "downtime of a planned fix", plannedDown);
        Inputs.notNegative("race", "downtime of a failure", failedDown);
    }

    /** The same machine when nobody watches. */
    public Race reactive() {
        return new Race(defectRate, failureRate, fixRate, 0, plannedDown, failedDown);
    }

    /** The share of defects that are fixed before they become failures. */
    public double prevented() {
        return sensitivity * fixRate / (fixRate + failureRate);
    }

    /** The mean time up from one repair to the next, planned or not. */
    public double up() {
        return 1 / defectRate + sensitivity / (fixRate + failureRate) + (1 - sensitivity) / failureRate;
    }

    /** The mean downtime of a repair, planned or not. */
    public double down() {
        return prevented() * plannedDown + (1 - prevented()) * failedDown;
    }

    /** The share of time up. */
    public double availability() {
        return up() / (up() + down());
    }

    /** By which share the downtime is less than when nobody watches; below 0 if it is more. */
    public double cut() {
        return 1 - (1 - availability()) / (1 - reactive().availability());
    }

    /** The downtime for each unit of time up. */
    double downPerUp() {
        return down() / up();
    }
}
