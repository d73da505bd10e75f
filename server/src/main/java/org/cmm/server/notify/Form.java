package org.cmm.server.notify;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a browser sent of a form, before anybody trusts it. */
record Form(@Nullable MultivaluedMap<String, String> sent) {

    /** Without blanks around it; empty when it was not sent. */
    String line(String field) {
        return text(field).strip();
    }

    /** As it was typed, with lines that end as they do everywhere else. */
    String text(String field) {
        String value = sent == null ? null : sent.getFirst(field);
        return value == null ? "" : value.replace("\r\n", "\n").replace("\0", "");
    }

    boolean checked(String field) {
        return !line(field).isEmpty();
    }

    List<String> all(String field) {
        List<String> values = sent == null ? null : sent.get(field);
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Whole numbers among what was sent; whatever is none is left out. */
    List<Integer> numbers(String field) {
        return all(field).stream()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }

    Optional<Integer> number(String field) {
        return numbers(field).stream().findFirst();
    }

    Optional<LocalTime> time(String field) {
        try {
            return Optional.of(LocalTime.parse(line(field)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day that a calendar of today may hold. */
    Optional<LocalDate> day(String field) {
        return parsedDay(line(field));
    }

    static Optional<LocalDate> parsedDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 1970 && day.getYear() <= 9998 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<ZoneId> zone(String field) {
        String name = line(field);
        boolean known = name.equals("UTC")
                || (name.contains("/") && ZoneId.getAvailableZoneIds().contains(name));
        return known ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** Adds what a program sent to what is read as a form; null is not sent. */
    static void put(MultivaluedMap<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.add(name, value);
        }
    }
}
