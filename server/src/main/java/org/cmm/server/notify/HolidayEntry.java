package org.cmm.server.notify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;
import org.cmm.core.notify.Holiday;
import org.cmm.server.access.Language;

/**
 * A line of the calendar.
 *
 * @param holiday empty while its date has not been announced
 */
record HolidayEntry(int id, String name, String nameFrench, Optional<Holiday> holiday) {

    public String in(Language language) {
        return language == Language.FRENCH ? nameFrench : name;
    }

    /** Its date in that year, if it has one then. */
    public Optional<LocalDate> in(int year) {
        return holiday.flatMap(day -> switch (day) {
            case Holiday.Fixed(MonthDay fixed) ->
                fixed.isValidYear(year) ? Optional.of(fixed.atYear(year)) : Optional.empty();
            case Holiday.AfterEaster after ->
                LocalDate.of(year, 1, 1)
                        .datesUntil(
                                LocalDate.of(year, 1, 1).plusDays(Year.of(year).length()))
                        .filter(after::on)
                        .findFirst();
            case Holiday.Once(LocalDate once) -> once.getYear() == year ? Optional.of(once) : Optional.empty();
        });
    }

    static Optional<MonthDay> monthDay(int month, int day) {
        try {
            return Optional.of(MonthDay.of(month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
