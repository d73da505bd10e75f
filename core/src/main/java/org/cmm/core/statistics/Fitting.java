package org.cmm.core.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which law lifetimes follow, or why nobody can say. */
public sealed interface Fitting {

    /** With fewer ends the shape is off by a sixth and more, and no test could tell a wrong law. */
    int LEAST_ENDED = 10;

    /**
     * A law of each family was fitted, if one of it explains the lifetimes best; an exponential one always does.
     *
     * @param fits by Akaike's criterion, the best first
     */
    record Fitted(List<Fit> fits) implements Fitting {

        /**
         * So much is the second behind that it is rather not it (K. P. Burnham, D. R. Anderson, Model selection, 2.6).
         */
        private static final double CLEAR = 2;

        public Fitted {
            fits = List.copyOf(fits);
        }

        public Fit best() {
            return fits.getFirst();
        }

        /** Whether the best stands out from the others. */
        public boolean isClear() {
            return fits.stream().skip(1).allMatch(fit -> fit.akaike() - best().akaike() > CLEAR);
        }
    }

    /** Too few of the lifetimes ended. */
    record TooFew(int ended, int needed) implements Fitting {}

    /** All that ended did so at the same age, which no law but a fixed one does. */
    record NoSpread(double age) implements Fitting {}

    /** Laws by maximum likelihood, with intervals of a level. Cost: some milliseconds for a hundred lifetimes. */
    static Fitting of(List<Lifetime> lifetimes, double level) {
        Samples.level(level);
        double[] ages = lifetimes.stream()
                .filter(Lifetime::ended)
                .mapToDouble(Lifetime::until)
                .toArray();
        if (ages.length < LEAST_ENDED) {
            return new TooFew(ages.length, LEAST_ENDED);
        }
        if (!Lifetime.haveSpread(lifetimes)) {
            return new NoSpread(ages[0]);
        }
        return new Fitted(Stream.of(Family.values())
                .flatMap(family -> family.fit(lifetimes, level).stream())
                .sorted(Comparator.comparingDouble(Fit::akaike))
                .toList());
    }
}
