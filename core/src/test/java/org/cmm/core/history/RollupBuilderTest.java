package org.cmm.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RollupBuilderTest {

    private static final long HOUR = Tier.HOUR.start(1_800_000_000_000L);
    private static final int[] FOUR_DECIMALS = {4};

    @Test
    void anIntervalHasTheExtremesTheSumTheLastAndTheCount() {
        Rollup rollup = fiveMinutes(0.25, 0.5, Double.NaN, 0.125);
        assertThat(rollup.of(0, Rollup.MINIMUM)).isEqualTo(0.125);
        assertThat(rollup.of(0, Rollup.MAXIMUM)).isEqualTo(0.5);
        assertThat(rollup.of(0, Rollup.SUM)).isEqualTo(0.875);
        assertThat(rollup.of(0, Rollup.LAST)).isEqualTo(0.125);
        assertThat(rollup.of(0, Rollup.COUNT)).isEqualTo(3);
        assertThat(rollup.samples()).isEqualTo(4);
        assertThat(rollup.last()).isEqualTo(HOUR + 30_000);
    }

    @Test
    void aSeriesWithoutAReadingHasNoStatistics() {
        Rollup rollup = fiveMinutes(Double.NaN, Double.NaN);
        assertThat(rollup.of(0, Rollup.COUNT)).isZero();
        assertThat(rollup.of(0, Rollup.SUM)).isNaN();
        assertThat(rollup.of(0, Rollup.LAST)).isNaN();
    }

    @Test
    void aTenthOfTheSamplesIsATenthOfTheInterval() {
        assertThat(fiveMinutes(0.1, 0.1, 0.1).coverage()).isEqualTo(0.1);
    }

    @Test
    void howOftenTheServerMeasuresCountsWhereItIsKnown() {
        RollupBuilder sums = new RollupBuilder(Tier.FIVE_MINUTES, HOUR, FOUR_DECIMALS);
        sums.add(HOUR, new double[] {0.1}, 0);
        sums.add(HOUR + 180_000, new double[] {0.1}, 0);
        assertThat(sums.build(60_000).coverage()).isEqualTo(0.4);
    }

    @Test
    void anHourOfOneFullPartIsATwelfth() {
        RollupBuilder hour = new RollupBuilder(Tier.HOUR, HOUR, FOUR_DECIMALS);
        RollupBuilder part = new RollupBuilder(Tier.FIVE_MINUTES, HOUR, FOUR_DECIMALS);
        for (int sample = 0; sample < 30; sample++) {
            part.add(HOUR + sample * 10_000L, new double[] {0.1}, 0);
        }
        hour.add(part.build(0));
        assertThat(hour.build(0).coverage()).isEqualTo(0.0833);
    }

    /** However many parts the hour has, and wherever samples are missing. */
    @Property(tries = 300)
    void anHourMadeOfPartsIsTheHourMadeOfSamples(@ForAll("samples") List<Integer> readings) {
        RollupBuilder direct = new RollupBuilder(Tier.HOUR, HOUR, FOUR_DECIMALS);
        RollupBuilder whole = new RollupBuilder(Tier.HOUR, HOUR, FOUR_DECIMALS);
        TreeMap<Long, RollupBuilder> parts = new TreeMap<>();
        for (int second = 0; second < readings.size(); second++) {
            long at = HOUR + second * 10_000L;
            if (readings.get(second) >= 0) {
                double[] value = {readings.get(second) / 1e4};
                direct.add(at, value, 0);
                parts.computeIfAbsent(
                                Tier.FIVE_MINUTES.start(at),
                                start -> new RollupBuilder(Tier.FIVE_MINUTES, start, FOUR_DECIMALS))
                        .add(at, value, 0);
            }
        }
        parts.values().forEach(part -> whole.add(part.build(0)));
        if (!parts.isEmpty()) {
            double[] expected = direct.build(0).numbers();
            double[] found = whole.build(0).numbers();
            expected[1] = found[1];
            assertThat(found).isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<List<Integer>> samples() {
        return Arbitraries.integers().between(-3_000, 10_000).list().ofMaxSize(360);
    }

    private static Rollup fiveMinutes(double... values) {
        RollupBuilder sums = new RollupBuilder(Tier.FIVE_MINUTES, HOUR, FOUR_DECIMALS);
        for (int sample = 0; sample < values.length; sample++) {
            sums.add(HOUR + sample * 10_000L, values, sample);
        }
        return sums.build(0);
    }
}
