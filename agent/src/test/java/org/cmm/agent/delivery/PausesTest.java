package org.cmm.agent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PausesTest {
    private final Pauses pauses = new Pauses(Duration.ofSeconds(30), () -> 0.5);

    @Test
    void doublesUpToFiveMinutes() {
        assertThat(pauses.afterFailures(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(pauses.afterFailures(4)).isEqualTo(Duration.ofSeconds(40));
        assertThat(pauses.afterFailures(7)).isEqualTo(Duration.ofMinutes(5));
        assertThat(pauses.afterFailures(1_000_000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void waitsAsLongAsTheServerAsksWithinReason() {
        assertThat(pauses.afterFailures(1, Optional.of(Duration.ofSeconds(60)))).isEqualTo(Duration.ofSeconds(60));
        assertThat(pauses.afterFailures(1, Optional.of(Duration.ofDays(1)))).isEqualTo(Duration.ofMinutes(5));
        assertThat(pauses.afterFailures(5, Optional.of(Duration.ZERO))).isEqualTo(Duration.ofSeconds(80));
    }

    @Test
    void spreadsByATenth() {
        assertThat(new Pauses(Duration.ofSeconds(30), () -> 0).usual()).isEqualTo(Duration.ofSeconds(27));
        assertThat(new Pauses(Duration.ofSeconds(30), () -> 1).usual()).isEqualTo(Duration.ofSeconds(33));
    }

    @Test
    void halvesABatchDownToOneRowAndRecovers() {
        var size = new BatchSize();
        size.refused(100);
        assertThat(size.rows()).isEqualTo(50);
        size.refused(2);
        size.refused(1);
        assertThat(size.rows()).isEqualTo(1);
        size.taken();
        assertThat(size.rows()).isEqualTo(2);
    }
}
