package org.cmm.core.reliability;

/** What models ask of their parameters. */
final class Inputs {

    private Inputs() {}

    static void positive(String model, String parameter, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s: %s must be more than 0 and finite, was %s".formatted(model, parameter, value));
        }
    }

    static void notNegative(String model, String parameter, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s: %s must be 0 or more and finite, was %s".formatted(model, parameter, value));
        }
    }

    static void share(String model, String parameter, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s: %s must be 0 to 1, was %s".formatted(model, parameter, value));
        }
    }

    static void atLeastOne(String model, String parameter, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s: %s must be 1 or more, was %d".formatted(model, parameter, value));
        }
    }
}
