package org.cmm.core.notify;

import java.time.LocalDate;
import java.time.MonthDay;

/** A day that returns each year, by a rule that can be computed, or that somebody entered for one year. */
public sealed interface Holiday {

    /** Whether it falls on that day. */
    boolean on(LocalDate day);

    /** The same day of each year. */
    record Fixed(MonthDay day) implements Holiday {

        @Override
        public boolean on(LocalDate date) {
            return MonthDay.from(date).equals(day);
        }
    }

    /** So many days after Easter Sunday; before it when negative. Good Friday is -2, Ascension 39. */
    record AfterEaster(int days) implements Holiday {

        @Override
        public boolean on(LocalDate date) {
            return Easter.of(date.getYear()).plusDays(days).equals(date);
        }
    }

    /** One day of one year: a feast that follows the moon and is announced, or a day off that was decreed. */
    record Once(LocalDate day) implements Holiday {

        @Override
        public boolean on(LocalDate date) {
            return date.equals(day);
        }
    }
}
