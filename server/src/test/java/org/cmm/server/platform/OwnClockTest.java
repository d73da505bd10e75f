package org.cmm.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnClockTest {

    private static final Instant TRUE_TIME = Instant.parse("2027-03-01T10:00:00Z");
    private static final Duration YEARS = Duration.ofDays(3_650);

    private Instant shown = TRUE_TIME;
    private final OwnClock clock = new OwnClock(() -> shown);

    @Test
    void aClockBeforeCmmsFirstDayIsWrongWhoeverAgrees() {
        shown = Instant.parse("1970-01-01T00:04:00Z");

        assertThat(clock.doubt(shown))
                .hasValueSatisfying(words -> assertThat(words).contains("says 1970-01-01T00:04:00Z", "set it right"));

        shown = TRUE_TIME;
        assertThat(clock.doubt()).isEmpty();
    }

    @Test
    void aClockFarAheadOfWhatIsStoredIsDoubtedUntilItIsRight() {
        shown = TRUE_TIME.plus(YEARS);
        clock.wasLately(TRUE_TIME);

        assertThat(clock.doubt()).isPresent();
        assertThat(clock.doubt(TRUE_TIME))
                .hasValueSatisfying(words -> assertThat(words).contains("says 2037-02-26", "2027-03-01"));

        shown = TRUE_TIME.plusSeconds(60);
        assertThat(clock.doubt(TRUE_TIME)).isEmpty();
    }

    @Test
    void whatIsStoredCountsMoreThanAnEarlierLookThatHadNothingToCompareWith() {
        shown = TRUE_TIME.plus(YEARS);
        assertThat(clock.doubt()).isEmpty();

        clock.wasLately(TRUE_TIME);

        assertThat(clock.doubt()).isPresent();
    }

    @Test
    void aMachineThatAgreesEndsTheDoubtAfterALongHoliday() {
        shown = TRUE_TIME.plus(Duration.ofDays(90));
        clock.wasLately(TRUE_TIME);
        assertThat(clock.doubt()).isPresent();

        assertThat(clock.doubt(shown.minusSeconds(600))).isEmpty();
        assertThat(clock.doubt()).as("asked again without a machine").isEmpty();
    }

    @Test
    void aClockThatGoesBackWhileCmmRunsIsDoubted() {
        assertThat(clock.doubt()).isEmpty();
        shown = TRUE_TIME.minus(Duration.ofDays(2));
        assertThat(clock.doubt()).isPresent();
        shown = TRUE_TIME;
        assertThat(clock.doubt()).isEmpty();
    }

    @Test
    void anHourOrAWeekIsNoReasonForDoubt() {
        assertThat(clock.doubt()).isEmpty();
        shown = TRUE_TIME.minus(Duration.ofHours(1));
        assertThat(clock.doubt(TRUE_TIME.minus(YEARS))).isEmpty();
        shown = TRUE_TIME.plus(Duration.ofDays(7));
        assertThat(clock.doubt(TRUE_TIME.minus(YEARS))).isEmpty();
    }

    @Test
    void aDoubtThatNobodyEndsLastsADay() {
        clock.wasLately(TRUE_TIME);
        Instant start = TRUE_TIME.plus(Duration.ofDays(40));
        for (int minutes = 0; minutes <= Duration.ofDays(1).toMinutes(); minutes++) {
            shown = start.plus(Duration.ofMinutes(minutes));
            assertThat(clock.doubt(TRUE_TIME)).isPresent();
        }
        shown = shown.plusSeconds(60);
        assertThat(clock.doubt(TRUE_TIME)).isEmpty();
    }

    @Test
    void aRequestIsEndedWithAnAnswerThatAsksForPatience() {
        shown = TRUE_TIME.plus(YEARS);
        clock.wasLately(TRUE_TIME);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> clock.demandBelieved(TRUE_TIME))
                .satisfies(e -> {
                    assertThat(e.problem().status()).isEqualTo(503);
                    assertThat(e.problem().type()).isEqualTo("/problems/clock-doubted");
                    assertThat(e.retryAfter()).contains(Duration.ofMinutes(1));
                });
    }
}
