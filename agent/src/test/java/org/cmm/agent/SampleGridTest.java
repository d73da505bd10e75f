package org.cmm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleGridTest {
    private final SampleGrid grid = new SampleGrid(10_000);

    @Test
    void nextIsAlwaysLater() {
        assertThat(grid.after(20_000)).isEqualTo(30_000);
        assertThat(grid.after(29_999)).isEqualTo(30_000);
    }

    @Test
    void aLittleLateStillCountsAsOnTime() {
        assertThat(grid.timeOf(30_000)).isEqualTo(30_000);
        assertThat(grid.timeOf(31_000)).isEqualTo(30_000);
    }

    @Test
    void muchTooLateIsSaidAsItIs() {
        assertThat(grid.timeOf(31_001)).isEqualTo(31_001);
    }
}
