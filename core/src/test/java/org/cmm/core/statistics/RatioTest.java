package org.cmm.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cmm.core.statistics.Ratio.Known;
import org.cmm.core.statistics.Ratio.Unbounded;
import org.cmm.core.statistics.Ratio.Undefined;
import org.junit.jupiter.api.Test;

class RatioTest {

    private static final double LEVEL = 0.95;

    /** With a divisor that does not vary it is a mean and nothing else. */
    @Test
    void aFixedDivisorScalesTheMean() {
        double[] hours = {10, 14, 9, 13};
        assertThat(Ratio.of(hours, new double[] {2, 2, 2, 2}, LEVEL)).isInstanceOfSatisfying(Known.class, known -> {
            Estimate mean = Estimates.mean(hours, LEVEL);
            assertThat(known.estimate().mean()).isCloseTo(mean.mean() / 2, within(1e-12));
            assertThat(known.estimate().halfWidth()).isCloseTo(mean.halfWidth() / 2, within(1e-12));
        });
    }

    @Test
    void replicationsWithMoreFailuresCountMore() {
        double[] hours = {100, 2, 3, 110, 4, 90};
        double[] failures = {20, 4, 5, 22, 6, 18};
        Known known = (Known) Ratio.of(hours, failures, LEVEL);
        assertThat(known.estimate().mean()).isCloseTo(309.0 / 75, within(0.3));
    }

    @Test
    void aDivisorThatMayBeZeroHasNoInterval() {
        double[] money = {100, 120, 90};
        assertThat(Ratio.of(money, new double[] {1, -2, 3}, LEVEL))
                .isInstanceOfSatisfying(Unbounded.class, unbounded -> assertThat(unbounded.ratio())
                        .isCloseTo(155, within(1e-9)));
        assertThat(Ratio.of(new double[] {4}, new double[] {2}, LEVEL)).isEqualTo(new Unbounded(2));
        assertThat(Ratio.of(new double[] {5, 0, 0}, new double[] {3, 0, 0}, 0.1))
                .isInstanceOf(Unbounded.class);
    }

    @Test
    void nothingToDivideByIsSaid() {
        assertThat(Ratio.of(new double[] {0, 0}, new double[] {0, 0}, LEVEL)).isEqualTo(new Undefined());
        assertThat(Ratio.of(new double[0], new double[0], LEVEL)).isEqualTo(new Undefined());
    }
}
