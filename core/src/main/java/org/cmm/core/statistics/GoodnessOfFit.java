package org.cmm.core.statistics;

import java.util.List;
import org.cmm.core.random.Law;
import org.cmm.core.random.RandomStream;

/**
 * Whether lifetimes can have come from a fitted law: how far their Kaplan-Meier curve lies from it at most
 * (Kolmogorov's distance), against how far curves lie that did come from it, each from a law fitted anew (parametric
 * bootstrap; W. Stute, W. González Manteiga, M. Presedo Quindimil, <i>Bootstrap based goodness-of-fit tests</i>,
 * Metrika 40, 1993). Made-up lifetimes are cut off as the real ones were or would have been (conditional bootstrap; A.
 * C. Davison, D. V. Hinkley, <i>Bootstrap methods and their application</i>, 3.5).
 *
 * @param distance the greatest, from 0 to 1
 * @param pValue how often chance alone gives a distance as great; below 0.05 the law is in doubt
 */
public record GoodnessOfFit(double distance, double pValue) {

    private static final double ANY_LEVEL = 0.95;

    /**
     * The test of a law that was fitted to these lifetimes. Cost: as many fits.
     *
     * @param rounds how many times to make up lifetimes, such as 199
     */
    public static GoodnessOfFit of(Fit fit, List<Lifetime> lifetimes, RandomStream stream, int rounds) {
        double distance = distance(fit.law(), lifetimes);
        KaplanMeier watch = watch(lifetimes);
        int asGreat = 0;
        int counted = 0;
        for (int round = 0; round < rounds; round++) {
            List<Lifetime> made = lifetimes.stream()
                    .map(real -> again(real, fit.law(), watch, stream))
                    .toList();
            if (Lifetime.haveSpread(made)) {
                counted++;
                asGreat += distance(fit.family().law(made), made) >= distance ? 1 : 0;
            }
        }
        return new GoodnessOfFit(distance, (1.0 + asGreat) / (1 + counted));
    }

    /** Nobody knows what lasted less than until the first was watched. */
    private static double distance(Law law, List<Lifetime> lifetimes) {
        double unseen = law.survival(
                lifetimes.stream().mapToDouble(Lifetime::from).min().orElse(0));
        double greatest = 0;
        double before = 1;
        for (KaplanMeier.Step step : KaplanMeier.of(lifetimes, ANY_LEVEL).steps()) {
            double survival = law.survival(step.age()) / unseen;
            greatest = Math.max(greatest, Math.max(Math.abs(survival - before), Math.abs(survival - step.survival())));
            before = step.survival();
        }
        return greatest;
    }

    /** How long things are watched: the curve of the lifetimes with ends and last looks exchanged. */
    private static KaplanMeier watch(List<Lifetime> lifetimes) {
        return KaplanMeier.of(
                lifetimes.stream()
                        .map(lifetime -> new Lifetime(lifetime.from(), lifetime.until(), !lifetime.ended()))
                        .toList(),
                ANY_LEVEL);
    }

    private static Lifetime again(Lifetime real, Law law, KaplanMeier watch, RandomStream stream) {
        double missed = law.cumulative(real.from());
        double age = law.quantile(missed + (1 - missed) * stream.next());
        double watched = stream.next() * watch.survival(real.until());
        double last = real.ended() ? lastLook(watch, watched) : real.until();
        return new Lifetime(real.from(), Math.max(Math.min(age, last), Math.nextUp(real.from())), age <= last);
    }

    /** The age by which no more than a share is still watched; infinite where the curve stays above it. */
    private static double lastLook(KaplanMeier watch, double share) {
        return watch.steps().stream()
                .filter(step -> step.survival() <= share)
                .mapToDouble(KaplanMeier.Step::age)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
