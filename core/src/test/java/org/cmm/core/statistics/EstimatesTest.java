package org.cmm.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EstimatesTest {

    private static final double LEVEL = 0.95;

    private static double[] values(double... values) {
        return values;
    }

    /** Law's example 4.26: ten numbers and the table's t of 1.833. */
    @Test
    void theMeanHasStudentsInterval() {
        Estimate estimate = Estimates.mean(values(1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09), 0.90);
        assertThat(estimate.mean()).isCloseTo(1.343, within(1e-12));
        assertThat(estimate.halfWidth()).isCloseTo(0.24, within(0.005));
        assertThat(estimate.n()).isEqualTo(10);
        assertThat(estimate.lower()).isCloseTo(1.10, within(0.01));
        assertThat(estimate.relativeHalfWidth()).isCloseTo(0.177, within(0.001));
        assertThat(estimate.excludesZero()).isTrue();
    }

    @Test
    void theTablesOfStudentAndTheNormalAreMet() {
        assertThat(Critical.student(0.95, 1)).isCloseTo(12.706204736, within(1e-8));
        assertThat(Critical.student(0.95, 9)).isCloseTo(2.262157163, within(1e-8));
        assertThat(Critical.student(0.99, 29)).isCloseTo(2.756385904, within(1e-8));
        assertThat(Critical.normal(0.95)).isCloseTo(1.959963985, within(1e-8));
    }

    @Test
    void withoutTwoValuesNothingIsKnownOfTheSpread() {
        Estimate none = Estimates.mean(values(), LEVEL);
        assertThat(none.mean()).isZero();
        assertThat(none.halfWidth()).isInfinite();
        assertThat(none.relativeHalfWidth()).isInfinite();
        assertThat(none.excludesZero()).isFalse();
        Estimate one = Estimates.mean(values(7), LEVEL);
        assertThat(one.mean()).isEqualTo(7);
        assertThat(one.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(one.excludesZero()).isFalse();
        Estimate same = Estimates.mean(values(0, 0, 0), LEVEL);
        assertThat(same.relativeHalfWidth()).isZero();
        assertThat(same.excludesZero()).isFalse();
    }

    @Test
    void pairsThatMetTheSameChanceGiveANarrowDifference() {
        double[] reactive = {10, 42, 17, 25, 33, 8};
        double[] preventive = {8, 39.5, 15, 23, 30.5, 6};
        Estimate difference = Estimates.difference(reactive, preventive, LEVEL);
        assertThat(difference.mean()).isCloseTo(13.0 / 6, within(1e-12));
        assertThat(difference.halfWidth()).isLessThan(0.3);
        VarianceRatio won = VarianceRatio.of(reactive, preventive);
        assertThat(won.value()).isGreaterThan(1_000);
        assertThat(VarianceRatio.of(values(1), values(2)).value()).isOne();
        assertThat(VarianceRatio.of(values(1, 2), values(2, 3)).value()).isInfinite();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimates.difference(reactive, values(1), LEVEL))
                .withMessage("pairs: both sides need as many values, had 6 and 1");
    }

    /** R. G. Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3. */
    @Test
    void aProportionHasWilsonsInterval() {
        assertInterval(Estimates.proportion(81, 263, LEVEL), 0.2553, 0.3662);
        assertInterval(Estimates.proportion(15, 148, LEVEL), 0.0624, 0.1605);
        assertInterval(Estimates.proportion(0, 20, LEVEL), 0, 0.1611);
        assertInterval(Estimates.proportion(1, 29, LEVEL), 0.0061, 0.1718);
        assertInterval(Estimates.proportion(29, 29, LEVEL), 0.8830, 1);
        assertInterval(Estimates.proportion(0, 0, LEVEL), 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimates.proportion(3, 2, LEVEL))
                .withMessage("proportion: times must be 0 to 2, the number of trials, was 3");
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, within(5.1e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5.1e-5));
        assertThat(interval.holds(interval.estimate())).isTrue();
    }

    /** The ranks of the usual table for n = 20: the 6th and the 15th. */
    @Test
    void theMedianLiesBetweenTwoRanks() {
        double[] values =
                IntStream.rangeClosed(1, 20).mapToDouble(rank -> 21 - rank).toArray();
        Interval median = Estimates.median(values, LEVEL).orElseThrow();
        assertThat(median.estimate()).isEqualTo(10.5);
        assertThat(median.lower()).isEqualTo(6);
        assertThat(median.upper()).isEqualTo(15);
        Interval late = Estimates.quantile(values, 0.95, LEVEL).orElseThrow();
        assertThat(late.upper()).isInfinite();
        Interval one = Estimates.median(values(3), LEVEL).orElseThrow();
        assertThat(one.estimate()).isEqualTo(3);
        assertThat(one.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Estimates.median(values(), LEVEL)).isEmpty();
    }

    @Property
    void everyQuantileLiesInItsInterval(
            @ForAll @Size(max = 60) double[] drawn,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double level) {
        double[] finite =
                Arrays.stream(drawn).filter(Double::isFinite).map(Math::atan).toArray();
        Estimates.quantile(finite, p, level).ifPresent(interval -> assertThat(interval.holds(interval.estimate()))
                .isTrue());
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimates.mean(values(1, Double.NaN), LEVEL))
                .withMessage("values: each must be finite, number 2 was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimates.mean(values(1, 2), 95))
                .withMessage("level: must be between 0 and 1, such as 0.95, was 95.0");
    }
}
