package org.cmm.core.statistics;

import java.util.Collection;

/**
 * Runs replications in batches until every estimate is precise enough (A. M. Law, <i>Simulation modeling and
 * analysis</i>, 9.4.1). It looks only at the ends of batches, so the outcome does not depend on which replication
 * happens to finish first, and at no fewer than {@code least}: with few the interval is narrow by luck too often.
 *
 * @param precision the greatest relative half-width, such as 0.05
 * @param batch how many replications lie between two looks
 * @param least how many to run before the first look, a whole number of batches
 * @param most when to stop in any case, a whole number of batches
 */
public record SequentialRule(double precision, int batch, int least, int most) {

    public SequentialRule {
        if (!(precision > 0 && precision < 1)) {
            throw new IllegalArgumentException(
                    "run until: precision must be between 0 and 1, such as 0.05, was %s".formatted(precision));
        }
        if (batch < 1 || least < 2 || least % batch != 0 || most < least || most % batch != 0) {
            throw new IllegalArgumentException(
                    "run until: least (2 or more) and most must be whole numbers of batches of %d and in order, were %d and %d"
                            .formatted(batch, least, most));
        }
    }

    /** What follows from a look. */
    public sealed interface Step {}

    /** As many replications as {@code total}, all told, are to be run before the next look. */
    public record Run(int total) implements Step {}

    /** Everything is precise enough. */
    public record Precise() implements Step {}

    /** The most were run, and it is not precise enough. */
    public record Exhausted() implements Step {}

    /** The first step. */
    public Run first() {
        return new Run(least);
    }

    /** The step after {@code done} replications, which is as many as the step before said. */
    public Step after(int done, Collection<Estimate> estimates) {
        if (done < least || done > most || done % batch != 0) {
            throw new IllegalArgumentException(
                    "run until: looks only after %d to %d replications in batches of %d, not %d"
                            .formatted(least, most, batch, done));
        }
        if (estimates.stream().allMatch(estimate -> estimate.relativeHalfWidth() <= precision)) {
            return new Precise();
        }
        return done == most ? new Exhausted() : new Run(done + batch);
    }
}
