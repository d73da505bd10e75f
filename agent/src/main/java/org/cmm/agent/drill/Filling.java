package org.cmm.agent.drill;

import org.cmm.agent.probe.Capacity;

/**
 * How much to hold of memory or of a file system, so that a share of the whole is in use and some of it stays free.
 *
 * @param percent of the whole that should be in use, with what is held
 * @param floor bytes that stay free
 */
record Filling(int percent, long floor) {
    private static final long STEP = 128L << 20;
    private static final long TREMBLE = 16L << 20;
    private static final int MARGINS_IN_FLOOR = 8;

    /**
     * Bytes to hold in all. Never so many that less than the floor and a margin would be free.
     *
     * @param held bytes held now, which count among the used ones
     */
    long wanted(Capacity whole, long held) {
        long others = Math.max(0, whole.used() - held);
        long most = whole.total() - others - floor - floor / MARGINS_IN_FLOOR;
        return Math.max(0, Math.min(target(whole) - others, most));
    }

    /** The same, approached in steps and without trembling; shrinks at once. */
    long next(Capacity whole, long held) {
        long wanted = wanted(whole, held);
        if (wanted < held) {
            return held - wanted < TREMBLE && wanted > 0 ? held : wanted;
        }
        return wanted - held < TREMBLE ? held : Math.min(wanted, held + STEP);
    }

    /** Whether so much can be in use while the floor stays free. */
    boolean leavesEnough(Capacity whole) {
        return whole.total() - target(whole) >= floor + floor / MARGINS_IN_FLOOR;
    }

    private long target(Capacity whole) {
        return whole.total() / 100 * percent;
    }
}
