package org.cmm.core.statistics;

import java.util.List;

/**
 * How long something lasted, as far as anybody saw: a part until it failed, or a failure until it was repaired.
 *
 * @param from the age at which it was first watched; those that ended before were never seen (left truncation)
 * @param until the age at which it ended or was last watched, more than {@code from}
 * @param ended whether it ended then; else it lasted longer (right censoring)
 */
public record Lifetime(double from, double until, boolean ended) {

    public Lifetime {
        if (!(from >= 0 && until > from && until < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "lifetime: must go from 0 or more to a later, finite age, was %s to %s".formatted(from, until));
        }
    }

    /** It was watched from new until its end. */
    public static Lifetime ended(double age) {
        return new Lifetime(0, age, true);
    }

    /** Whether they ended at more than one age; else no law but a fixed one fits. */
    static boolean haveSpread(List<Lifetime> lifetimes) {
        return lifetimes.stream()
                        .filter(Lifetime::ended)
                        .mapToDouble(Lifetime::until)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    /** It was watched from new, and has not ended yet. */
    public static Lifetime lasting(double age) {
        return new Lifetime(0, age, false);
    }
}
