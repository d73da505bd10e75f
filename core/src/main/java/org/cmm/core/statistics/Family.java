package org.cmm.core.statistics;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Weibull;
import org.cmm.core.statistics.Likelihood.Point;

/** The laws that can be fitted to lifetimes. */
public enum Family {
    EXPONENTIAL(Standard.EXTREME) {
        @Override
        Point summit(Likelihood likelihood) {
            return Summit.ofA(likelihood, 0, 1);
        }

        @Override
        boolean isSummit(Point point) {
            return point.aa() < 0;
        }

        @Override
        Law law(double location, double b) {
            return new Exponential(Math.exp(location));
        }

        // By chi-square, for a watch that ended at a time (J. F. Lawless, Statistical models, 4.1).
        @Override
        List<Interval> parameters(Likelihood likelihood, Point summit, int ended, double level) {
            double mean = Math.exp(likelihood.shift() + summit.a());
            double total = 2 * ended * mean;
            double tail = (1 - level) / 2;
            return List.of(new Interval(
                    mean,
                    total / ChiSquaredDistribution.of(2 * ended + 2).inverseSurvivalProbability(tail),
                    total / ChiSquaredDistribution.of(2 * ended).inverseCumulativeProbability(tail),
                    ended,
                    level));
        }
    },

    WEIBULL(Standard.EXTREME) {
        @Override
        Law law(double location, double b) {
            return new Weibull(b, Math.exp(location));
        }

        @Override
        List<Interval> parameters(Likelihood likelihood, Point summit, int ended, double level) {
            Profile profile = new Profile(likelihood, summit, ended, level);
            Interval location = profile.location();
            return List.of(
                    profile.stretch(),
                    new Interval(
                            Math.exp(location.estimate()),
                            Math.exp(location.lower()),
                            Math.exp(location.upper()),
                            ended,
                            level));
        }
    },

    LOGNORMAL(Standard.NORMAL) {
        @Override
        Law law(double location, double b) {
            return new Lognormal(location, 1 / b);
        }

        @Override
        List<Interval> parameters(Likelihood likelihood, Point summit, int ended, double level) {
            Profile profile = new Profile(likelihood, summit, ended, level);
            Interval stretch = profile.stretch();
            return List.of(
                    profile.location(),
                    new Interval(1 / stretch.estimate(), 1 / stretch.upper(), 1 / stretch.lower(), ended, level));
        }
    };

    private final Standard standard;

    Family(Standard standard) {
        this.standard = standard;
    }

    /** The law's own parameters of the location and {@code b}. */
    abstract Law law(double location, double b);

    abstract List<Interval> parameters(Likelihood likelihood, Point summit, int ended, double level);

    Point summit(Likelihood likelihood) {
        return Summit.of(likelihood, 0, 1 / likelihood.spread());
    }

    boolean isSummit(Point point) {
        return point.isRounded();
    }

    Likelihood likelihood(List<Lifetime> lifetimes) {
        return new Likelihood(standard, lifetimes);
    }

    /** The law alone, of lifetimes of which at least two different ones ended. */
    Law law(List<Lifetime> lifetimes) {
        Likelihood likelihood = likelihood(lifetimes);
        return law(likelihood, summit(likelihood));
    }

    private Law law(Likelihood likelihood, Point summit) {
        return law(likelihood.shift() + summit.a() / summit.b(), summit.b());
    }

    /** Nothing where no law of the family explains the lifetimes best, which late entries can bring about. */
    Optional<Fit> fit(List<Lifetime> lifetimes, double level) {
        int ended = (int) lifetimes.stream().filter(Lifetime::ended).count();
        Likelihood likelihood = likelihood(lifetimes);
        Point summit = summit(likelihood);
        return Optional.of(summit)
                .filter(this::isSummit)
                .map(point -> new Fit(
                        this, law(likelihood, point), point.value(), parameters(likelihood, point, ended, level)));
    }
}
