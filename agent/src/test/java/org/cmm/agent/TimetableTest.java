package org.cmm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.cmm.agent.clock.EpochClock;
import org.cmm.agent.clock.Moment;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final long NOON = 1_795_000_000_000L;

    private final AtomicLong names = new AtomicLong();
    private final List<String> said = new ArrayList<>();
    private final Moment start = at(2_000);
    private final Timetable timetable =
            new Timetable(new EpochClock(names::incrementAndGet, start), new SampleGrid(10_000), said::add, start);

    @Test
    void theFirstSampleWaitsForTheGrid() {
        assertThat(timetable.millisToNext(start)).isEqualTo(8_000);
        assertThat(timetable.due(at(9_990))).isEmpty();
        assertThat(timesOf(at(10_003))).containsExactly(NOON + 10_000);
    }

    @Test
    void aWaitThatEndsEarlyIsGoneOnWith() {
        assertThat(timesOf(at(10_000), at(19_994), at(20_004))).containsExactly(NOON + 10_000, NOON + 20_000);
    }

    @Test
    void aPlaceOnTheGridIsTakenOnce() {
        assertThat(timesOf(at(10_000), at(10_000), at(10_900), at(19_999))).containsExactly(NOON + 10_000);
    }

    @Test
    void aSampleMuchTooLateCarriesItsTrueTimeAndTheNextIsOnTheGrid() {
        assertThat(timesOf(at(10_000), at(27_500), at(29_000), at(30_000)))
                .containsExactly(NOON + 10_000, NOON + 27_500, NOON + 30_000);
    }

    @Test
    void timesGoUpWhateverTheClockShows() {
        var moments = new ArrayList<Moment>();
        for (int step = 0; step < 5_000; step++) {
            moments.add(at(2_000 + step * 37L - step % 3 * 30L));
        }
        List<Long> times = timesOf(moments.toArray(Moment[]::new));

        assertThat(times).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theFirstSampleAfterTheClockJumpedIsDueAtOnce() {
        timetable.due(at(10_000));
        Moment back = new Moment("boot", NOON - 3_600_000 + 13_000, 13_000);

        assertThat(timetable.millisToNext(back)).isZero();
        var entry = timetable.due(back).orElseThrow();
        assertThat(entry.anchor().epoch()).isEqualTo(2);
        assertThat(entry.atMillis()).isEqualTo(NOON - 3_600_000 + 13_000);
        assertThat(said).containsExactly("the clock of this machine was set back by 1 h 0 min; samples stay in order");
    }

    @Test
    void beginsTheEpochThatTheServerAskedFor() {
        timetable.due(at(10_000));
        timetable.beginEpoch();

        var entry = timetable.due(at(20_000)).orElseThrow();

        assertThat(entry.anchor().epoch()).isEqualTo(2);
        assertThat(entry.atMillis()).isEqualTo(NOON + 20_000);
        assertThat(said).isEmpty();
    }

    private List<Long> timesOf(Moment... moments) {
        var times = new ArrayList<Long>();
        for (Moment moment : moments) {
            timetable.due(moment).ifPresent(entry -> times.add(entry.atMillis()));
        }
        return times;
    }

    private static Moment at(long elapsedMillis) {
        return new Moment("boot", NOON + elapsedMillis, elapsedMillis);
    }
}
