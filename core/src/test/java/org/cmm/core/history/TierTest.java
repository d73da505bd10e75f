package org.cmm.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TierTest {

    @Test
    void aChartIsDrawnFromTheCoarsestTierThatFillsIt() {
        assertThat(Tier.coarsest(Duration.ofHours(1), 144)).isEqualTo(Tier.SAMPLES);
        assertThat(Tier.coarsest(Duration.ofHours(24), 144)).isEqualTo(Tier.FIVE_MINUTES);
        assertThat(Tier.coarsest(Duration.ofDays(30), 144)).isEqualTo(Tier.HOUR);
        assertThat(Tier.coarsest(Duration.ofDays(365), 144)).isEqualTo(Tier.DAY);
    }

    @Test
    void intervalsBeginAtWholeOnesOfUtcBefore1970Too() {
        assertThat(Tier.HOUR.start(Instant.parse("2026-11-29T10:59:59Z").toEpochMilli()))
                .isEqualTo(Instant.parse("2026-11-29T10:00:00Z").toEpochMilli());
        assertThat(Tier.DAY.start(-1)).isEqualTo(-Tier.DAY.millis());
    }

    @Test
    void eachTierIsMadeOfTheOneBefore() {
        assertThat(Tier.HOUR.finer()).contains(Tier.FIVE_MINUTES);
        assertThat(Tier.HOUR.coarser()).contains(Tier.DAY);
        assertThat(Tier.SAMPLES.finer()).isEmpty();
        assertThat(Tier.DAY.coarser()).isEmpty();
    }
}
