package org.cmm.core.scenario;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Faults in words that name the thing, the fault and the remedy. */
final class Check {

    private Check() {}

    static void that(boolean holds, String thing, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("%s: %s".formatted(thing, fault));
        }
    }

    static void text(String thing, String name, String value, int longest) {
        that(
                !value.isBlank() && value.length() <= longest && value.chars().noneMatch(Character::isISOControl),
                thing,
                "%s must be 1 to %d characters without control characters, was '%s'"
                        .formatted(name, longest, value.strip()));
    }

    static void share(String thing, String name, double value) {
        that(value >= 0 && value <= 1, thing, "%s must be 0 to 1, was %s".formatted(name, value));
    }

    /** A number that may be nothing but not less. */
    static void amount(String thing, String name, double value) {
        that(value >= 0 && value <= 1e15, thing, "%s must be a number from 0 to 1e15, was %s".formatted(name, value));
    }

    static void positive(String thing, String name, Duration value) {
        that(value.isPositive(), thing, "%s must be above 0, was %s".formatted(name, value));
    }

    static void known(String thing, String of, String name, Set<String> known) {
        that(
                known.contains(name),
                "%s '%s'".formatted(thing, of),
                "'%s' is not known; known are %s".formatted(name, String.join(", ", new TreeSet<>(known))));
    }
}
