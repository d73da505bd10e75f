package org.cmm.core.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cmm.core.maintenance.MaintenanceWindow.Occurrence;
import org.cmm.core.maintenance.Recurrence.Monthly;
import org.cmm.core.maintenance.Recurrence.NthWeekday;
import org.cmm.core.maintenance.Recurrence.Once;
import org.cmm.core.maintenance.Recurrence.Weekly;
import org.junit.jupiter.api.Test;

class MaintenanceWindowTest {

    private static final ZoneId DOUALA = ZoneId.of("Africa/Douala");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");

    @Test
    void coversFromItsBeginningUpToItsEnd() {
        var window = window(new Once(LocalDate.parse("2026-11-29")), "22:00", 120, DOUALA);
        assertThat(window.covering(Instant.parse("2026-11-29T20:59:59Z"))).isEmpty();
        assertThat(window.covering(Instant.parse("2026-11-29T21:00:00Z"))).isPresent();
        assertThat(window.covering(Instant.parse("2026-11-29T22:59:59Z"))).isPresent();
        assertThat(window.covering(Instant.parse("2026-11-29T23:00:00Z"))).isEmpty();
    }

    @Test
    void tellsEachTimeThatAPeriodTouches() {
        var window = window(new Weekly(Set.of(DayOfWeek.SATURDAY)), "23:00", 600, DOUALA);
        assertThat(window.during(Instant.parse("2026-11-15T07:59:59Z"), Instant.parse("2026-11-28T22:00:01Z")))
                .extracting(Occurrence::begin)
                .containsExactly(
                        Instant.parse("2026-11-14T22:00:00Z"),
                        Instant.parse("2026-11-21T22:00:00Z"),
                        Instant.parse("2026-11-28T22:00:00Z"));
        assertThat(window.during(Instant.parse("2026-11-15T08:00:00Z"), Instant.parse("2026-11-21T22:00:00Z")))
                .isEmpty();
    }

    @Test
    void goesOnBeyondMidnight() {
        var window = window(new Weekly(Set.of(DayOfWeek.SATURDAY)), "23:00", 600, DOUALA);
        assertThat(window.covering(Instant.parse("2026-11-29T07:00:00Z"))).isPresent();
        assertThat(window.covering(Instant.parse("2026-11-29T08:00:00Z"))).isEmpty();
    }

    @Test
    void fallsOnTheLastDayOfAMonthThatIsTooShort() {
        var day = new Monthly(31);
        assertThat(day.falls(LocalDate.parse("2026-02-28"))).isTrue();
        assertThat(day.falls(LocalDate.parse("2028-02-28"))).isFalse();
        assertThat(day.falls(LocalDate.parse("2028-02-29"))).isTrue();
        assertThat(day.falls(LocalDate.parse("2026-03-30"))).isFalse();
        assertThat(day.falls(LocalDate.parse("2026-03-31"))).isTrue();
    }

    @Test
    void knowsTheSecondSundayAndTheLastFriday() {
        var second = new NthWeekday(2, DayOfWeek.SUNDAY);
        var last = new NthWeekday(NthWeekday.LAST, DayOfWeek.FRIDAY);
        assertThat(daysOf(second, 2026, 11)).containsExactly(8);
        assertThat(daysOf(last, 2026, 11)).containsExactly(27);
        assertThat(daysOf(last, 2027, 1)).containsExactly(29);
    }

    @Test
    void lastsAsLongWhenClocksAreSetBack() {
        var window = window(new Once(LocalDate.parse("2026-10-25")), "01:00", 180, PARIS);
        var occurrence = window.covering(Instant.parse("2026-10-25T00:30:00Z")).orElseThrow();
        assertThat(occurrence.begin()).isEqualTo(Instant.parse("2026-10-24T23:00:00Z"));
        assertThat(occurrence.end()).isEqualTo(Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Test
    void endsWithItsLastDay() {
        var window = new MaintenanceWindow(
                new Weekly(Set.of(DayOfWeek.MONDAY)),
                LocalTime.NOON,
                Duration.ofHours(1),
                DOUALA,
                NEW_YEAR,
                Optional.of(LocalDate.parse("2026-01-06")));
        assertThat(window.next(Instant.parse("2026-01-01T00:00:00Z"))).isPresent();
        assertThat(window.next(Instant.parse("2026-01-06T00:00:00Z"))).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> window(new Monthly(1), "00:00", 0, DOUALA)).hasMessageContaining("1 min to 14 d");
        assertThatThrownBy(() -> new Weekly(Set.of())).hasMessageContaining("needs a day");
        assertThatThrownBy(() -> new Monthly(32)).hasMessageContaining("1 to 31");
        assertThatThrownBy(() -> new NthWeekday(5, DayOfWeek.MONDAY)).hasMessageContaining("1 to 4");
    }

    @Property
    void everyOccurrenceThatComesNextCoversItsBeginningAndNotItsEnd(
            @ForAll @IntRange(max = 2_000_000) int minutes,
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @IntRange(min = 1, max = 1000) int length) {
        Recurrence recurrence = List.of(
                        new Weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                        new Monthly(31),
                        new NthWeekday(3, DayOfWeek.TUESDAY),
                        new NthWeekday(NthWeekday.LAST, DayOfWeek.SUNDAY))
                .get(kind);
        var window = window(recurrence, "02:30", length, PARIS);
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minutes));
        var next = window.next(at).orElseThrow();
        assertThat(next.begin()).isAfter(at);
        assertThat(window.covering(next.begin())).contains(next);
        assertThat(window.covering(next.end())).isNotEqualTo(Optional.of(next));
    }

    private static List<Integer> daysOf(Recurrence recurrence, int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return first.datesUntil(first.plusMonths(1))
                .filter(recurrence::falls)
                .map(LocalDate::getDayOfMonth)
                .toList();
    }

    private static MaintenanceWindow window(Recurrence recurrence, String start, int minutes, ZoneId zone) {
        return new MaintenanceWindow(
                recurrence, LocalTime.parse(start), Duration.ofMinutes(minutes), zone, NEW_YEAR, Optional.empty());
    }
}
