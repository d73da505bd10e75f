package org.cmm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Facts FULL = new Facts(
            "pc-12",
            "Debian GNU/Linux",
            "13",
            "Intel N100",
            4,
            8_233_259_008L,
            "0.1.0",
            1_795_500_000_000L,
            List.of("10.4.1.13"),
            30,
            10_000,
            new DrillConsent(List.of("cpu"), 60, 50, "/"));

    @Test
    void anOlderServerIsSparedTheNewestFieldFirst() {
        Facts older = FULL.older();
        assertThat(older.samplingMillis()).isNull();
        assertThat(older.drills()).isEqualTo(FULL.drills());
        assertThat(older.deliverySeconds()).isEqualTo(30);
    }

    @Test
    void andThenTheOneBeforeUntilNothingIsLeftToGiveUp() {
        Facts oldest = FULL.older().older();
        assertThat(oldest.drills()).isNull();
        assertThat(oldest.older()).isEqualTo(oldest);
    }
}
