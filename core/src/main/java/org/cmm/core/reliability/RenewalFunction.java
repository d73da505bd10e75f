package org.cmm.core.reliability;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Gamma;
import org.cmm.core.random.Law;

/**
 * How many parts of one law have failed by a time, if each is replaced by a new one at once. Where sums of such times
 * follow a known law it is the sum of their distributions; else the renewal equation is solved in steps (M. Xie, <i>On
 * the solution of renewal-type integral equations</i>, Communications in Statistics B 18, 1989).
 */
sealed interface RenewalFunction {

    /** The failures expected from 0 to {@code time}. */
    double failures(double time);

    /** The rate of failures at {@code time}. */
    double rate(double time);

    /**
     * That of any law.
     *
     * @param horizon up to which it will be asked, for laws that need steps
     */
    static RenewalFunction of(Law law, double horizon) {
        return switch (law) {
            case Exponential(double mean) -> new OfGamma(1, mean);
            case Gamma(double shape, double scale) -> new OfGamma(shape, scale);
            default -> Stepwise.of(law, horizon);
        };
    }

    /** The n-th failure of gamma times comes after a gamma time of n times the shape. */
    record OfGamma(double shape, double scale) implements RenewalFunction {

        private static final double NOTHING = 1e-17;

        @Override
        public double failures(double time) {
            double sum = 0;
            double term = 1;
            for (int n = 1; time > 0 && (term > NOTHING || n * shape < time / scale); n++) {
                term = GammaDistribution.of(n * shape, scale).cumulativeProbability(time);
                sum += term;
            }
            return sum;
        }

        @Override
        public double rate(double time) {
            double sum = 0;
            double term = 1;
            for (int n = 1; time > 0 && (term * scale > NOTHING || n * shape < time / scale); n++) {
                term = GammaDistribution.of(n * shape, scale).density(time);
                sum += term;
            }
            return sum;
        }
    }

    /**
     * Expected failures at equal steps, and straight lines between.
     *
     * @param failures from time 0 on
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and nobody else has it
    record Stepwise(double step, double[] failures) implements RenewalFunction {

        private static final int STEPS = 4_000;

        static Stepwise of(Law law, double horizon) {
            double step = horizon / STEPS;
            double[] ended = new double[STEPS + 1];
            double[] halfway = new double[STEPS + 1];
            for (int index = 0; index <= STEPS; index++) {
                ended[index] = law.cumulative(index * step);
                halfway[index] = law.cumulative((index + 0.5) * step);
            }
            double[] failures = new double[STEPS + 1];
            for (int now = 1; now <= STEPS; now++) {
                double sum = ended[now] - halfway[0] * failures[now - 1];
                for (int past = 1; past < now; past++) {
                    sum += halfway[now - past] * (failures[past] - failures[past - 1]);
                }
                failures[now] = sum / (1 - halfway[0]);
            }
            return new Stepwise(step, failures);
        }

        @Override
        public double failures(double time) {
            double at = Math.clamp(time / step, 0, STEPS);
            int below = Math.min((int) at, STEPS - 1);
            return failures[below] + (at - below) * (failures[below + 1] - failures[below]);
        }

        @Override
        public double rate(double time) {
            return (failures(time + step) - failures(time - step)) / (2 * step);
        }
    }
}
