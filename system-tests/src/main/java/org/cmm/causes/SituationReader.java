package org.cmm.causes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Evidence;
import org.cmm.core.outage.Gap;
import org.cmm.core.outage.Sign;
import org.cmm.core.outage.SiteSigns;
import org.cmm.core.outage.Span;
import org.cmm.core.outage.Starts;

/**
 * Reads a line of {@link Situations}. A time earlier than the silence's begin in the small hours is of the day after.
 */
final class SituationReader {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Pattern TOLD = Pattern.compile("([a-z-]+)@([\\d:]+)(\\*)?(?:<([\\d:]+))?(?:#(.+))?");
    private static final Duration LOOKED_AT = Duration.ofMinutes(30);

    private final Instant begin;
    private final boolean overnight;

    private SituationReader(String silence) {
        String[] ends = silence.split("-", 2);
        LocalTime from = LocalTime.parse(ends[0]);
        begin = DAY.atTime(from).toInstant(ZoneOffset.UTC);
        overnight = !ends[1].isEmpty() && LocalTime.parse(ends[1]).isBefore(from);
    }

    static Situation read(String line) {
        String[] parts = line.split("\\|", -1);
        for (int part = 0; part < parts.length; part++) {
            parts[part] = parts[part].strip();
        }
        return new SituationReader(parts[1]).situation(parts);
    }

    private Situation situation(String[] parts) {
        String[] ends = parts[1].split("-", 2);
        Optional<Instant> until = ends[1].isEmpty() ? Optional.empty() : Optional.of(time(ends[1]));
        Evidence evidence = new Evidence(
                signs(parts[4]),
                starts(parts[2]),
                spans(parts[3]),
                site(parts[5]),
                spans(parts[6]),
                parts[4].contains("battery,"),
                until.orElse(begin).plus(LOOKED_AT));
        String[] right = parts[7].split(",", -1);
        return new Situation(parts[0], new Gap(begin, until), evidence, cause(right[0]), minutes(right));
    }

    private static Cause cause(String word) {
        return Cause.valueOf(word.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Map<Cause, Long> minutes(String[] right) {
        Map<Cause, Long> minutes = new EnumMap<>(Cause.class);
        for (String part : Arrays.copyOfRange(right, 1, right.length)) {
            String[] words = part.strip().split(" ", -1);
            minutes.put(cause(words[0]), Long.valueOf(words[1]));
        }
        return minutes;
    }

    private Instant time(String text) {
        LocalTime time = LocalTime.parse(text);
        boolean nextDay = overnight && time.isBefore(LocalTime.NOON);
        return (nextDay ? DAY.plusDays(1) : DAY).atTime(time).toInstant(ZoneOffset.UTC);
    }

    private Starts starts(String text) {
        return switch (text) {
            case "?" -> Starts.UNTOLD;
            case "same" -> new Starts(List.of(begin.minus(Duration.ofHours(50))), true);
            default -> new Starts(List.of(begin.minus(Duration.ofHours(50)), time(text)), true);
        };
    }

    private List<Span> spans(String text) {
        if (text.equals("-")) {
            return List.of();
        }
        return Arrays.stream(text.split(",", -1))
                .map(span -> new Span(time(span.split("-", -1)[0]), time(span.split("-", -1)[1])))
                .toList();
    }

    private List<Sign> signs(String text) {
        List<Sign> signs = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher told = TOLD.matcher(part.strip());
            if (told.matches()) {
                signs.add(new Sign(
                        Sign.Kind.valueOf(told.group(1).toUpperCase(Locale.ROOT).replace('-', '_')),
                        time(told.group(2)),
                        Optional.ofNullable(told.group(4)).map(this::time),
                        told.group(3) != null,
                        Optional.ofNullable(told.group(5)).orElse("")));
            } else if (!part.strip().equals("-") && !part.strip().equals("battery")) {
                throw new IllegalArgumentException("what was told is not understood: " + part);
            }
        }
        return signs;
    }

    private static SiteSigns site(String text) {
        Map<String, Integer> counts = new HashMap<>();
        String[] words = text.split(" ", -1);
        for (int at = 0; at + 1 < words.length; at += 2) {
            counts.put(words[at], Integer.valueOf(words[at + 1]));
        }
        return new SiteSigns(
                counts.getOrDefault("heard", 0),
                counts.getOrDefault("silent", 0),
                counts.getOrDefault("back", 0),
                counts.getOrDefault("restarted", 0),
                counts.getOrDefault("continued", 0),
                counts.getOrDefault("mains", 0),
                text.endsWith("everywhere"));
    }
}
