package org.cmm.agent.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EpochClockTest {
    private static final long NOON = 1_795_000_000_000L;

    private final AtomicLong names = new AtomicLong();
    private final EpochClock clock = new EpochClock(names::incrementAndGet, at(NOON, 0));

    @Test
    void movesWithElapsedTimeAlone() {
        Moment later = at(NOON + 10_900, 10_000);

        assertThat(clock.epochAt(later).timeAt(later)).isEqualTo(NOON + 10_000);
    }

    @Test
    void staysInItsEpochWhileTheWallClockIsCorrectedALittle() {
        assertThat(clock.epochAt(at(NOON + 12_000, 10_000)).epoch()).isEqualTo(1);
        assertThat(clock.epochAt(at(NOON + 8_000, 10_000)).epoch()).isEqualTo(1);
    }

    @Test
    void beginsAnEpochWhenTheWallClockJumpsEitherWay() {
        Moment forward = at(NOON + 3_600_000, 10_000);
        assertThat(clock.epochAt(forward)).isEqualTo(new Anchor(2, forward));

        Moment back = at(NOON - 86_400_000, 20_000);
        assertThat(clock.epochAt(back)).isEqualTo(new Anchor(3, back));
    }

    @Test
    void takesASleepForAGap() {
        Moment awake = at(NOON + 28_800_000, 28_800_000);

        assertThat(clock.epochAt(awake).epoch()).isEqualTo(1);
        assertThat(clock.epochAt(awake).timeAt(awake)).isEqualTo(NOON + 28_800_000);
    }

    @Test
    void beginsAnEpochWhenAsked() {
        assertThat(clock.begin(at(NOON, 0)).epoch()).isEqualTo(2);
        assertThat(clock.epochAt(at(NOON, 0)).epoch()).isEqualTo(2);
    }

    @Test
    void readsTheKernelsUptime() {
        assertThat(LinuxBootClock.millisOf("3456.07 6543.21\n")).isEqualTo(3_456_070);
    }

    private static Moment at(long wallMillis, long elapsedMillis) {
        return new Moment("boot", wallMillis, elapsedMillis);
    }
}
