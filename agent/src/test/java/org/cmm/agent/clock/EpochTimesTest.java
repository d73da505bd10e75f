package org.cmm.agent.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EpochTimesTest {
    private static final long NOON = 1_795_000_000_000L;
    private static final long YEAR_2000 = 946_684_800_000L;
    private static final Moment NOW = new Moment("today", NOON, 600_000);

    @Test
    void knowsTheTimeOfAnEpochOfThisBootFromElapsedTime() {
        var wrongClock = stretch(1, "today", YEAR_2000, 100_000, YEAR_2000 + 50_000);

        assertThat(EpochTimes.at(NOW, List.of(wrongClock))).containsEntry(1L, YEAR_2000 + 500_000);
    }

    @Test
    void takesAnOlderBootForTheSameClockWhenItEndsBeforeTheNextBegins() {
        var yesterday = stretch(1, "yesterday", NOON - 90_000_000, 5, NOON - 80_000_000);
        var today = stretch(2, "today", NOON - 100_000, 500_000, NOON - 10_000);

        assertThat(EpochTimes.at(NOW, List.of(yesterday, today)))
                .containsEntry(1L, NOON)
                .containsEntry(2L, NOON);
    }

    @Test
    void placesAnOlderBootJustBeforeTheNextWhenTheClockWentBack() {
        var right = stretch(1, "yesterday", NOON - 90_000_000, 5, NOON - 80_000_000);
        var lostBattery = stretch(2, "today", YEAR_2000, 500_000, YEAR_2000 + 60_000);

        long time = EpochTimes.at(NOW, List.of(right, lostBattery)).getOrDefault(1L, 0L);

        long lastSampleWasAgo = time - (NOON - 80_000_000);
        assertThat(lastSampleWasAgo).isEqualTo(100_000 + EpochTimes.STEP_MILLIS);
    }

    @Test
    void knowsAnOldEpochByTheWallClockWhenNoneFollowed() {
        var yesterday = stretch(1, "yesterday", NOON - 90_000_000, 5, NOON - 80_000_000);

        assertThat(EpochTimes.at(NOW, List.of(yesterday))).containsEntry(1L, NOON);
    }

    @Property
    void neverChangesTheOrderOfEpochs(
            @ForAll @LongRange(min = 0, max = 2_000_000_000_000L) long firstWall,
            @ForAll @LongRange(min = 0, max = 2_000_000_000_000L) long secondWall,
            @ForAll @LongRange(min = 0, max = 10_000_000) long lasted) {
        var first = stretch(1, "a", firstWall, 0, firstWall + lasted);
        var second = stretch(2, "b", secondWall, 0, secondWall + lasted);
        var now = new Moment("b", secondWall + lasted, lasted);

        var times = EpochTimes.at(now, List.of(first, second));

        long firstEndedAgo = times.getOrDefault(1L, 0L) - first.lastMillis();
        long secondBeganAgo = times.getOrDefault(2L, 0L) - secondWall;
        assertThat(firstEndedAgo).isGreaterThanOrEqualTo(secondBeganAgo);
    }

    private static Stretch stretch(long epoch, String boot, long wallMillis, long elapsedMillis, long lastMillis) {
        return new Stretch(new Anchor(epoch, new Moment(boot, wallMillis, elapsedMillis)), lastMillis);
    }
}
