package org.cmm.server.trend;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A stretch of time from {@code from} until before {@code to}, at most {@link #LONGEST}. */
record Stretch(Instant from, Instant to) {

    static final Duration LONGEST = Duration.ofDays(366 * 5);
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /**
     * What an address or a form says.
     *
     * @param from a time as {@link #time} reads it; empty for {@code usual} before the end
     * @param to such a time; empty for now
     * @return nothing when that makes no stretch
     */
    static Optional<Stretch> of(String from, String to, Duration usual, ZoneId zone, Instant now) {
        Optional<Instant> end = to.isBlank() ? Optional.of(now) : time(to, zone);
        Optional<Instant> start = from.isBlank() ? end.map(time -> time.minus(usual)) : time(from, zone);
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        Stretch stretch = new Stretch(start.get(), end.get());
        boolean sound = stretch.from.isBefore(stretch.to) && stretch.length().compareTo(LONGEST) <= 0;
        return sound ? Optional.of(stretch) : Optional.empty();
    }

    /** Seconds since 1970, or {@code 2026-11-23T10:00} on the clock of the zone, or {@code 2026-11-23T09:00:00Z}. */
    static Optional<Instant> time(String text, ZoneId zone) {
        String typed = text.strip();
        try {
            return Optional.of(read(typed, zone)).filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant read(String typed, ZoneId zone) {
        if (typed.matches("\\d{1,10}")) {
            return Instant.ofEpochSecond(Long.parseLong(typed));
        }
        return typed.endsWith("Z")
                ? Instant.parse(typed)
                : LocalDateTime.parse(typed).atZone(zone).toInstant();
    }

    Duration length() {
        return Duration.between(from, to);
    }

    Stretch before() {
        return new Stretch(from.minus(length()), from);
    }

    Stretch after() {
        return new Stretch(to, to.plus(length()));
    }

    /** As a field for date and time holds it. */
    static String field(Instant time, ZoneId zone) {
        return FIELD.format(time.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
