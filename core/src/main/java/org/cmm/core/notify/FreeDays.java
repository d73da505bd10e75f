package org.cmm.core.notify;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Which days are free for everybody, Sundays included. Feasts that are only expected free nobody.
 *
 * @param holidays all of them
 * @param civil those of them for which the next day is free when they fall on a Sunday or on another holiday, as
 *     Cameroon's law 73/5 of 7 December 1973 has it in its article 2
 */
public record FreeDays(List<Holiday> holidays, List<Holiday> civil) {

    public FreeDays {
        holidays = List.copyOf(holidays);
        civil = List.copyOf(civil);
    }

    public boolean free(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.stream().anyMatch(holiday -> holiday.on(day))
                || takesOver(day);
    }

    /** Whether the day is free for a civil holiday of the day before, which was free anyway. */
    public boolean takesOver(LocalDate day) {
        LocalDate before = day.minusDays(1);
        return civil.stream().anyMatch(holiday -> holiday.on(before))
                && (before.getDayOfWeek() == DayOfWeek.SUNDAY
                        || holidays.stream()
                                        .filter(holiday -> holiday.on(before))
                                        .count()
                                > 1);
    }
}
