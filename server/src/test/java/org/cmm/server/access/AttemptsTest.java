package org.cmm.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int FREE = 3;

    @Test
    void someFailuresAreFreeAndEachFurtherOneLocksTwiceAsLong() {
        Attempts attempts = Attempts.none(NOON).failed(NOON, FREE).failed(NOON, FREE);
        assertThat(attempts.lockedFor(NOON)).isEmpty();
        assertThat(attempts.failed(NOON, FREE).lockedFor(NOON)).contains(Duration.ofSeconds(15));
        assertThat(attempts.failed(NOON, FREE).failed(NOON, FREE).lockedFor(NOON))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void noLockIsLongerThanAQuarterOfAnHour() {
        Attempts attempts = Attempts.none(NOON);
        for (int failure = 0; failure < 100; failure++) {
            attempts = attempts.failed(NOON, FREE);
        }
        assertThat(attempts.lockedFor(NOON)).contains(Attempts.LONGEST_LOCK);
    }

    @Test
    void anHourWithoutAFailureForgetsAllOfThem() {
        Attempts attempts =
                Attempts.none(NOON).failed(NOON, FREE).failed(NOON, FREE).failed(NOON, FREE);
        assertThat(attempts.failed(NOON.plus(Duration.ofMinutes(61)), FREE).failures())
                .isEqualTo(1);
    }
}
