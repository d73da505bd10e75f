package org.cmm.core.statistics;

import java.util.List;

/**
 * How well a law of the logarithm explains lifetimes, as a function of {@code a} and {@code b}, where z = b × logarithm
 * − a. In these parameters it has one summit only, without late entries (J. Burridge, <i>A note on maximum likelihood
 * estimation for regression models using grouped data</i>, JRSS B 43, 1981). Logarithms are shifted so that those that
 * ended have mean 0.
 */
final class Likelihood {

    private final Standard standard;
    private final double[] ends;
    private final boolean[] ended;
    private final double[] entries;
    private final double shift;
    private final int count;
    private final double jacobian;

    Likelihood(Standard standard, List<Lifetime> lifetimes) {
        this.standard = standard;
        count = (int) lifetimes.stream().filter(Lifetime::ended).count();
        jacobian = lifetimes.stream()
                .filter(Lifetime::ended)
                .mapToDouble(lifetime -> Math.log(lifetime.until()))
                .sum();
        shift = jacobian / count;
        ends = lifetimes.stream()
                .mapToDouble(lifetime -> Math.log(lifetime.until()) - shift)
                .toArray();
        entries = lifetimes.stream()
                .mapToDouble(lifetime -> Math.log(lifetime.from()) - shift)
                .toArray();
        ended = new boolean[ends.length];
        for (int index = 0; index < ends.length; index++) {
            ended[index] = lifetimes.get(index).ended();
        }
    }

    /** The shift of the logarithms. */
    double shift() {
        return shift;
    }

    /** How far the logarithms of those that ended spread: their standard deviation. */
    double spread() {
        double squares = 0;
        for (int index = 0; index < ends.length; index++) {
            squares += ended[index] ? ends[index] * ends[index] : 0;
        }
        return Math.sqrt(squares / count);
    }

    /** Its value with the first and second derivatives. */
    record Point(double a, double b, double value, double byA, double byB, double aa, double ab, double bb) {

        /** Whether the ground is rounded here as a summit is. */
        boolean isRounded() {
            return aa < 0 && aa * bb - ab * ab > 0;
        }
    }

    /** The value alone; minus infinity where it overflows. */
    private double value(double a, double b) {
        double value = count * Math.log(b) - jacobian;
        for (int index = 0; index < ends.length; index++) {
            double z = b * ends[index] - a;
            value += ended[index] ? standard.logDensity(z) : standard.logSurvival(z);
            value -= isLate(index) ? standard.logSurvival(b * entries[index] - a) : 0;
        }
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    Point at(double a, double b) {
        Sums sums = new Sums();
        for (int index = 0; index < ends.length; index++) {
            double x = ends[index];
            double z = b * x - a;
            if (ended[index]) {
                sums.add(x, standard.slope(z), standard.bend(z));
            } else {
                sums.add(x, standard.survivalSlope(z), standard.survivalBend(z));
            }
            if (isLate(index)) {
                double entry = b * entries[index] - a;
                sums.add(entries[index], -standard.survivalSlope(entry), -standard.survivalBend(entry));
            }
        }
        return new Point(
                a,
                b,
                value(a, b),
                -sums.slope,
                sums.slopeX + count / b,
                sums.bend,
                -sums.bendX,
                sums.bendXX - count / (b * b));
    }

    private boolean isLate(int index) {
        return entries[index] > Double.NEGATIVE_INFINITY;
    }

    private static final class Sums {

        private double slope;
        private double slopeX;
        private double bend;
        private double bendX;
        private double bendXX;

        void add(double x, double first, double second) {
            slope += first;
            slopeX += first * x;
            bend += second;
            bendX += second * x;
            bendXX += second * x * x;
        }
    }
}
