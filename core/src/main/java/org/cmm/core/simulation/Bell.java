package org.cmm.core.simulation;

import org.cmm.core.random.Lognormal;
import org.cmm.core.random.RandomStream;

/**
 * Normal noise of mean 0 and deviation 1, in steps: one of some thousand equally likely values, read from a table,
 * since each simulated sample needs one.
 */
final class Bell {

    private static final int SIZE = 4096;
    private static final double[] VALUES = values();

    private Bell() {}

    private static double[] values() {
        Lognormal law = new Lognormal(0, 1);
        double[] values = new double[SIZE];
        for (int index = 0; index < SIZE; index++) {
            values[index] = StrictMath.log(law.quantile((index + 0.5) / SIZE));
        }
        return values;
    }

    static double drawn(RandomStream stream) {
        return VALUES[(int) (stream.next() * SIZE)];
    }
}
