package org.cmm.agent.probe;

/** How much of something there is and how much of it is used, in bytes. */
public record Capacity(long used, long total) {
    /** Whether the numbers can be true; a reading that failed often shows as zero or -1. */
    public boolean plausible() {
        return total > 0 && used >= 0 && used <= total;
    }

    double ratio() {
        return (double) used / total;
    }
}
