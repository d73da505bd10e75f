package org.cmm.core.random;

/** What all laws ask of their parameters. */
final class Checks {

    private Checks() {}

    static void positive(String law, String parameter, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s law: %s must be more than 0 and finite, was %s".formatted(law, parameter, value));
        }
    }

    static void finite(String law, String parameter, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s law: %s must be finite, was %s".formatted(law, parameter, value));
        }
    }

    static void time(String law, String parameter, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s law: %s must be 0 or more and finite, was %s".formatted(law, parameter, value));
        }
    }

    static void probability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("quantile: p must be 0 to 1, was %s".formatted(p));
        }
    }
}
