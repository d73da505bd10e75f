package org.cmm.server.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final ZoneId DOUALA = ZoneId.of("Africa/Douala");
    private static final Instant NOW = Instant.parse("2026-11-29T14:00:00Z");

    @Test
    void whatIsTypedIsOnTheClockOfTheSite() {
        assertThat(of("2026-11-23T10:00", "2026-11-23T11:30:15"))
                .contains(new Stretch(Instant.parse("2026-11-23T09:00:00Z"), Instant.parse("2026-11-23T10:30:15Z")));
    }

    @Test
    void secondsAndTimesOfUtcAreUnderstoodToo() {
        assertThat(of("1795900000", "2026-11-29T12:00:00Z"))
                .contains(new Stretch(Instant.ofEpochSecond(1_795_900_000), Instant.parse("2026-11-29T12:00:00Z")));
    }

    @Test
    void anEndOfItsOwnIsNow() {
        assertThat(of("2026-11-23T10:00", "")).map(Stretch::to).contains(NOW);
    }

    @Test
    void aBeginningOfItsOwnIsTheUsualLengthBefore() {
        assertThat(of("", "2026-11-23T10:00")).map(Stretch::length).contains(Duration.ofDays(1));
    }

    @Test
    void whatEndsBeforeItBeginsOrIsTooLongOrNoTimeIsNoStretch() {
        assertThat(of("2026-11-23T10:00", "2026-11-23T10:00")).isEmpty();
        assertThat(of("2019-11-23T10:00", "2026-11-23T10:00")).isEmpty();
        assertThat(of("yesterday", "")).isEmpty();
        assertThat(of("", "+999999999-12-31T00:00:00Z")).isEmpty();
        assertThat(of("2300-01-01T00:00", "2300-01-02T00:00")).isEmpty();
    }

    @Test
    void aFieldHoldsWhatWasTyped() {
        Instant typed = Stretch.time("2026-11-23T10:00:05", DOUALA).orElseThrow();
        assertThat(Stretch.field(typed, DOUALA)).isEqualTo("2026-11-23T10:00:05");
    }

    private static Optional<Stretch> of(String from, String to) {
        return Stretch.of(from, to, Duration.ofDays(1), DOUALA, NOW);
    }
}
