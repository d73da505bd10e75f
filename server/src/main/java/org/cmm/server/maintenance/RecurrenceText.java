package org.cmm.server.maintenance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cmm.core.maintenance.Recurrence;
import org.cmm.core.maintenance.Recurrence.Monthly;
import org.cmm.core.maintenance.Recurrence.NthWeekday;
import org.cmm.core.maintenance.Recurrence.Once;
import org.cmm.core.maintenance.Recurrence.Weekly;

/** How a recurrence is kept: {@code weekly:monday,friday}. */
final class RecurrenceText {

    private RecurrenceText() {}

    static String of(Recurrence recurrence) {
        return switch (recurrence) {
            case Once(var _) -> "once";
            case Weekly(var days) -> "weekly:" + words(days);
            case Monthly(int day) -> "monthly:" + day;
            case NthWeekday(int nth, DayOfWeek weekday) -> "nth:" + nth + ":" + word(weekday);
        };
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @param from the first day, which is the only one of what happens once
     */
    static Recurrence read(String text, LocalDate from) {
        String[] parts = text.split(":", -1);
        return switch (parts[0]) {
            case "once" -> new Once(from);
            case "weekly" ->
                new Weekly(Arrays.stream(parts[1].split(",", -1))
                        .map(RecurrenceText::day)
                        .collect(Collectors.toSet()));
            case "monthly" -> new Monthly(Integer.parseInt(parts[1]));
            case "nth" -> new NthWeekday(Integer.parseInt(parts[1]), day(parts[2]));
            default -> throw new IllegalArgumentException("'%s' is no recurrence".formatted(text));
        };
    }

    private static String words(Collection<DayOfWeek> days) {
        return days.stream().sorted().map(RecurrenceText::word).collect(Collectors.joining(","));
    }

    static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static DayOfWeek day(String word) {
        return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
