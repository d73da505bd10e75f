package org.cmm.core.reliability;

import java.util.function.DoubleUnaryOperator;

/** Finds where a function that is below zero at one time and above it at a later one crosses it, to the last digit. */
final class Bisection {

    private static final int MOST_HALVINGS = 200;

    private Bisection() {}

    static double between(double low, double high, DoubleUnaryOperator function) {
        double below = low;
        double above = high;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double middle = below + (above - below) / 2;
            if (middle <= below || middle >= above) {
                break;
            }
            if (function.applyAsDouble(middle) < 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }
}
