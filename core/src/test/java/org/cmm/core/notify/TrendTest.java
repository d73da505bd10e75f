package org.cmm.core.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void aDiskThatFillsByFourPointsAnHourIsSeenToDoSo() {
        Trend trend = new Trend();
        for (int minute = 0; minute < 60; minute++) {
            trend.add(1_000_000 + minute * 60L, 0.80 + 0.04 * minute / 60 + (minute % 2 == 0 ? 0.001 : -0.001));
        }
        assertThat(trend.perHour().getAsDouble()).isCloseTo(0.04, within(0.001));
    }

    @Test
    void absentReadingsAreNoZeroes() {
        Trend trend = new Trend();
        for (int minute = 0; minute < 30; minute++) {
            trend.add(minute * 60L, minute % 3 == 0 ? Double.NaN : 0.5);
        }
        assertThat(trend.perHour().getAsDouble()).isCloseTo(0, within(1e-9));
    }

    @Test
    void littleEvidenceTellsNothing() {
        Trend trend = new Trend();
        for (int second = 0; second < 100; second++) {
            trend.add(second, second);
        }
        assertThat(trend.perHour()).isEmpty();
        assertThat(new Trend().perHour()).isEmpty();
    }
}
