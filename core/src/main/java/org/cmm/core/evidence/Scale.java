package org.cmm.core.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * From values to a stretch of the picture.
 *
 * @param least value, at {@code from}
 * @param most value, at {@code to}
 */
record Scale(double least, double most, double from, double to) {

    private static final int TICKS = 6;

    /** One that holds all of these values, and some room. */
    static Scale around(double least, double most, double from, double to) {
        double room = most > least ? (most - least) * 0.05 : Math.max(Math.abs(most) * 0.05, 1e-9);
        return new Scale(least - room, most + room, from, to);
    }

    double at(double value) {
        return from + (value - least) / (most - least) * (to - from);
    }

    /** Round values along it: multiples of 1, 2 or 5 times a power of ten. */
    List<Double> ticks() {
        double rough = (most - least) / TICKS;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = factor * power;
            if (step >= rough) {
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long turn = (long) Math.ceil(least / step); turn * step <= most; turn++) {
            ticks.add(turn * step);
        }
        return ticks;
    }
}
