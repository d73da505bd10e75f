package org.cmm.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every law. */
class LawPropertiesTest {

    private static final double LAST_DIGITS = 1e-13;

    @Provide
    Arbitrary<Law> laws() {
        return Arbitraries.oneOf(continuous(), discrete());
    }

    @Provide
    Arbitrary<Law> continuous() {
        Arbitrary<Double> scales = Arbitraries.doubles().between(0.01, 10_000);
        Arbitrary<Double> shapes = Arbitraries.doubles().between(0.3, 8);
        return Arbitraries.oneOf(
                scales.map(Exponential::new),
                Combinators.combine(shapes, scales).as(Weibull::new),
                Combinators.combine(
                                Arbitraries.doubles().between(-3, 8),
                                Arbitraries.doubles().between(0.1, 2))
                        .as(Lognormal::new),
                Combinators.combine(shapes, scales).as(Gamma::new),
                Combinators.combine(scales, scales).as((least, width) -> new Uniform(least, 2 * least + width)));
    }

    private static Arbitrary<Law> discrete() {
        Arbitrary<Double> values = Arbitraries.doubles().between(0, 10_000);
        return Arbitraries.oneOf(
                values.map(Fixed::new), values.list().ofMinSize(1).ofMaxSize(30).map(Empirical::new));
    }

    static List<Law> examples() {
        return List.of(
                new Exponential(100),
                new Weibull(0.7, 1_000),
                new Weibull(2.5, 1_000),
                new Lognormal(4.144, 1.413),
                new Gamma(0.5, 10),
                new Gamma(2, 500),
                new Gamma(7.5, 1),
                new Uniform(2, 8));
    }

    @Property
    void theQuantileOfWhatHasEndedIsTheTime(
            @ForAll("continuous") Law law, @ForAll @DoubleRange(min = 1e-6, max = 1 - 1e-6) @Scale(8) double p) {
        double time = law.quantile(p);
        assertThat(law.cumulative(time)).isCloseTo(p, within(1e-11));
        assertThat(law.quantile(law.cumulative(time))).isCloseTo(time, within(1e-8 * time));
    }

    @Property
    void theQuantileIsTheFirstTimeByWhichSoManyHaveEnded(
            @ForAll("laws") Law law, @ForAll @DoubleRange(min = 1e-6, max = 1 - 1e-6) @Scale(8) double p) {
        double time = law.quantile(p);
        assertThat(law.cumulative(time * (1 + 1e-9))).isGreaterThanOrEqualTo(p - 1e-12);
        assertThat(law.cumulative(time * (1 - 1e-9) - 1e-12)).isLessThanOrEqualTo(p + 1e-12);
    }

    @Property
    void whatHasEndedAndWhatLastsAreAll(
            @ForAll("laws") Law law, @ForAll @DoubleRange(min = -10, max = 30_000) double time) {
        assertThat(law.cumulative(time) + law.survival(time)).isCloseTo(1, within(1e-12));
        assertThat(law.hazard(time)).isGreaterThanOrEqualTo(0);
    }

    @Property
    void everythingIsMonotone(
            @ForAll("laws") Law law,
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(8) double one,
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(8) double other) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        assertThat(law.quantile(low)).isGreaterThanOrEqualTo(0).isLessThanOrEqualTo(law.quantile(high));
        assertThat(law.cumulative(low * 20_000)).isLessThanOrEqualTo(law.cumulative(high * 20_000) + LAST_DIGITS);
        assertThat(law.survival(low * 20_000)).isGreaterThanOrEqualTo(law.survival(high * 20_000) - LAST_DIGITS);
    }

    /** Over quantiles, which holds all mass however heavy the tail: the mean is the integral of the quantile too. */
    @ParameterizedTest
    @MethodSource("examples")
    void theMeanIsTheIntegralOfWhatLasts(Law law) {
        double area = 0;
        double square = 0;
        double earlier = 0;
        double step = 1.0 / 2_000;
        for (double z = -8; z < 8; z += step) {
            double later = law.quantile(p(z + step));
            double middle = (earlier + later) / 2;
            area += law.survival(middle) * (later - earlier);
            square += 2 * middle * law.survival(middle) * (later - earlier);
            earlier = later;
        }
        assertThat(area).isCloseTo(law.mean(), within(1e-5 * law.mean()));
        assertThat(square - area * area).isCloseTo(law.variance(), within(1e-4 * law.variance()));
    }

    /** Probabilities that come as close to 0 as to 1. */
    private static double p(double z) {
        return 1 / (1 + Math.exp(-4 * z));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theHazardIsTheRateAtWhichSurvivalFalls(Law law) {
        for (double p = 0.05; p < 1; p += 0.05) {
            double time = law.quantile(p);
            double step = time * 1e-5;
            double fall = Math.log(law.survival(time - step)) - Math.log(law.survival(time + step));
            assertThat(law.hazard(time)).isCloseTo(fall / (2 * step), within(1e-5 * law.hazard(time)));
        }
    }

    /** Kolmogorov and Smirnov's distance; 1.95 over the root of the count is exceeded once in a thousand times. */
    @ParameterizedTest
    @MethodSource("examples")
    void samplesFollowTheirLaw(Law law) {
        int count = 20_000;
        RandomStream stream = RandomStreams.of(20_261_129).replication(0).take();
        double[] samples = new double[count];
        Arrays.setAll(samples, index -> law.sample(stream));
        Arrays.sort(samples);
        double distance = 0;
        for (int index = 0; index < count; index++) {
            double cumulative = law.cumulative(samples[index]);
            distance = Math.max(distance, cumulative - (double) index / count);
            distance = Math.max(distance, (index + 1.0) / count - cumulative);
        }
        assertThat(distance).isLessThan(1.95 / Math.sqrt(count));
    }

    /** Changes only with the laws themselves; another processor, Java or warmth of the JVM must not change it. */
    @Test
    void whatIsDrawnIsTheSameBitsEverywhere() {
        RandomStream stream = RandomStreams.of(6).replication(0).take();
        long digest = 0;
        for (int draw = 0; draw < 2_000; draw++) {
            for (Law law : examples()) {
                digest = 31 * digest + Double.doubleToLongBits(law.sample(stream));
            }
        }
        assertThat(Long.toHexString(digest)).isEqualTo("e4d72f5efd24bd86");
    }

    @Property
    void everyValueTakesOneNumber(@ForAll("laws") Law law, @ForAll long seed) {
        RandomStream drawn = RandomStreams.of(seed).replication(0).take();
        RandomStream counted = drawn.copy();
        law.sample(drawn);
        new Never().sample(drawn);
        counted.next();
        counted.next();
        assertThat(drawn.next()).isEqualTo(counted.next());
    }
}
