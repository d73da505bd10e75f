package org.cmm.core.notify;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * Whose week it is. Weeks are those of ISO 8601, from Monday to Sunday; people take turns in the order of the list.
 *
 * @param people numbers of users, in turn
 * @param first a day of the week that the first of them has
 * @param standIns for single days or weeks; the last one that fits wins
 */
public record OnCall(List<Integer> people, LocalDate first, List<StandIn> standIns) {

    public OnCall {
        people = List.copyOf(people);
        standIns = List.copyOf(standIns);
    }

    /** Somebody stands in for whoever has the week, from one day to another, both included. */
    public record StandIn(LocalDate from, LocalDate until, int person) {

        public StandIn {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("a stand-in from %s to %s".formatted(from, until));
            }
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** A week by its Monday, with its number in its ISO year. */
    public record Week(LocalDate monday) {

        public static Week of(LocalDate day) {
            return new Week(mondayOf(day));
        }

        public int number() {
            return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        }

        public int year() {
            return monday.get(IsoFields.WEEK_BASED_YEAR);
        }

        public LocalDate sunday() {
            return monday.plusDays(6);
        }
    }

    /** Who is on call that day; empty when nobody takes turns. */
    public Optional<Integer> on(LocalDate day) {
        Optional<Integer> stand = standIns.reversed().stream()
                .filter(standIn -> standIn.holds(day))
                .map(StandIn::person)
                .findFirst();
        return stand.isPresent() ? stand : turn(day);
    }

    /** Whose turn the day's week is, standIns aside. */
    public Optional<Integer> turn(LocalDate day) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        long weeks = ChronoUnit.WEEKS.between(mondayOf(first), mondayOf(day));
        return Optional.of(people.get((int) Math.floorMod(weeks, (long) people.size())));
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
