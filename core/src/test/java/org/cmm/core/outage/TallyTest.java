package org.cmm.core.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Span TEN_HOURS = new Span(START, hour(10));

    @Test
    void twoFailuresInTenHours() {
        Tally tally = Tally.of(TEN_HOURS, List.of(outage(1, 2, Cause.POWER), outage(5, 8, Cause.LINK)), List.of());

        assertThat(tally.up()).isEqualTo(Duration.ofHours(6));
        assertThat(tally.availability()).contains(0.6);
        assertThat(tally.betweenFailures()).contains(Duration.ofHours(3));
        assertThat(tally.toRepair()).contains(Duration.ofHours(2));
        assertThat(tally.lostTo(Cause.LINK)).isEqualTo(Duration.ofHours(3));
        assertThat(tally.failures(Cause.POWER)).isEqualTo(1);
    }

    @Test
    void plannedWorkIsAShareOfItsOwnAndNoFailure() {
        Tally tally = Tally.of(TEN_HOURS, List.of(outage(1, 6, Cause.PLANNED)), List.of());

        assertThat(tally.availability()).contains(1.0);
        assertThat(tally.lostTo(Cause.Counts.PLANNED)).isEqualTo(Duration.ofHours(5));
        assertThat(tally.betweenFailures()).isEmpty();
        assertThat(tally.toRepair()).isEmpty();
    }

    @Test
    void ofAPowerCutOnlyTheTimeInWhichCmmWasDownIsCmms() {
        Tally tally = Tally.of(TEN_HOURS, List.of(outage(2, 6, Cause.POWER)), List.of(new Span(hour(3), hour(4))));

        assertThat(tally.lostTo(Cause.POWER)).isEqualTo(Duration.ofHours(3));
        assertThat(tally.lostTo(Cause.CMM)).isEqualTo(Duration.ofHours(1));
        assertThat(tally.availability()).contains(6.0 / 9);
    }

    @Test
    void whatFailsWhileWorkIsPlannedIsPlanned() {
        List<Span> work = List.of(new Span(hour(2), hour(4)));
        Outage restart = outage(3, 5, Cause.POWER);
        Tally tally = Tally.of(TEN_HOURS, List.of(restart.amid(work)), List.of());

        assertThat(tally.lostTo(Cause.PLANNED)).isEqualTo(Duration.ofHours(1));
        assertThat(tally.lostTo(Cause.POWER)).isEqualTo(Duration.ofHours(1));
        assertThat(tally.allFailures()).isZero();
        assertThat(tally.toRepair()).isEmpty();
    }

    @Test
    void whatHadFailedBeforeTheWorkStaysAFailure() {
        List<Span> work = List.of(new Span(hour(2), hour(4)));
        Outage cut = outage(1, 5, Cause.POWER);
        Tally tally = Tally.of(TEN_HOURS, List.of(cut.amid(work)), List.of());

        assertThat(tally.lostTo(Cause.POWER)).isEqualTo(Duration.ofHours(2));
        assertThat(tally.lostTo(Cause.PLANNED)).isEqualTo(Duration.ofHours(2));
        assertThat(tally.allFailures()).isEqualTo(1);
    }

    @Test
    void aFailureThatLastsIsNoRepairYet() {
        Outage open = new Outage(
                hour(8), Optional.empty(), Cause.POWER, List.of(new Part(new Span(hour(8), hour(12)), Cause.POWER)));
        Tally tally = Tally.of(TEN_HOURS, List.of(open), List.of());

        assertThat(tally.lostTo(Cause.POWER)).isEqualTo(Duration.ofHours(2));
        assertThat(tally.allFailures()).isEqualTo(1);
        assertThat(tally.toRepair()).isEmpty();
    }

    @Test
    void nothingWatchedIsNoFigureAtAll() {
        assertThat(Tally.NOTHING.availability()).isEmpty();
        assertThat(Tally.NOTHING.betweenFailures()).isEmpty();
    }

    private static Outage outage(int from, int to, Cause cause) {
        return new Outage(
                hour(from), Optional.of(hour(to)), cause, List.of(new Part(new Span(hour(from), hour(to)), cause)));
    }

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
