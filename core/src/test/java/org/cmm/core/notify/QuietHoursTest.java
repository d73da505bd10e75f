package org.cmm.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId DOUALA = ZoneId.of("Africa/Douala");
    private static final QuietHours NIGHT =
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30), DOUALA, day -> false);

    @Test
    void theNightCrossesMidnight() {
        assertThat(NIGHT.hold(Instant.parse("2026-11-24T20:59:59Z"))).isFalse();
        assertThat(NIGHT.hold(Instant.parse("2026-11-24T21:00:00Z"))).isTrue();
        assertThat(NIGHT.hold(Instant.parse("2026-11-25T05:29:59Z"))).isTrue();
        assertThat(NIGHT.hold(Instant.parse("2026-11-25T05:30:00Z"))).isFalse();
    }

    @Test
    void whatComesAtNightIsToldInTheMorning() {
        assertThat(NIGHT.over(Instant.parse("2026-11-24T23:00:00Z"))).isEqualTo("2026-11-25T05:30:00Z");
        assertThat(NIGHT.over(Instant.parse("2026-11-24T12:00:00Z"))).isEqualTo("2026-11-24T12:00:00Z");
    }

    @Test
    void aQuietSundayEndsWithMondayMorning() {
        QuietHours sundays =
                new QuietHours(NIGHT.from(), NIGHT.until(), DOUALA, day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
        assertThat(sundays.over(Instant.parse("2026-11-28T21:30:00Z"))).isEqualTo("2026-11-30T05:30:00Z");
    }

    @Test
    void equalTimesAreNoQuietHours() {
        QuietHours none = new QuietHours(LocalTime.NOON, LocalTime.NOON, DOUALA, day -> false);
        assertThat(none.hold(Instant.parse("2026-11-24T11:00:00Z"))).isFalse();
    }

    @Test
    void aClockChangeNeitherLosesNorTrapsANotice() {
        QuietHours paris =
                new QuietHours(LocalTime.of(1, 0), LocalTime.of(2, 30), ZoneId.of("Europe/Paris"), d -> false);
        assertThat(paris.over(Instant.parse("2026-03-29T00:30:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void aCalendarFullOfQuietDaysHoldsNothingForEver() {
        QuietHours always = new QuietHours(LocalTime.MIN, LocalTime.MIN, DOUALA, day -> true);
        assertThat(always.over(Instant.parse("2026-11-24T12:00:00Z"))).isBefore("2026-12-10T00:00:00Z");
    }

    @Property(seed = "7", tries = 500)
    void theEndIsNeverEarlierAndNotQuiet(
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int until,
            @ForAll @IntRange(max = 525_600) int minute) {
        QuietHours hours = new QuietHours(
                LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(until * 60L), DOUALA, day -> false);
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(minute * 60L);
        assertThat(hours.over(at)).isAfterOrEqualTo(at).satisfies(over -> assertThat(hours.hold(over))
                .isFalse());
    }
}
