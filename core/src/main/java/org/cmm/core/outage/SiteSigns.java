package org.cmm.core.outage;

/**
 * What the other machines of a site did around the minute in which a machine fell silent. Machines that were silent
 * before count for nothing.
 *
 * @param heard that were heard on and on
 * @param silent that fell silent within the same minute, whether they are back or not
 * @param back of the silent ones, that are heard again
 * @param restarted of those, that had been started anew meanwhile
 * @param continued of those, that had measured on and delivered later
 * @param lostMains of the silent ones, that told of mains lost about then
 * @param everywhere whether most machines of other sites fell silent in that minute too: then it is what they all share
 */
public record SiteSigns(
        int heard, int silent, int back, int restarted, int continued, int lostMains, boolean everywhere) {

    /** A machine alone, or without a site. */
    public static final SiteSigns ALONE = new SiteSigns(0, 0, 0, 0, 0, 0, false);

    /**
     * Whether something that the machines share had failed; a machine in four may have a line or a battery of its own.
     */
    boolean wholeSite() {
        return silent > 0 && heard * 3 <= silent;
    }

    boolean lostPower() {
        return wholeSite() && (lostMains > 0 || (restarted > 0 && restarted >= continued));
    }

    boolean lostLink() {
        return wholeSite() && lostMains == 0 && continued > restarted;
    }
}
