package org.cmm.core.simulation;

import java.util.Arrays;

/** The sums of a run while it goes on. Not thread-safe. */
final class Ledger {

    private static final int SIZE = Sum.values().length;

    private final double[] sums = new double[SIZE];

    void add(Sum sum, double amount) {
        sums[sum.ordinal()] += amount;
    }

    void count(Sum sum) {
        add(sum, 1);
    }

    /** What was before does not count. */
    void forget() {
        Arrays.fill(sums, 0);
    }

    Totals totals(long events) {
        return new Totals(sums.clone(), events);
    }
}
