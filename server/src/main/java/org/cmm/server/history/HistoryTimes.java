package org.cmm.server.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cmm.core.metric.Metrics;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A span and metrics that a program asks for, checked.
 *
 * @param from the start
 * @param to the end, not within; at most {@link #LONGEST} later
 */
record HistoryTimes(Instant from, Instant to) {

    static final Duration LONGEST = Duration.ofDays(366 * 5);

    /**
     * @param usual how far before its end a span begins that says no beginning
     * @throws org.cmm.server.platform.ProblemException naming what is wrong
     */
    static HistoryTimes of(@Nullable String from, @Nullable String to, Duration usual, Instant now) {
        @Nullable Instant begin = from == null ? null : instant("from", from);
        Instant end = to == null ? now : instant("to", to);
        Instant start = begin == null ? end.minus(usual) : begin;
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw fault("from", "'from' must be before 'to', and at most five years before");
        }
        return new HistoryTimes(start, end);
    }

    /** @throws org.cmm.server.platform.ProblemException when a name is none of the catalogue */
    static Set<String> known(List<String> metrics) {
        Set<String> names = new LinkedHashSet<>(metrics);
        for (String name : names) {
            if (Metrics.find(name).isEmpty()) {
                throw fault("metric", HistoryResource.unknown(name));
            }
        }
        return names;
    }

    static RuntimeException fault(String field, String detail) {
        return Problem.invalid(List.of(new Problem.FieldFault(field, detail))).exception();
    }

    private static Instant instant(String field, String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
                throw new DateTimeException("out of range");
            }
            return time;
        } catch (DateTimeException e) {
            throw fault(field, "'%s' must be a time such as 2026-11-23T10:00:00Z, was '%.40s'".formatted(field, text));
        }
    }
}
