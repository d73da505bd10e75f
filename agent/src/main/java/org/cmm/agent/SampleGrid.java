package org.cmm.agent;

import java.time.Duration;

/**
 * When to sample: at whole multiples of the interval, by the clock of the epoch, so that the samples of all machines
 * lie side by side.
 */
record SampleGrid(long intervalMillis) {
    /** A reading that begins this much of the interval late still belongs to its place on the grid. */
    private static final int TOLERATED_PART = 10;

    SampleGrid(Duration interval) {
        this(interval.toMillis());
    }

    /** The next time on the grid after {@code nowMillis}. */
    long after(long nowMillis) {
        return nowMillis + intervalMillis - Math.floorMod(nowMillis, intervalMillis);
    }

    /** The time a sample carries: its place on the grid, or the true time when it comes late. */
    long timeOf(long nowMillis) {
        long late = Math.floorMod(nowMillis, intervalMillis);
        return late <= intervalMillis / TOLERATED_PART ? nowMillis - late : nowMillis;
    }
}
