package org.cmm.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.RandomStream;
import org.cmm.core.random.RandomStreams;
import org.cmm.core.random.Substreams;
import org.junit.jupiter.api.Test;

/**
 * Intervals of 95 % hold the truth in 93.1 to 96.7 % of 1,000 experiments: what a coverage of 95 % gives in 99 of 100
 * such tests. The seeds were fixed before the first run.
 */
class CoverageTest {

    private static final int EXPERIMENTS = 1_000;
    private static final double LEVEL = 0.95;
    private static final double HORIZON = 8_760;

    private static double coverage(long seed, Function<Substreams, Boolean> holds) {
        RandomStreams streams = RandomStreams.of(seed);
        long held = IntStream.range(0, EXPERIMENTS)
                .filter(experiment -> holds.apply(streams.replication(experiment)))
                .count();
        return (double) held / EXPERIMENTS;
    }

    private static boolean holds(Estimate estimate, double truth) {
        return estimate.lower() <= truth && truth <= estimate.upper();
    }

    private static double[] replications(int count, Substreams substreams, ToDoubleFunction<RandomStream> one) {
        double[] values = new double[count];
        Arrays.setAll(values, index -> one.applyAsDouble(substreams.take()));
        return values;
    }

    private static void assertCovers(String what, double coverage) {
        System.out.printf("coverage of %s: %.1f %%%n", what, 100 * coverage);
        assertThat(coverage).as(what).isBetween(0.931, 0.967);
    }

    @Test
    void ofTheMeanOfNormalValues() {
        Lognormal law = new Lognormal(0, 1);
        assertCovers(
                "the mean of 10 normal values",
                coverage(
                        1,
                        streams -> holds(
                                Estimates.mean(
                                        replications(10, streams, stream -> Math.log(law.sample(stream))), LEVEL),
                                0)));
    }

    /** A year of one machine that fails every 200 hours and is repaired as LANL's were: skewed, as the engine's are. */
    private record Year(double failures, double downtime) {

        static Year of(RandomStream stream) {
            Law up = new Exponential(200);
            Law repair = new Lognormal(Math.log(4), 1);
            double time = up.sample(stream);
            int failures = 0;
            double downtime = 0;
            while (time < HORIZON) {
                double length = repair.sample(stream);
                failures++;
                downtime += length;
                time += up.sample(stream);
            }
            return new Year(failures, downtime);
        }
    }

    @Test
    void ofTheDowntimeOfAYear() {
        double truth = HORIZON / 200 * new Lognormal(Math.log(4), 1).mean();
        assertCovers(
                "the mean downtime of 30 years",
                coverage(
                        2,
                        streams -> holds(
                                Estimates.mean(
                                        replications(30, streams, stream -> Year.of(stream)
                                                .downtime()),
                                        LEVEL),
                                truth)));
    }

    /** With 30 years it is 94.3 % (of 30,000 experiments): a ratio of skewed sums takes more to become normal. */
    @Test
    void ofTheMeanTimeToRepair() {
        double truth = new Lognormal(Math.log(4), 1).mean();
        assertCovers("the jackknifed mean time to repair of 100 years", coverage(3, streams -> {
            Year[] years = IntStream.range(0, 100)
                    .mapToObj(year -> Year.of(streams.take()))
                    .toArray(Year[]::new);
            Ratio ratio = Ratio.of(
                    Arrays.stream(years).mapToDouble(Year::downtime).toArray(),
                    Arrays.stream(years).mapToDouble(Year::failures).toArray(),
                    LEVEL);
            return ratio instanceof Ratio.Known known && holds(known.estimate(), truth);
        }));
    }

    @Test
    void ofThePairedDifference() {
        Law slow = new Lognormal(Math.log(4), 1);
        Law quick = new Lognormal(Math.log(3), 1);
        assertCovers("a paired difference", coverage(4, streams -> {
            double[] first = new double[40];
            double[] second = new double[40];
            for (int pair = 0; pair < first.length; pair++) {
                RandomStream stream = streams.take();
                RandomStream same = stream.copy();
                for (int repair = 0; repair < 40; repair++) {
                    first[pair] += slow.sample(stream);
                    second[pair] += quick.sample(same);
                }
            }
            return holds(Estimates.difference(first, second, LEVEL), 40 * (slow.mean() - quick.mean()));
        }));
    }

    /** Never less than promised: ranks come in whole numbers, so it is rather more. */
    @Test
    void ofTheMedianAndOfAShare() {
        Law law = new Lognormal(1, 1);
        double median = coverage(5, streams -> Estimates.median(replications(50, streams, law::sample), LEVEL)
                .orElseThrow()
                .holds(law.quantile(0.5)));
        assertThat(median).isBetween(0.94, 0.985);
        assertCovers("a proportion", coverage(6, streams -> {
            RandomStream stream = streams.take();
            int times = (int)
                    IntStream.range(0, 100).filter(trial -> stream.next() < 0.2).count();
            return Estimates.proportion(times, 100, LEVEL).holds(0.2);
        }));
    }
}
