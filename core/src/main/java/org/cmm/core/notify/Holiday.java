package org.cmm.core.notify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.chrono.HijrahChronology;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A day that returns each year, by a rule that can be computed, or that somebody entered for one year. */
public sealed interface Holiday {

    /** Whether it is known to fall on that day. */
    boolean on(LocalDate day);

    /** Whether it is expected on that day, and nobody has said so yet. */
    default boolean expectedOn(LocalDate day) {
        return false;
    }

    /** When it comes next, that day included; empty when it never does. */
    Optional<Day> next(LocalDate from);

    /**
     * A day in the calendar.
     *
     * @param estimated whether it may still turn out to be a day earlier or later
     */
    record Day(LocalDate date, boolean estimated) {}

    /** The same day of each year. */
    record Fixed(MonthDay day) implements Holiday {

        private static final int LONGEST_WITHOUT_A_LEAP_DAY = 8;

        @Override
        public boolean on(LocalDate date) {
            return MonthDay.from(date).equals(day);
        }

        @Override
        public Optional<Day> next(LocalDate from) {
            return IntStream.rangeClosed(from.getYear(), from.getYear() + LONGEST_WITHOUT_A_LEAP_DAY)
                    .filter(day::isValidYear)
                    .mapToObj(day::atYear)
                    .filter(date -> !date.isBefore(from))
                    .findFirst()
                    .map(date -> new Day(date, false));
        }
    }

    /** So many days after Easter Sunday; before it when negative. Good Friday is -2, Ascension 39. */
    record AfterEaster(int days) implements Holiday {

        @Override
        public boolean on(LocalDate date) {
            return Easter.of(date.getYear()).plusDays(days).equals(date);
        }

        @Override
        public Optional<Day> next(LocalDate from) {
            return IntStream.rangeClosed(from.getYear(), from.getYear() + 1)
                    .mapToObj(year -> Easter.of(year).plusDays(days))
                    .filter(date -> !date.isBefore(from))
                    .findFirst()
                    .map(date -> new Day(date, false));
        }
    }

    /**
     * A feast of the Islamic calendar. It begins when somebody sees the new moon, so its date is an estimate until it
     * is announced, and a feast that is only estimated is on no day. The estimate is the calendar of Umm al-Qura as the
     * JDK has it, from 1882 to 2174; what a country announces is mostly that day or the next.
     *
     * @param month of the Islamic year, from 1
     * @param day of that month, from 1
     * @param announced the last date that was announced, in whichever year
     */
    record Lunar(int month, int day, Optional<LocalDate> announced) implements Holiday {

        /** An estimate so near to what was announced is of the same feast. */
        private static final int NEAR_DAYS = 15;

        public Lunar {
            if (month < 1 || month > 12 || day < 1 || day > 29) {
                throw new IllegalArgumentException("day %d of Islamic month %d".formatted(day, month));
            }
        }

        @Override
        public boolean on(LocalDate date) {
            return announced.filter(date::equals).isPresent();
        }

        @Override
        public boolean expectedOn(LocalDate date) {
            return next(date)
                    .filter(next -> next.estimated() && next.date().equals(date))
                    .isPresent();
        }

        @Override
        public Optional<Day> next(LocalDate from) {
            return Stream.concat(
                            announced.filter(date -> !date.isBefore(from)).map(date -> new Day(date, false)).stream(),
                            estimates(from).map(date -> new Day(date, true)))
                    .min(Comparator.comparing(Day::date));
        }

        private Stream<LocalDate> estimates(LocalDate from) {
            try {
                int year = HijrahDate.from(from).get(ChronoField.YEAR);
                return IntStream.rangeClosed(year, year + 2)
                        .mapToObj(one -> LocalDate.from(HijrahChronology.INSTANCE.date(one, month, day)))
                        .filter(date -> !date.isBefore(from) && !isAnnounced(date))
                        .limit(1);
            } catch (DateTimeException e) {
                return Stream.empty();
            }
        }

        private boolean isAnnounced(LocalDate estimate) {
            return announced
                    .filter(date -> Math.abs(ChronoUnit.DAYS.between(date, estimate)) <= NEAR_DAYS)
                    .isPresent();
        }
    }

    /** One day of one year: a day off that was decreed. */
    record Once(LocalDate day) implements Holiday {

        @Override
        public boolean on(LocalDate date) {
            return date.equals(day);
        }

        @Override
        public Optional<Day> next(LocalDate from) {
            return day.isBefore(from) ? Optional.empty() : Optional.of(new Day(day, false));
        }
    }
}
