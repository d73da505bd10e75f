package org.cmm.core.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/**
 * When a person does not want to be disturbed, by the clock on their wall.
 *
 * @param from begin, included; the same as {@code until} is no time of the day at all
 * @param until end, not included; earlier than {@code from} it is on the next day
 * @param quietDay whether a whole day is quiet, such as a Sunday or a holiday
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone, Predicate<LocalDate> quietDay) {

    /** A quiet stretch longer than this is a mistake in a calendar, and is cut. */
    private static final int MOST_DAYS = 14;

    /** Whether this moment is quiet. */
    public boolean hold(Instant at) {
        ZonedDateTime here = at.atZone(zone);
        return quietDay.test(here.toLocalDate()) || holds(here.toLocalTime());
    }

    /** The next moment that is not quiet: {@code at} itself when it is none. */
    public Instant over(Instant at) {
        Instant moment = at;
        Instant limit = at.atZone(zone).plusDays(MOST_DAYS).toInstant();
        while (moment.isBefore(limit) && hold(moment)) {
            moment = nextEdge(moment.atZone(zone));
        }
        return moment;
    }

    private boolean holds(LocalTime time) {
        if (from.equals(until)) {
            return false;
        }
        boolean afterBegin = !time.isBefore(from);
        boolean beforeEnd = time.isBefore(until);
        return from.isBefore(until) ? afterBegin && beforeEnd : afterBegin || beforeEnd;
    }

    /** Quiet ends at {@code until} or at midnight; a time that a clock change leaves out is moved on by the JDK. */
    private Instant nextEdge(ZonedDateTime here) {
        Instant midnight = here.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        Instant end = here.toLocalDate().atTime(until).atZone(zone).toInstant();
        return end.isAfter(here.toInstant()) && end.isBefore(midnight) ? end : midnight;
    }
}
