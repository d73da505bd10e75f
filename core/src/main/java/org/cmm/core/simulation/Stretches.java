package org.cmm.core.simulation;

import java.util.Arrays;
import org.cmm.core.random.RandomStream;
import org.cmm.core.scenario.Cuts;

/** Stretches of time that do not overlap, in order: a site's cuts of the mains or of the link. Immutable. */
final class Stretches {

    static final Stretches NONE = new Stretches(new double[0], new double[0]);

    private final double[] begins;
    private final double[] ends;

    private Stretches(double[] begins, double[] ends) {
        this.begins = begins;
        this.ends = ends;
    }

    /** Draws a site's cuts; one that has begun by the end is among them in full. */
    static Stretches drawn(Cuts cuts, RandomStream stream, double end) {
        if (cuts.areNone()) {
            return NONE;
        }
        double[] begins = new double[16];
        double[] ends = new double[16];
        int count = 0;
        double at = cuts.between().sample(stream);
        while (at < end) {
            if (count == begins.length) {
                begins = Arrays.copyOf(begins, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            begins[count] = at;
            ends[count] = at + cuts.length().sample(stream);
            at = ends[count] + cuts.between().sample(stream);
            count++;
        }
        return new Stretches(Arrays.copyOf(begins, count), Arrays.copyOf(ends, count));
    }

    int count() {
        return begins.length;
    }

    double begin(int index) {
        return begins[index];
    }

    double end(int index) {
        return ends[index];
    }

    /** The same time if it lies in none, or else the end of the one it lies in. */
    double freeFrom(double at) {
        int found = Arrays.binarySearch(begins, at);
        int index = found < 0 ? -found - 2 : found;
        return index >= 0 && at < ends[index] ? ends[index] : at;
    }
}
