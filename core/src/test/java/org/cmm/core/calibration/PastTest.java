package org.cmm.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cmm.core.outage.Span;
import org.cmm.core.statistics.Lifetime;
import org.junit.jupiter.api.Test;

class PastTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void lifeGoesFromTheEndOfAFailureToTheNextAndTheLastOneGoesOn() {
        Past past = past(List.of(failure(10, 12), failure(50, 53)));

        assertThat(past.lives(START)).containsExactly(Lifetime.ended(10), Lifetime.ended(38), Lifetime.lasting(47));
        assertThat(past.repairs(START)).containsExactly(Lifetime.ended(2), Lifetime.ended(3));
    }

    @Test
    void whatLiesBeforeTheTimeThatIsAskedForMakesOlderAndCountsNot() {
        Past past = past(List.of(failure(10, 12), failure(50, 53)));

        assertThat(past.lives(at(20))).containsExactly(new Lifetime(8, 38, true), Lifetime.lasting(47));
        assertThat(past.repairs(at(20))).containsExactly(Lifetime.ended(3));
    }

    @Test
    void aFailureThatLastsEndsNoLifeAfterIt() {
        Past past = past(List.of(new Episode(at(90), at(100), false)));

        assertThat(past.lives(START)).containsExactly(Lifetime.ended(90));
        assertThat(past.repairs(START)).containsExactly(Lifetime.lasting(10));
    }

    @Test
    void whatEndsLaterThanAnybodyAskedForHasNotEndedYet() {
        assertThat(past(List.of(failure(90, 130))).repairs(START)).containsExactly(Lifetime.lasting(10));
    }

    @Test
    void noAgePassesOutOfOperation() {
        Past past = new Past(span(0, 100), List.of(failure(60, 61)), List.of(span(5, 15), span(10, 25)));

        assertThat(past.lives(START)).containsExactly(Lifetime.ended(40), Lifetime.lasting(39));
    }

    @Test
    void failuresThatMeetAreOne() {
        Past past = past(List.of(failure(20, 30), failure(10, 21)));

        assertThat(past.repairs(START)).containsExactly(Lifetime.ended(20));
    }

    @Test
    void aFailureInTheVeryMomentOfTheReturnIsStillOne() {
        Past past = new Past(span(0, 100), List.of(failure(10, 12), failure(20, 21)), List.of(span(12, 20)));

        assertThat(past.lives(START)).filteredOn(Lifetime::ended).hasSize(2);
    }

    private static Past past(List<Episode> episodes) {
        return new Past(span(0, 100), episodes, List.of());
    }

    private static Episode failure(int from, int until) {
        return new Episode(at(from), at(until), true);
    }

    private static Span span(int from, int to) {
        return new Span(at(from), at(to));
    }

    private static Instant at(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
