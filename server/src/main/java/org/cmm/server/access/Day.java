package org.cmm.server.access;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A day as an address writes it, {@code 2026-11-24}. */
@Schema(implementation = LocalDate.class)
record Day(LocalDate date) {

    /** @throws org.cmm.server.platform.ProblemException when it is no day */
    public static Day valueOf(String text) {
        return read(text).orElseThrow(() -> Problem.invalid(List.of(new Problem.FieldFault(
                        "from, to", "a day is written like 2026-11-24, not '%.40s'".formatted(text))))
                .exception());
    }

    static Optional<LocalDate> dateOf(@Nullable Day day) {
        return Optional.ofNullable(day).map(Day::date);
    }

    private static Optional<Day> read(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= 1970 && date.getYear() <= 9998 ? Optional.of(new Day(date)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** For a page, where a field that was left empty says nothing. */
    static Optional<LocalDate> typed(@Nullable String text) {
        return text == null ? Optional.empty() : read(text).map(Day::date);
    }
}
