package org.cmm.server.notify;

import java.util.Optional;
import org.cmm.core.notify.Holiday;
import org.cmm.server.access.Language;

/**
 * A line of the calendar.
 *
 * @param law which part of the law has it; empty for a day that an administrator added
 */
record HolidayEntry(int id, String name, String nameFrench, Optional<Law> law, Holiday holiday) {

    /** How law 73/5 of 7 December 1973 calls its holidays. */
    enum Law {
        CIVIL,
        RELIGIOUS
    }

    String in(Language language) {
        return language == Language.FRENCH ? nameFrench : name;
    }

    /** Whether somebody enters its date. */
    boolean isEntered() {
        return holiday instanceof Holiday.Once || holiday instanceof Holiday.Lunar;
    }

    /** Its rule for programs and in the database. */
    String rule() {
        return switch (holiday) {
            case Holiday.Fixed _ -> "fixed";
            case Holiday.AfterEaster _ -> "easter";
            case Holiday.Lunar _ -> "lunar";
            case Holiday.Once _ -> "once";
        };
    }
}
