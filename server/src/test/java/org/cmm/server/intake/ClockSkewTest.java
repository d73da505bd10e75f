package org.cmm.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockSkewTest {

    private static final long YEARS = Duration.ofDays(16 * 365).toMillis();

    @Test
    void aClockThatIsAboutRightIsTakenAtItsWord() {
        assertThat(ClockSkew.firstSeen(3_000).applied()).isZero();
        assertThat(ClockSkew.firstSeen(-10_000).applied()).isZero();
    }

    @Test
    void aClockThatIsYearsOffIsCorrectedByWhatWasMeasured() {
        assertThat(ClockSkew.firstSeen(YEARS).applied()).isEqualTo(YEARS);
    }

    @Test
    void delaysOfASlowLinkDoNotOutgrowTheSkew() {
        assertThat(ClockSkew.firstSeen(YEARS).outgrownBy(YEARS + 9_000)).isFalse();
    }

    @Test
    void aDriftBeyondTheToleranceAsksForANewStretch() {
        assertThat(ClockSkew.firstSeen(0).outgrownBy(10_001)).isTrue();
        assertThat(ClockSkew.firstSeen(0).outgrownBy(-10_001)).isTrue();
    }
}
