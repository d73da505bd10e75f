package org.cmm.server.architecture.offenders.core.random;

import java.util.Random;
import org.cmm.server.architecture.offenders.core.ClockReader;

/** Breaks: brings its own random numbers, takes logarithms as this processor does, and knows the rest of core. */
public final class Dice {

    private Dice() {}

    public static double roll() {
        return Math.log(new Random(ClockReader.class.hashCode()).nextDouble());
    }
}
