package org.cmm.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The figures of the two articles, and what whoever pairs two policies counts on. */
class RandomStreamTest {

    private static long[] seeds() {
        return new long[] {12_345, 12_345, 12_345};
    }

    @Test
    void givesTheNumbersOfTheArticle() {
        RandomStream stream = new RandomStream(seeds(), seeds());
        double[] golden = {0.127011122046577, 0.318527565396794, 0.309186015583270, 0.825846862927114, 0.221629915782023
        };
        for (double expected : golden) {
            assertThat(stream.next()).isCloseTo(expected, within(1e-15));
        }
    }

    @Test
    void streamsAndSubstreamsBeginWhereTheArticlesPackageBeginsThem() {
        assertThat(Leap.first().doubled(127).from(seeds()))
                .containsExactly(3_692_455_944L, 1_366_884_236L, 2_968_912_127L);
        assertThat(Leap.second().doubled(127).from(seeds()))
                .containsExactly(335_948_734L, 4_161_675_175L, 475_798_818L);
        assertThat(Leap.first().doubled(76).from(seeds())).containsExactly(870_504_860L, 2_641_697_727L, 884_013_853L);
        assertThat(Leap.second().doubled(76).from(seeds()))
                .containsExactly(339_352_413L, 2_374_306_706L, 3_651_603_887L);
    }

    @Property
    void leapingIsWalking(@ForAll long seed, @ForAll @IntRange(max = 10) int doublings) {
        SeedMix mix = new SeedMix(seed);
        long[] x = {mix.below(RandomStream.M1), mix.below(RandomStream.M1), mix.below(RandomStream.M1)};
        long[] y = {mix.below(RandomStream.M2), mix.below(RandomStream.M2), mix.below(RandomStream.M2)};
        RandomStream walked = new RandomStream(x, y);
        for (int step = 0; step < 1 << doublings; step++) {
            walked.next();
        }
        RandomStream leaped = new RandomStream(
                Leap.first().doubled(doublings).from(x),
                Leap.second().doubled(doublings).from(y));
        assertThat(leaped.next()).isEqualTo(walked.next());
    }

    @Test
    void replicationsAreReachedAtOnceOrOneByOne() {
        RandomStreams streams = new RandomStreams(seeds(), seeds());
        long[] x = seeds();
        long[] y = seeds();
        for (int number = 0; number < 20; number++) {
            assertThat(streams.replication(number).take().next()).isEqualTo(new RandomStream(x, y).next());
            x = Leap.first().doubled(127).from(x);
            y = Leap.second().doubled(127).from(y);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> streams.replication(-1))
                .withMessage("replication: number must be 0 or more, was -1");
    }

    @Property
    void theSameSeedGivesTheSameNumbers(@ForAll long seed, @ForAll @IntRange(min = 0) int replication) {
        RandomStream one = RandomStreams.of(seed).replication(replication).take();
        RandomStream other = RandomStreams.of(seed).replication(replication).take();
        one.next();
        RandomStream copy = one.copy();
        other.next();
        for (int draw = 0; draw < 20; draw++) {
            double number = one.next();
            assertThat(number).isGreaterThan(0).isLessThan(1);
            assertThat(other.next()).isEqualTo(number);
            assertThat(copy.next()).isEqualTo(number);
        }
    }

    @Test
    void seedsReplicationsAndPurposesAllDiffer() {
        Set<Double> begun = new HashSet<>();
        for (long seed : new long[] {Long.MIN_VALUE, -1, 0, 1, 2, 3, Long.MAX_VALUE}) {
            for (int replication : new int[] {0, 1, 2, Integer.MAX_VALUE}) {
                Substreams substreams = RandomStreams.of(seed).replication(replication);
                for (int purpose = 0; purpose < 100; purpose++) {
                    begun.add(substreams.take().next());
                }
            }
        }
        assertThat(begun).hasSize(7 * 4 * 100);
    }

    @Test
    void neighbouringPurposesAndReplicationsAreNotCorrelated() {
        int count = 100_000;
        Substreams purposes = RandomStreams.of(6).replication(0);
        RandomStream other = RandomStreams.of(6).replication(1).take();
        RandomStream one = purposes.take();
        RandomStream next = purposes.take();
        double acrossPurposes = 0;
        double acrossReplications = 0;
        double chi = 0;
        int[] boxes = new int[100];
        for (int draw = 0; draw < count; draw++) {
            double number = one.next();
            boxes[(int) (number * boxes.length)]++;
            acrossPurposes += (number - 0.5) * (next.next() - 0.5);
            acrossReplications += (number - 0.5) * (other.next() - 0.5);
        }
        for (int box : boxes) {
            chi += (box - 1_000.0) * (box - 1_000.0) / 1_000;
        }
        double limit = 4 * Math.sqrt(count) / 12;
        assertThat(Math.abs(acrossPurposes)).isLessThan(limit);
        assertThat(Math.abs(acrossReplications)).isLessThan(limit);
        assertThat(chi).isBetween(55.0, 150.0);
    }

    @Test
    void drawingAndTakingAreFast() {
        Substreams substreams = RandomStreams.of(1).replication(0);
        RandomStream stream = substreams.take();
        double sum = 0;
        long drawing = Long.MAX_VALUE;
        long taking = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long start = System.nanoTime();
            for (int draw = 0; draw < 1_000_000; draw++) {
                sum += stream.next();
            }
            long drawn = System.nanoTime();
            for (int purpose = 0; purpose < 100_000; purpose++) {
                sum += substreams.take().next();
            }
            drawing = Math.min(drawing, drawn - start);
            taking = Math.min(taking, System.nanoTime() - drawn);
        }
        System.out.printf(
                "random numbers: %.1f ns each, %.1f ns a substream (%.0f)%n", drawing / 1e6, taking / 1e5, sum);
        assertThat(drawing / 1e6).isLessThan(15 * 4);
        assertThat(taking / 1e5).isLessThan(200 * 4);
    }
}
