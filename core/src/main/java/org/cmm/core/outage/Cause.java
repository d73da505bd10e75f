package org.cmm.core.outage;

/** Why a machine was silent. */
public enum Cause {
    /** The mains, or what feeds the machine. */
    POWER(Counts.DOWN),
    /** The machine ran on, and what it had to say did not get through. */
    LINK(Counts.DOWN),
    /** The system or the machine failed by itself. */
    CRASH(Counts.DOWN),
    /** Somebody, or a program on somebody's behalf, shut it down or restarted it. */
    PLANNED(Counts.PLANNED),
    /** It slept or hibernated. */
    SLEEP(Counts.PLANNED),
    /** The machine ran on while its agent did not. */
    AGENT_STOPPED(Counts.UNSEEN),
    /** CMM itself was down, and heard nobody. */
    CMM(Counts.UNSEEN),
    /** Nothing tells. */
    UNKNOWN(Counts.DOWN);

    /** What time lost to a cause is to somebody who asks whether the machine was there. */
    public enum Counts {
        /** The machine could not be used, or not be reached, and nobody had wished that. */
        DOWN,
        /** It was off on purpose. */
        PLANNED,
        /** Nobody can say. */
        UNSEEN
    }

    private final Counts counts;

    Cause(Counts counts) {
        this.counts = counts;
    }

    public Counts counts() {
        return counts;
    }

    public boolean isFailure() {
        return counts == Counts.DOWN;
    }
}
