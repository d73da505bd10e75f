package org.cmm.agent.clock;

/**
 * The beginning of an epoch: what both clocks showed when it began.
 *
 * @param epoch its random name, 0 to 2^48 - 1
 */
public record Anchor(long epoch, Moment began) {
    /** The epoch's own time at a later moment of the same boot: where it began plus what has elapsed since. */
    public long timeAt(Moment moment) {
        return began.wallMillis() + moment.elapsedMillis() - began.elapsedMillis();
    }

    public boolean sameBoot(Moment moment) {
        return began.boot().equals(moment.boot());
    }
}
