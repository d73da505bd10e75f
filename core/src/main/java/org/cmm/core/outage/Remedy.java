package org.cmm.core.outage;

/** What somebody does about a silence; several causes ask for the same. */
public enum Remedy {
    /** See what is the matter. */
    LOOK,
    POWER,
    LINK,
    /** See to the machine itself. */
    MACHINE,
    AGENT,
    /** Nothing: it was meant, or it is CMM's own. */
    WAIT;

    public static Remedy of(Cause cause) {
        return switch (cause) {
            case POWER -> POWER;
            case LINK -> LINK;
            case CRASH -> MACHINE;
            case AGENT_STOPPED -> AGENT;
            case PLANNED, SLEEP, CMM -> WAIT;
            case UNKNOWN -> LOOK;
        };
    }

    /**
     * Whether somebody who was told to do this has to hear again. Who looks for themselves finds the cause anyhow, and
     * a mere possibility sends nobody elsewhere.
     */
    public boolean isOverturnedBy(SiteVerdict later) {
        Remedy other = of(later.cause());
        return this != LOOK && other != LOOK && this != other && later.confidence() != Confidence.POSSIBLE;
    }
}
