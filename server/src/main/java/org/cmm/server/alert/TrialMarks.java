package org.cmm.server.alert;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cmm.core.alert.Replay.Episode;
import org.cmm.server.alert.RuleReplay.Mark;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;

/** Real trouble as fields of a form: alerts that were ticked, and a time on a machine that was typed. */
final class TrialMarks {

    static final String FIELD = "mark";

    private static final Pattern VALUE = Pattern.compile("(\\d{1,13}) (\\d{1,13}) (.{1,100})");

    private final Servers servers;
    private final ZoneId zone;

    TrialMarks(Servers servers, ZoneId zone) {
        this.servers = servers;
        this.zone = zone;
    }

    /** @param faulty whether something cannot be read */
    record Read(List<Mark> marks, boolean faulty) {}

    Read read(MultivaluedMap<String, String> fields) {
        Set<Mark> marks = new LinkedHashSet<>();
        List<String> ticked = fields.getOrDefault(FIELD, List.of());
        ticked.stream().limit(RuleReplay.MOST_MARKS + 1L).forEach(value -> ticked(value)
                .ifPresent(marks::add));
        boolean nothingTyped = List.of("mark-server", "mark-from", "mark-to").stream()
                .allMatch(name -> RuleForm.field(fields, name).isBlank());
        Optional<Mark> typed = nothingTyped ? Optional.empty() : typed(fields);
        typed.ifPresent(marks::add);
        boolean faulty = !nothingTyped && typed.isEmpty() || marks.size() > RuleReplay.MOST_MARKS;
        return new Read(List.copyOf(marks), faulty);
    }

    /** An alert as something to tick: its first two days, if it lasted longer. */
    static Mark of(Server server, Episode episode, Instant now) {
        Instant end = episode.to().orElse(now);
        Instant longest = episode.from().plus(RuleReplay.LONGEST_MARK);
        return new Mark(server, episode.from(), end.isBefore(longest) ? end : longest);
    }

    static String value(Mark mark) {
        return mark.from().toEpochMilli() + " " + mark.to().toEpochMilli() + " "
                + mark.server().code();
    }

    private Optional<Mark> ticked(String value) {
        Matcher parts = VALUE.matcher(value);
        return parts.matches()
                ? mark(
                        parts.group(3),
                        Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                        Instant.ofEpochMilli(Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    private Optional<Mark> typed(MultivaluedMap<String, String> fields) {
        Optional<Instant> from = time(RuleForm.field(fields, "mark-from"));
        Optional<Instant> to = time(RuleForm.field(fields, "mark-to"));
        return from.isPresent() && to.isPresent()
                ? mark(RuleForm.field(fields, "mark-server").strip(), from.get(), to.get())
                : Optional.empty();
    }

    private Optional<Mark> mark(String code, Instant from, Instant to) {
        boolean possible = !to.isBefore(from) && Duration.between(from, to).compareTo(RuleReplay.LONGEST_MARK) <= 0;
        return possible ? servers.byCode(code).map(server -> new Mark(server, from, to)) : Optional.empty();
    }

    /** As a browser's field for a time writes it, in the institution's zone. */
    private Optional<Instant> time(String text) {
        try {
            Instant time = LocalDateTime.parse(text.strip()).atZone(zone).toInstant();
            boolean sane = time.isAfter(Instant.EPOCH) && time.isBefore(Instant.EPOCH.plus(Duration.ofDays(73_000)));
            return sane ? Optional.of(time) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
