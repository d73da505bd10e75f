package org.cmm.core.reliability;

/**
 * A unit that is as new after each repair, whatever laws its times follow: in the long run only their means count (R.
 * E. Barlow, F. Proschan, <i>Mathematical theory of reliability</i>, 1965, chapter 3).
 *
 * @param up the mean time from a repair to the next failure
 * @param down the mean time from a failure to the end of its repair
 */
public record RenewedUnit(double up, double down) {

    public RenewedUnit {
        Inputs.positive("renewed unit", "mean time up", up);
        Inputs.notNegative("renewed unit", "mean time down", down);
    }

    /** The share of time in which it is up, in the long run. */
    public double availability() {
        return up / (up + down);
    }
}
