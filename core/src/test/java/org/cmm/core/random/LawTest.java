package org.cmm.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LawTest {

    @Test
    void aShapeOfOneIsTheExponentialLaw() {
        Law exponential = new Exponential(70);
        for (Law same : List.of(new Weibull(1, 70), new Gamma(1, 70))) {
            assertThat(same.mean()).isCloseTo(70, within(1e-12));
            assertThat(same.variance()).isCloseTo(4_900, within(1e-9));
            for (double time : new double[] {0, 0.1, 70, 700}) {
                assertThat(same.survival(time)).isCloseTo(exponential.survival(time), within(1e-14));
                assertThat(same.hazard(time)).isCloseTo(exponential.hazard(time), within(1e-12));
            }
        }
    }

    /** LANL's repair times: the figures that simulation.md gives for the fitted law. */
    @Test
    void theLognormalHasItsKnownMeanAndMedian() {
        Law repair = new Lognormal(4.144, 1.413);
        assertThat(repair.quantile(0.5)).isCloseTo(63.05, within(0.01));
        assertThat(repair.mean()).isCloseTo(171.1, within(0.1));
    }

    @Test
    void ourQuantilesAreThoseOfCommonsStatistics() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] tails = {1e-300, 1e-100, 1e-12, 1e-6, 0.001, 0.02, 0.075, 0.2, 0.49};
        for (double p : tails) {
            double expected = normal.inverseCumulativeProbability(p);
            assertThat(NormalQuantile.of(p)).isCloseTo(expected, within(2e-14 * -expected));
            assertThat(NormalQuantile.of(1 - p)).isCloseTo(normal.inverseCumulativeProbability(1 - p), within(1e-4));
            for (double shape : new double[] {0.05, 0.3, 0.5, 1, 1.5, 2, 3, 10, 250, 3_000}) {
                GammaDistribution gamma = GammaDistribution.of(shape, 1);
                double time = new GammaQuantile(shape).of(p);
                assertThat(time == 0 ? p : gamma.cumulativeProbability(time))
                        .as("shape %s, p %s", shape, p)
                        .isCloseTo(p, within(1e-11 * p));
                double late = new GammaQuantile(shape).of(1 - p);
                assertThat(late == Double.POSITIVE_INFINITY ? p : gamma.survivalProbability(late))
                        .as("shape %s, 1 - %s", shape, p)
                        .isCloseTo(p, within(1e-11 * p + 2e-16));
            }
        }
    }

    @Test
    void ourDistributionsAreThoseOfCommonsStatistics() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (double z = -38; z < 38; z += 0.37) {
            double expected = normal.survivalProbability(z);
            assertThat(NormalTail.above(z)).isCloseTo(expected, within(2e-12 * expected));
        }
        for (double shape : new double[] {0.05, 0.3, 1, 2, 3.7, 40, 3_000}) {
            GammaDistribution gamma = GammaDistribution.of(shape, 2);
            for (double part : new double[] {0.001, 0.1, 0.5, 0.9, 1, 1.1, 2, 5}) {
                double time = 2 * part * shape;
                Law law = new Gamma(shape, 2);
                assertThat(law.cumulative(time)).isCloseTo(gamma.cumulativeProbability(time), within(1e-11));
                double lasting = gamma.survivalProbability(time);
                assertThat(law.survival(time)).isCloseTo(lasting, within(2e-11 * lasting));
            }
        }
        assertThat(IncompleteGamma.logGamma(0.5)).isCloseTo(LogGamma.value(0.5), within(1e-15));
        assertThat(IncompleteGamma.logGamma(1.4)).isCloseTo(LogGamma.value(1.4), within(1e-15));
        assertThat(IncompleteGamma.logGamma(900)).isCloseTo(LogGamma.value(900), within(1e-11));
    }

    /** Half of what lasted so long lasts longer than this. */
    @Test
    void whatHasLastedGoesOnAsItsLawSays() {
        for (Law law : List.of(new Weibull(2, 10), new Exponential(5), new Lognormal(1, 1), new Gamma(2, 3))) {
            double age = law.quantile(0.7);
            double median = law.quantileBeyond(age, 0.5);
            assertThat(law.survival(median)).isCloseTo(law.survival(age) / 2, within(1e-12));
            assertThat(law.quantileBeyond(age, 0)).isCloseTo(age, within(1e-9 * age));
        }
    }

    @Test
    void whatIsFarOutIsStillANumber() {
        for (Law law : List.of(new Lognormal(0, 0.1), new Gamma(2, 1), new Weibull(3, 1), new Exponential(1))) {
            assertThat(law.hazard(1e9)).isFinite().isPositive();
            assertThat(law.survival(1e9)).isZero();
            assertThat(law.cumulative(-1)).isZero();
            assertThat(law.quantile(0)).isZero();
            assertThat(law.quantile(1)).isInfinite();
        }
        assertThat(new Lognormal(0, 0.1).hazard(1e2)).isCloseTo(4.61, within(0.02));
    }

    @Test
    void anEmpiricalLawKeepsToWhatWasMeasured() {
        Law law = new Empirical(List.of(7.0, 1.0, 3.0, 3.0));
        assertThat(law).isEqualTo(new Empirical(List.of(1.0, 3.0, 3.0, 7.0)));
        assertThat(law.mean()).isEqualTo(3.5);
        assertThat(law.variance()).isCloseTo(4.75, within(1e-15));
        assertThat(law.cumulative(3)).isEqualTo(0.75);
        assertThat(law.survival(2.9)).isEqualTo(0.75);
        assertThat(law.quantile(0.25)).isEqualTo(1);
        assertThat(law.quantile(0.2500001)).isEqualTo(3);
        assertThat(law.quantile(0.75)).isEqualTo(3);
        assertThat(law.quantile(1)).isEqualTo(7);
        assertThat(law.hazard(3)).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(law.hazard(8)).isInfinite();
        for (int count = 1; count < 200; count++) {
            Law steps = new Empirical(java.util.stream.IntStream.rangeClosed(1, count)
                    .mapToObj(value -> (double) value)
                    .toList());
            for (double value = 1; value <= count; value++) {
                assertThat(steps.quantile(steps.cumulative(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void neverIsNever() {
        Law never = new Never();
        assertThat(never.sample(RandomStreams.of(1).replication(0).take())).isInfinite();
        assertThat(never.survival(1e300)).isOne();
        assertThat(never.hazard(5)).isZero();
        assertThat(never.mean()).isInfinite();
    }

    @Test
    void aLawThatCannotBeIsRefusedInWords() {
        refused(() -> new Exponential(0), "exponential law: mean must be more than 0 and finite, was 0.0");
        refused(() -> new Weibull(Double.NaN, 1), "Weibull law: shape must be more than 0 and finite, was NaN");
        refused(() -> new Lognormal(Double.NaN, 1), "lognormal law: mean of the logarithm must be finite, was NaN");
        refused(() -> new Gamma(1, -2), "gamma law: scale must be more than 0 and finite, was -2.0");
        refused(() -> new Fixed(-1), "fixed law: value must be 0 or more and finite, was -1.0");
        refused(() -> new Uniform(2, 2), "uniform law: most must be more than least (2.0), was 2.0; use a fixed law");
        refused(() -> new Empirical(List.of()), "empirical law: needs at least one value, had none");
        refused(() -> new Fixed(1).quantile(1.5), "quantile: p must be 0 to 1, was 1.5");
    }

    private static void refused(ThrowingCallable maker, String words) {
        assertThatIllegalArgumentException().isThrownBy(maker).withMessage(words);
    }
}
