package org.cmm.core.statistics;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.cmm.core.statistics.Likelihood.Point;

/**
 * Intervals around the summit of a likelihood. That of the stretch goes as far as the likelihood, with the best
 * location for each stretch, is not too low (profile likelihood; W. Q. Meeker, L. A. Escobar, <i>Statistical methods
 * for reliability data</i>, 8.3): it covers well with few failures, where the usual one does not. That of the location
 * is the usual one, from the curvature at the summit.
 *
 * @param ended how many lifetimes ended
 */
record Profile(Likelihood likelihood, Point summit, int ended, double level) {

    private static final double FARTHEST = Math.log(1e6);
    private static final double EXACT = 1e-9;

    /** Of {@code b}. */
    Interval stretch() {
        return new Interval(summit.b(), end(0.5), end(2), ended, level);
    }

    /** Goes away by a factor until it is too far, and finds the edge between. */
    private double end(double factor) {
        double inside = 0;
        double outside = Math.log(factor);
        while (room(outside) > 0) {
            inside = outside;
            outside += Math.log(factor);
            if (Math.abs(outside) > FARTHEST) {
                return factor > 1 ? Double.POSITIVE_INFINITY : 0;
            }
        }
        BrentSolver solver = new BrentSolver(EXACT, EXACT, EXACT);
        return summit.b() * Math.exp(solver.findRoot(this::room, Math.min(inside, outside), Math.max(inside, outside)));
    }

    /** By how much the likelihood is not too low, with a stretch of so much more, as a logarithm. */
    private double room(double more) {
        double factor = Math.exp(more);
        double best =
                Summit.ofA(likelihood, summit.a() * factor, summit.b() * factor).value();
        return best - summit.value() + ChiSquaredDistribution.of(1).inverseCumulativeProbability(level) / 2;
    }

    /** Of {@code a / b}, in the units of the logarithm. */
    Interval location() {
        double determinant = summit.aa() * summit.bb() - summit.ab() * summit.ab();
        double byA = 1 / summit.b();
        double byB = -summit.a() / (summit.b() * summit.b());
        double variance =
                (-summit.bb() * byA * byA + 2 * summit.ab() * byA * byB - summit.aa() * byB * byB) / determinant;
        double reach = Critical.normal(level) * Math.sqrt(Math.max(0, variance));
        double location = likelihood.shift() + summit.a() / summit.b();
        return new Interval(location, location - reach, location + reach, ended, level);
    }
}
