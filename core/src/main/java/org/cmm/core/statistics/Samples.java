package org.cmm.core.statistics;

/** What estimates ask of the numbers that they are made of. */
final class Samples {

    private Samples() {}

    static void finite(String thing, String part, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s: %s must be finite, was %s".formatted(thing, part, value));
        }
    }

    static void finite(double[] values) {
        for (int index = 0; index < values.length; index++) {
            if (!Double.isFinite(values[index])) {
                throw new IllegalArgumentException(
                        "values: each must be finite, number %d was %s".formatted(index + 1, values[index]));
            }
        }
    }

    static void paired(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "pairs: both sides need as many values, had %d and %d".formatted(one.length, other.length));
        }
    }

    static void level(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level: must be between 0 and 1, such as 0.95, was %s".formatted(level));
        }
    }

    static double[] differences(double[] one, double[] other) {
        paired(one, other);
        double[] differences = new double[one.length];
        for (int index = 0; index < one.length; index++) {
            differences[index] = one[index] - other[index];
        }
        return differences;
    }
}
