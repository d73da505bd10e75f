package org.cmm.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.RandomStream;
import org.cmm.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    /** Noise about what is left of a start that is 50 too high, a fifth less with every ten values. */
    private static double[] decaying(int length, double start) {
        RandomStream stream = RandomStreams.of(7).replication(0).take();
        Exponential noise = new Exponential(2);
        double[] series = new double[length];
        Arrays.setAll(series, index -> 10 + start * Math.exp(-index / 45.0) + noise.sample(stream));
        return series;
    }

    @Test
    void cutsOffWhatTheStartLeft() {
        int cut = WarmUp.length(decaying(2_000, 50)).orElseThrow();
        assertThat(cut).isBetween(100, 350).isEqualTo(cut / 5 * 5);
    }

    @Test
    void cutsLittleWhereThereIsNoStart() {
        assertThat(WarmUp.length(decaying(2_000, 0)).orElseThrow()).isLessThan(200);
        assertThat(WarmUp.length(new double[100])).hasValue(0);
    }

    @Test
    void saysWhereNothingHasSettled() {
        double[] growing = new double[500];
        Arrays.setAll(growing, index -> index);
        assertThat(WarmUp.length(growing)).isEmpty();
        assertThat(WarmUp.length(new double[49])).isEmpty();
    }
}
