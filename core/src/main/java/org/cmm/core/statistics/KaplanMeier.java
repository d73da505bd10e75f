package org.cmm.core.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which share lasts how long, as the lifetimes say it without any law, those counted in whose end nobody saw (E. L.
 * Kaplan, P. Meier, <i>Nonparametric estimation from incomplete observations</i>, JASA 53, 1958; with late entry: J. D.
 * Kalbfleisch, R. L. Prentice, <i>The statistical analysis of failure time data</i>, 1.4). Before the first step
 * everything lasts; after the last one nothing is known but that no more lasts.
 *
 * @param steps one for each age at which something ended, in order
 */
public record KaplanMeier(List<Step> steps) {

    /**
     * What lasts from an age on.
     *
     * @param atRisk how many were watched just before it
     * @param survival the share that lasts beyond it
     * @param lower end of the interval of that share, by Greenwood's variance of its double logarithm
     * @param upper end of the interval
     */
    public record Step(double age, int atRisk, double survival, double lower, double upper) {}

    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    /** The curve, with an interval around each step. */
    public static KaplanMeier of(List<Lifetime> lifetimes, double level) {
        double z = Critical.normal(level);
        double[] entries =
                lifetimes.stream().mapToDouble(Lifetime::from).sorted().toArray();
        List<Lifetime> byEnd = lifetimes.stream()
                .sorted(Comparator.comparingDouble(Lifetime::until))
                .toList();
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        int entered = 0;
        int index = 0;
        while (index < byEnd.size()) {
            double age = byEnd.get(index).until();
            while (entered < entries.length && entries[entered] < age) {
                entered++;
            }
            int atRisk = entered - index;
            int ends = 0;
            while (index < byEnd.size() && byEnd.get(index).until() == age) {
                ends += byEnd.get(index).ended() ? 1 : 0;
                index++;
            }
            if (ends > 0) {
                survival *= (double) (atRisk - ends) / atRisk;
                greenwood += ends / ((double) atRisk * (atRisk - ends));
                steps.add(step(age, atRisk, survival, z * Math.sqrt(greenwood)));
            }
        }
        return new KaplanMeier(steps);
    }

    private static Step step(double age, int atRisk, double survival, double reach) {
        if (survival <= 0) {
            return new Step(age, atRisk, 0, 0, 1);
        }
        double width = Math.exp(reach / Math.log(survival));
        return new Step(age, atRisk, survival, Math.pow(survival, 1 / width), Math.pow(survival, width));
    }

    /** The share that lasts beyond an age. */
    public double survival(double age) {
        double survival = 1;
        for (Step step : steps) {
            if (step.age() > age) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }
}
