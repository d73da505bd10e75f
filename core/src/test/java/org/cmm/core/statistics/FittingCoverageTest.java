package org.cmm.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.RandomStream;
import org.cmm.core.random.RandomStreams;
import org.cmm.core.random.Weibull;
import org.cmm.core.statistics.Fitting.Fitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws are found again in what was drawn from them and cut off. The seeds were fixed before the first run. */
class FittingCoverageTest {

    private static final int EXPERIMENTS = 1_000;
    private static final int LIFETIMES = 80;
    private static final double LEVEL = 0.95;

    record Truth(Family family, Law law, List<Double> parameters) {}

    static Stream<Truth> truths() {
        return Stream.of(
                new Truth(Family.EXPONENTIAL, new Exponential(100), List.of(100.0)),
                new Truth(Family.WEIBULL, new Weibull(0.7, 100), List.of(0.7, 100.0)),
                new Truth(Family.WEIBULL, new Weibull(2.5, 100), List.of(2.5, 100.0)),
                new Truth(Family.LOGNORMAL, new Lognormal(4.144, 1.413), List.of(4.144, 1.413)));
    }

    /** The watch begins late for a third, and ends early for another. */
    private static List<Lifetime> watched(Law law, RandomStream stream) {
        return IntStream.range(0, LIFETIMES)
                .mapToObj(index -> watched(law, index % 3 == 0, stream))
                .toList();
    }

    private static Lifetime watched(Law law, boolean late, RandomStream stream) {
        double from = late ? law.quantile(0.3 * stream.next()) : 0;
        double reached = law.cumulative(from);
        double until = law.quantile(reached + (1 - reached) * stream.next());
        double last = law.quantile(reached + (1 - reached) * Math.sqrt(stream.next()));
        return new Lifetime(from, Math.min(until, last), until <= last);
    }

    @ParameterizedTest
    @MethodSource("truths")
    void intervalsHoldTheParametersAsOftenAsTheySay(Truth truth) {
        RandomStreams streams = RandomStreams.of(31);
        int[] held = new int[truth.parameters().size()];
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            List<Lifetime> lifetimes =
                    watched(truth.law(), streams.replication(experiment).take());
            Fit fit = truth.family().fit(lifetimes, LEVEL).orElseThrow();
            for (int index = 0; index < held.length; index++) {
                held[index] +=
                        fit.parameters().get(index).holds(truth.parameters().get(index)) ? 1 : 0;
            }
        }
        for (int index = 0; index < held.length; index++) {
            double coverage = (double) held[index] / EXPERIMENTS;
            System.out.printf(
                    Locale.ROOT, "coverage of parameter %d of %s: %.1f %%%n", index + 1, truth.law(), 100 * coverage);
            assertThat(coverage).isBetween(0.931, 0.967);
        }
    }

    @ParameterizedTest
    @MethodSource("truths")
    void theRightFamilyIsMostlyTheBest(Truth truth) {
        RandomStreams streams = RandomStreams.of(32);
        long right = IntStream.range(0, 100)
                .mapToObj(experiment -> Fitting.of(
                        watched(truth.law(), streams.replication(experiment).take()), LEVEL))
                .filter(fitting -> ((Fitted) fitting).best().family() == truth.family())
                .count();
        assertThat(right).isGreaterThan(60);
    }

    /** Under the right law a p-value is any number from 0 to 1 alike; under a wrong one it is mostly small. */
    @Test
    void theTestDoubtsWrongLawsAndNotRightOnes() {
        RandomStreams streams = RandomStreams.of(33);
        int doubtedRight = 0;
        int doubtedWrong = 0;
        for (int experiment = 0; experiment < 100; experiment++) {
            var purposes = streams.replication(experiment);
            List<Lifetime> lifetimes = watched(new Weibull(2.5, 100), purposes.take());
            RandomStream stream = purposes.take();
            doubtedRight += isDoubted(Family.WEIBULL, lifetimes, stream) ? 1 : 0;
            doubtedWrong += isDoubted(Family.EXPONENTIAL, lifetimes, stream) ? 1 : 0;
        }
        System.out.printf("doubted: %d right and %d wrong laws of 100%n", doubtedRight, doubtedWrong);
        assertThat(doubtedRight).isLessThanOrEqualTo(12);
        assertThat(doubtedWrong).isGreaterThan(90);
    }

    private static boolean isDoubted(Family family, List<Lifetime> lifetimes, RandomStream stream) {
        return GoodnessOfFit.of(family.fit(lifetimes, LEVEL).orElseThrow(), lifetimes, stream, 59)
                        .pValue()
                <= 0.05;
    }
}
