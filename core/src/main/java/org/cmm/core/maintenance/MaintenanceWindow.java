package org.cmm.core.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A time in which notices are held back, once or again and again.
 *
 * <p>Each occurrence begins at the same time of day by the clock on the wall and is as long as the others: where clocks
 * are set forward or back it ends an hour earlier or later by that clock. A beginning that a clock skips is moved as
 * {@link java.time.ZonedDateTime} does.
 *
 * @param start time of day
 * @param length one minute to {@link #LONGEST}
 * @param from the first day it may begin on
 * @param until the last such day, when there is one
 */
public record MaintenanceWindow(
        Recurrence recurrence,
        LocalTime start,
        Duration length,
        ZoneId zone,
        LocalDate from,
        Optional<LocalDate> until) {

    public static final Duration LONGEST = Duration.ofDays(14);
    private static final int DAYS_AHEAD = 400;

    public MaintenanceWindow {
        if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a maintenance window must last 1 min to 14 d, was " + length);
        }
        if (until.filter(last -> last.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException("a maintenance window must not end before it begins");
        }
    }

    /** One time that it happens; the end is not part of it. */
    public record Occurrence(Instant begin, Instant end) {

        public boolean covers(Instant at) {
            return !at.isBefore(begin) && at.isBefore(end);
        }
    }

    /** The occurrence that covers this moment; of two, the one that ends last. */
    public Optional<Occurrence> covering(Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        for (LocalDate day = today.plusDays(1);
                !day.isBefore(today.minusDays(LONGEST.toDays() + 1));
                day = day.minusDays(1)) {
            Optional<Occurrence> covering = on(day).filter(one -> one.covers(at));
            if (covering.isPresent()) {
                return covering;
            }
        }
        return Optional.empty();
    }

    /** The first occurrence that begins after this moment, within {@value #DAYS_AHEAD} days. */
    public Optional<Occurrence> next(Instant after) {
        LocalDate today = after.atZone(zone).toLocalDate();
        LocalDate first = today.minusDays(1).isAfter(from) ? today.minusDays(1) : from;
        for (LocalDate day = first; day.isBefore(first.plusDays(DAYS_AHEAD)); day = day.plusDays(1)) {
            Optional<Occurrence> next = on(day).filter(one -> one.begin().isAfter(after));
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** All occurrences that have a moment in common with this time, in order. */
    public List<Occurrence> during(Instant begin, Instant end) {
        LocalDate first = begin.atZone(zone).toLocalDate().minusDays(LONGEST.toDays() + 1);
        LocalDate last = end.atZone(zone).toLocalDate();
        LocalDate start = first.isAfter(from) ? first : from;
        LocalDate stop = until.filter(day -> day.isBefore(last)).orElse(last);
        return start.isAfter(stop)
                ? List.of()
                : start.datesUntil(stop.plusDays(1))
                        .flatMap(day -> on(day).stream())
                        .filter(one -> one.begin().isBefore(end) && one.end().isAfter(begin))
                        .toList();
    }

    private Optional<Occurrence> on(LocalDate day) {
        boolean within =
                !day.isBefore(from) && until.filter(last -> day.isAfter(last)).isEmpty();
        if (!within || !recurrence.falls(day)) {
            return Optional.empty();
        }
        Instant begin = day.atTime(start).atZone(zone).toInstant();
        return Optional.of(new Occurrence(begin, begin.plus(length)));
    }
}
