package org.cmm.core.simulation;

import java.util.Arrays;

/** What one policy came to in one replication. Immutable. */
public final class Totals {

    private final double[] sums;
    private final long events;

    Totals(double[] sums, long events) {
        this.sums = sums;
        this.events = events;
    }

    /**
     * What was kept of a replication that ran before.
     *
     * @param sums one for each {@link Sum}, in their order
     */
    public static Totals kept(double[] sums, long events) {
        if (sums.length != Sum.values().length) {
            throw new IllegalArgumentException(
                    "totals: must have %d sums, had %d".formatted(Sum.values().length, sums.length));
        }
        return new Totals(sums.clone(), events);
    }

    /** In the unit that the sum's name ends with; a count where it names none. */
    public double of(Sum sum) {
        return sums[sum.ordinal()];
    }

    /** How many events of the simulation led to it. */
    public long events() {
        return events;
    }

    /** By what they came to, not by the events that it took. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Totals totals && Arrays.equals(sums, totals.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return Arrays.toString(sums);
    }
}
