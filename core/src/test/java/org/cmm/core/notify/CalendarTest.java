package org.cmm.core.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cmm.core.notify.OnCall.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Easter, holidays, weeks, steps: whatever a calendar decides. */
class CalendarTest {

    @ParameterizedTest
    @CsvSource({
        "1818-03-22", "1886-04-25", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24",
        "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2049-04-18", "2285-03-22"
    })
    void easterIsWhereTheAlmanacsHaveIt(LocalDate easter) {
        assertThat(Easter.of(easter.getYear())).isEqualTo(easter);
    }

    @Property(seed = "3")
    void easterIsASundayBetweenTheEndOfMarchAndTheEndOfApril(@ForAll @IntRange(min = 1583, max = 4099) int year) {
        assertThat(Easter.of(year).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(Easter.of(year)).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
    }

    @Test
    void goodFridayAndAscensionFollowEaster() {
        assertThat(new Holiday.AfterEaster(-2).on(LocalDate.of(2026, 4, 3))).isTrue();
        assertThat(new Holiday.AfterEaster(39).on(LocalDate.of(2026, 5, 14))).isTrue();
        assertThat(new Holiday.AfterEaster(39).on(LocalDate.of(2027, 5, 14))).isFalse();
    }

    @Test
    void theNationalDayReturnsAndADecreedDayDoesNot() {
        assertThat(new Holiday.Fixed(MonthDay.of(5, 20)).on(LocalDate.of(2031, 5, 20)))
                .isTrue();
        assertThat(new Holiday.Once(LocalDate.of(2027, 3, 10)).on(LocalDate.of(2028, 3, 10)))
                .isFalse();
    }

    /** Dates as Cameroon celebrated them: the estimate is one day off at most, and is never taken for known. */
    @ParameterizedTest
    @CsvSource({
        "10, 1, 2018-06-15",
        "10, 1, 2019-06-04",
        "10, 1, 2021-05-13",
        "12, 10, 2018-08-21",
        "12, 10, 2019-08-11",
        "12, 10, 2021-07-20"
    })
    void aFeastThatFollowsTheMoonIsEstimatedWithinADayAndCertainOnlyOnceAnnounced(
            int month, int day, LocalDate celebrated) {
        Holiday.Lunar feast = new Holiday.Lunar(month, day, Optional.empty());
        Holiday.Day next = feast.next(celebrated.minusDays(30)).orElseThrow();
        assertThat(next.estimated()).isTrue();
        assertThat(next.date()).isBetween(celebrated.minusDays(1), celebrated.plusDays(1));
        assertThat(feast.on(next.date())).isFalse();
        assertThat(feast.expectedOn(next.date())).isTrue();
        Holiday.Lunar announced = new Holiday.Lunar(month, day, Optional.of(celebrated));
        assertThat(announced.next(celebrated.minusDays(30))).contains(new Holiday.Day(celebrated, false));
        assertThat(announced.on(celebrated)).isTrue();
        assertThat(announced.expectedOn(next.date())).isFalse();
        assertThat(announced.next(celebrated.plusDays(1))).hasValueSatisfying(later -> assertThat(later.date())
                .isBetween(celebrated.plusDays(350), celebrated.plusDays(358)));
    }

    @Property(seed = "5")
    void whatFollowsTheMoonIsNeverCertainByItself(@ForAll @IntRange(min = -20_000, max = 60_000) int days) {
        LocalDate from = LocalDate.EPOCH.plusDays(days);
        Holiday.Day next =
                new Holiday.Lunar(12, 10, Optional.empty()).next(from).orElseThrow();
        assertThat(next.estimated()).isTrue();
        assertThat(next.date()).isBetween(from, from.plusDays(356));
    }

    @Test
    void beyondTheCalendarOfTheMoonNothingIsEstimated() {
        assertThat(new Holiday.Lunar(10, 1, Optional.empty()).next(LocalDate.of(2300, 1, 1)))
                .isEmpty();
    }

    @Test
    void everyHolidayKnowsItsNextDay() {
        LocalDate november = LocalDate.of(2026, 11, 29);
        assertThat(new Holiday.Fixed(MonthDay.of(2, 29)).next(november))
                .contains(new Holiday.Day(LocalDate.of(2028, 2, 29), false));
        assertThat(new Holiday.AfterEaster(-2).next(LocalDate.of(2026, 4, 4)))
                .contains(new Holiday.Day(LocalDate.of(2027, 3, 26), false));
        assertThat(new Holiday.Once(LocalDate.of(2026, 11, 28)).next(november)).isEmpty();
    }

    @Test
    void theDayAfterACivilHolidayIsFreeWhenThatWasASundayOrAnotherHoliday() {
        Holiday labour = new Holiday.Fixed(MonthDay.of(5, 1));
        Holiday christmas = new Holiday.Fixed(MonthDay.of(12, 25));
        FreeDays days = new FreeDays(List.of(labour, christmas, new Holiday.AfterEaster(39)), List.of(labour));
        assertThat(days.free(LocalDate.of(2016, 5, 2))).as("after a Sunday").isTrue();
        assertThat(days.free(LocalDate.of(2008, 5, 2))).as("after Ascension").isTrue();
        assertThat(days.free(LocalDate.of(2026, 5, 2))).as("after a Friday").isFalse();
        assertThat(days.free(LocalDate.of(2022, 12, 26)))
                .as("religious ones need a decree")
                .isFalse();
    }

    @Test
    void peopleTakeTurnsByIsoWeekAcrossTheYearsEnd() {
        OnCall rota = new OnCall(List.of(1, 2, 3), LocalDate.of(2026, 12, 22), List.of());
        assertThat(rota.on(LocalDate.of(2026, 12, 27))).contains(1);
        assertThat(rota.on(LocalDate.of(2026, 12, 28))).contains(2);
        assertThat(rota.on(LocalDate.of(2027, 1, 3))).contains(2);
        assertThat(rota.on(LocalDate.of(2027, 1, 4))).contains(3);
        assertThat(rota.on(LocalDate.of(2027, 1, 11))).contains(1);
        assertThat(rota.on(LocalDate.of(2026, 12, 20))).contains(3);
        assertThat(OnCall.Week.of(LocalDate.of(2027, 1, 3)))
                .satisfies(week -> assertThat(week.year() + " " + week.number()).isEqualTo("2026 53"));
    }

    @Test
    void theLastOverrideThatFitsStandsIn() {
        OnCall rota = new OnCall(
                List.of(1, 2),
                LocalDate.of(2026, 11, 23),
                List.of(
                        new StandIn(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 28), 7),
                        new StandIn(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 26), 8)));
        assertThat(rota.on(LocalDate.of(2026, 11, 23))).contains(1);
        assertThat(rota.on(LocalDate.of(2026, 11, 25))).contains(7);
        assertThat(rota.on(LocalDate.of(2026, 11, 26))).contains(8);
        assertThat(rota.turn(LocalDate.of(2026, 11, 26))).contains(1);
    }

    @Test
    void nobodyIsOnCallWhereNobodyTakesTurns() {
        assertThat(new OnCall(List.of(), LocalDate.of(2026, 1, 1), List.of()).on(LocalDate.of(2026, 1, 1)))
                .isEmpty();
    }

    @Test
    void everyStepComesOnceItsTimeIsUp() {
        Escalation steps = new Escalation(List.of(Duration.ofMinutes(15), Duration.ofMinutes(30)));
        Instant raised = Instant.parse("2026-11-24T12:00:00Z");
        assertThat(steps.due(raised, raised.plusSeconds(899))).isZero();
        assertThat(steps.due(raised, raised.plusSeconds(900))).isEqualTo(1);
        assertThat(steps.due(raised, raised.plusSeconds(86_400))).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Escalation(List.of(Duration.ofMinutes(30), Duration.ofMinutes(15))));
    }
}
