package org.cmm.core.maintenance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/** On which days something happens, by the calendar of its place. */
public sealed interface Recurrence {

    boolean falls(LocalDate day);

    /** On one day. */
    record Once(LocalDate on) implements Recurrence {
        @Override
        public boolean falls(LocalDate day) {
            return day.equals(on);
        }
    }

    /** On these days of every week. */
    record Weekly(Set<DayOfWeek> days) implements Recurrence {
        public Weekly {
            days = Set.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a weekly recurrence needs a day of the week");
            }
        }

        @Override
        public boolean falls(LocalDate day) {
            return days.contains(day.getDayOfWeek());
        }
    }

    /**
     * On one day of every month; in a month that is too short, on its last.
     *
     * @param dayOfMonth 1 to 31
     */
    record Monthly(int dayOfMonth) implements Recurrence {
        public Monthly {
            if (dayOfMonth < 1 || dayOfMonth > 31) {
                throw new IllegalArgumentException("a day of the month must be 1 to 31, was " + dayOfMonth);
            }
        }

        @Override
        public boolean falls(LocalDate day) {
            return day.getDayOfMonth()
                    == Math.min(dayOfMonth, YearMonth.from(day).lengthOfMonth());
        }
    }

    /**
     * On one weekday of every month, such as the second Sunday.
     *
     * @param nth 1 to 4, or {@link #LAST}
     */
    record NthWeekday(int nth, DayOfWeek weekday) implements Recurrence {
        public static final int LAST = -1;

        public NthWeekday {
            if (nth != LAST && (nth < 1 || nth > 4)) {
                throw new IllegalArgumentException("a weekday of the month must be 1 to 4 or -1, was " + nth);
            }
        }

        @Override
        public boolean falls(LocalDate day) {
            if (day.getDayOfWeek() != weekday) {
                return false;
            }
            boolean last = day.getDayOfMonth() + 7 > YearMonth.from(day).lengthOfMonth();
            return nth == LAST ? last : (day.getDayOfMonth() - 1) / 7 + 1 == nth;
        }
    }
}
