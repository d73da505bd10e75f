package org.cmm.server.outage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cmm.core.outage.Span;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;

/**
 * The time that somebody asks for, as an address writes it: days of the institution, both of which belong to it, or
 * times to the second.
 *
 * @param from such as 2026-11-01 or 2026-11-01T06:00:00Z; empty for thirty days before the end
 * @param to empty for now
 */
public record Period(String from, String to) {

    static final Duration USUAL = Duration.ofDays(30);
    public static final Duration LONGEST = Duration.ofDays(366 * 10);
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    public Period {
        from = from.strip();
        to = to.strip();
    }

    /** @throws org.cmm.server.platform.ProblemException where that is no period */
    public Span span(ZoneId zone, Instant now) {
        Instant end = to.isEmpty() ? now : end(zone);
        Instant start = from.isEmpty() ? end.minus(USUAL) : instant("from", from, zone, 0);
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw fault("from", "'from' must be before 'to', and at most ten years before");
        }
        return new Span(start, end);
    }

    private Instant end(ZoneId zone) {
        return instant("to", to, zone, 1);
    }

    private static Instant instant(String field, String text, ZoneId zone, int daysOn) {
        try {
            Instant time = text.length() == 10
                    ? LocalDate.parse(text).plusDays(daysOn).atStartOfDay(zone).toInstant()
                    : Instant.parse(text);
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                throw new DateTimeException("out of range");
            }
            return time;
        } catch (DateTimeException e) {
            throw fault(
                    field,
                    "'%s' must be a day such as 2026-11-01 or a time such as 2026-11-01T06:00:00Z, was '%.40s'"
                            .formatted(field, text));
        }
    }

    private static RuntimeException fault(String field, String detail) {
        return Problem.invalid(List.of(new FieldFault(field, detail))).exception();
    }
}
