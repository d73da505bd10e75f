package org.cmm.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void waitsTwiceAsLongAfterEachFailure() {
        assertThat(wait(1, Duration.ZERO, 0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(wait(2, Duration.ZERO, 0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(wait(5, Duration.ZERO, 0)).isEqualTo(Duration.ofSeconds(160));
        assertThat(wait(500, Duration.ZERO, 0)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void leavesTheCounterpartAloneAsLongAsItAsks() {
        assertThat(wait(1, Duration.ofMinutes(2), 0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(wait(1, Duration.ofDays(30), 0)).isEqualTo(Duration.ofHours(1));
    }

    @Property(seed = "2")
    void chanceLengthensAWaitByAHalfAtMost(
            @ForAll @IntRange(min = 1, max = 1_000) int failures, @ForAll @DoubleRange(max = 1) double dice) {
        Duration bare = wait(failures, Duration.ZERO, 0);
        assertThat(wait(failures, Duration.ZERO, dice))
                .isBetween(bare, bare.multipliedBy(3).dividedBy(2));
    }

    @Test
    void aFewNoticesOfThisMinuteGoOneByOne() {
        assertThat(Digest.due(1, NOW.minusSeconds(86_400), NOW)).isFalse();
        assertThat(Digest.due(5, NOW.minusSeconds(60), NOW)).isFalse();
        assertThat(Digest.due(6, NOW.minusSeconds(60), NOW)).isTrue();
        assertThat(Digest.due(2, NOW.minusSeconds(301), NOW)).isTrue();
    }

    private static Duration wait(int failures, Duration asked, double dice) {
        return Duration.between(NOW, BackOff.USUAL.next(NOW, failures, asked, dice));
    }
}
