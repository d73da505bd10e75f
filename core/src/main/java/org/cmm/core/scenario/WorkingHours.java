package org.cmm.core.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When people work, the same every week.
 *
 * @param opens on each of the days
 * @param closes later the same day; midnight for the end of the day
 */
public record WorkingHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

    public static final WorkingHours ALWAYS =
            new WorkingHours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public static final WorkingHours OFFICE = new WorkingHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(7, 30), LocalTime.of(15, 30));

    public WorkingHours {
        days = Set.copyOf(days);
        Check.that(!days.isEmpty(), "working hours", "must have a day");
        Check.that(
                closes.equals(LocalTime.MIDNIGHT) || closes.isAfter(opens),
                "working hours",
                "must close after %s, closed at %s".formatted(opens, closes));
    }

    public boolean areAlways() {
        return days.size() == DayOfWeek.values().length
                && opens.equals(LocalTime.MIDNIGHT)
                && closes.equals(LocalTime.MIDNIGHT);
    }
}
