package org.cmm.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.RandomStreams;
import org.cmm.core.random.Weibull;
import org.cmm.core.statistics.Fitting.Fitted;
import org.cmm.core.statistics.Fitting.NoSpread;
import org.cmm.core.statistics.Fitting.TooFew;
import org.cmm.core.statistics.KaplanMeier.Step;
import org.junit.jupiter.api.Test;

/** Data that every textbook computes. */
class FittingTest {

    private static final double LEVEL = 0.95;

    /** Millions of revolutions of 23 ball bearings (J. Lieblein, M. Zelen, 1956; J. F. Lawless, 1982). */
    private static List<Lifetime> bearings() {
        return lifetimes(
                "17.88 28.92 33.00 41.52 42.12 45.60 48.48 51.84 51.96 54.12 55.56 67.80 68.64 68.64 68.88 84.12"
                        + " 93.12 98.64 105.12 105.84 127.92 128.04 173.40");
    }

    /** Weeks of remission with 6-MP (E. A. Gehan, 1965); with a plus where it still lasted. */
    private static List<Lifetime> remissions() {
        return lifetimes("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
    }

    private static List<Lifetime> lifetimes(String text) {
        return Arrays.stream(text.split(" "))
                .map(word -> word.endsWith("+")
                        ? Lifetime.lasting(Double.parseDouble(word.substring(0, word.length() - 1)))
                        : Lifetime.ended(Double.parseDouble(word)))
                .toList();
    }

    private static Fit fit(Fitting fitting, Family family) {
        return ((Fitted) fitting)
                .fits().stream()
                        .filter(fit -> fit.family() == family)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void ballBearingsGiveTheBooksNumbers() {
        Fitting fitting = Fitting.of(bearings(), LEVEL);
        Fit weibull = fit(fitting, Family.WEIBULL);
        assertThat(weibull.law()).isInstanceOfSatisfying(Weibull.class, law -> {
            assertThat(law.shape()).isCloseTo(2.102, within(0.001));
            assertThat(law.scale()).isCloseTo(81.88, within(0.01));
        });
        assertThat(weibull.logLikelihood()).isCloseTo(-113.691, within(0.001));
        assertThat(weibull.parameters().getFirst().lower()).isCloseTo(1.52, within(0.03));
        assertThat(weibull.parameters().getFirst().upper()).isCloseTo(2.78, within(0.03));
        Fit lognormal = fit(fitting, Family.LOGNORMAL);
        assertThat(lognormal.law()).isInstanceOfSatisfying(Lognormal.class, law -> {
            assertThat(law.logMean()).isCloseTo(4.150, within(0.001));
            assertThat(law.logSd()).isCloseTo(0.522, within(0.001));
        });
        assertThat(lognormal.logLikelihood()).isCloseTo(-113.128, within(0.001));
        assertThat(fit(fitting, Family.EXPONENTIAL).law())
                .isInstanceOfSatisfying(
                        Exponential.class, law -> assertThat(law.mean()).isCloseTo(72.22, within(0.005)));
        assertThat(((Fitted) fitting).best()).isEqualTo(lognormal);
        assertThat(((Fitted) fitting).isClear()).isFalse();
    }

    @Test
    void theBearingsAreWeibullOrLognormalAndNotExponential() {
        Fitting fitting = Fitting.of(bearings(), LEVEL);
        assertThat(pValue(fitting, Family.LOGNORMAL)).isGreaterThan(0.2);
        assertThat(pValue(fitting, Family.WEIBULL)).isGreaterThan(0.2);
        assertThat(pValue(fitting, Family.EXPONENTIAL)).isLessThan(0.02);
    }

    private static double pValue(Fitting fitting, Family family) {
        return GoodnessOfFit.of(
                        fit(fitting, family),
                        bearings(),
                        RandomStreams.of(9).replication(0).take(),
                        199)
                .pValue();
    }

    @Test
    void remissionsGiveTheBooksCurve() {
        KaplanMeier curve = KaplanMeier.of(remissions(), LEVEL);
        assertThat(curve.steps()).extracting(Step::age).containsExactly(6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0);
        assertThat(curve.steps()).extracting(Step::atRisk).containsExactly(21, 17, 15, 12, 11, 7, 6);
        double[] survival = {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
        for (int index = 0; index < survival.length; index++) {
            assertThat(curve.steps().get(index).survival()).isCloseTo(survival[index], within(5e-5));
        }
        assertThat(curve.steps().getFirst().lower()).isCloseTo(0.620, within(0.001));
        assertThat(curve.steps().getFirst().upper()).isCloseTo(0.952, within(0.001));
        assertThat(curve.survival(5)).isOne();
        assertThat(curve.survival(12)).isCloseTo(0.7529, within(5e-5));
        assertThat(KaplanMeier.of(List.of(), LEVEL).survival(1)).isOne();
    }

    @Test
    void aLateEntryIsAtRiskOnlyFromThenOn() {
        List<Lifetime> lifetimes =
                List.of(Lifetime.ended(2), new Lifetime(3, 5, true), Lifetime.ended(4), Lifetime.lasting(9));
        assertThat(KaplanMeier.of(lifetimes, LEVEL).steps())
                .extracting(Step::atRisk)
                .containsExactly(3, 3, 2);
    }

    /** The exponential mean is the time watched by the number that ended, in any order and with late entries. */
    @Test
    void theExponentialMeanIsTimeByEnds() {
        List<Lifetime> lifetimes = new ArrayList<>(remissions());
        lifetimes.add(new Lifetime(10, 12, true));
        Fit fit = fit(Fitting.of(lifetimes, LEVEL), Family.EXPONENTIAL);
        assertThat(((Exponential) fit.law()).mean()).isCloseTo(361.0 / 10, within(1e-8));
        Collections.reverse(lifetimes);
        assertThat(((Exponential) fit(Fitting.of(lifetimes, LEVEL), Family.EXPONENTIAL)
                                .law())
                        .mean())
                .isCloseTo(361.0 / 10, within(1e-8));
    }

    @Test
    void tooFewOrAllAlikeAreRefusedByName() {
        assertThat(Fitting.of(remissions(), LEVEL)).isEqualTo(new TooFew(9, 10));
        assertThat(Fitting.of(List.of(), LEVEL)).isEqualTo(new TooFew(0, 10));
        List<Lifetime> alike = Stream.concat(
                        IntStream.range(0, 12).mapToObj(index -> Lifetime.ended(7)), Stream.of(Lifetime.lasting(3)))
                .toList();
        assertThat(Fitting.of(alike, LEVEL)).isEqualTo(new NoSpread(7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifetime.ended(0))
                .withMessage("lifetime: must go from 0 or more to a later, finite age, was 0.0 to 0.0");
    }
}
