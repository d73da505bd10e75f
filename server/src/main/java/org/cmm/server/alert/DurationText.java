package org.cmm.server.alert;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people type them: {@code 90 s}, {@code 10 min}, {@code 1 h}; days are {@code d} or {@code j}. */
final class DurationText {

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9})\\p{Z}*(s|m|min|h|d|j)?");
    private static final Map<String, Long> SECONDS =
            Map.of("s", 1L, "m", 60L, "min", 60L, "h", 3_600L, "d", 86_400L, "j", 86_400L);

    private DurationText() {}

    /** In the largest unit that tells it whole. */
    static String write(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds > 86_400 && seconds % 86_400 == 0) {
            return seconds / 86_400 + " d";
        }
        if (seconds > 0 && seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    /** A number without a unit is one of seconds. */
    static Optional<Duration> read(String text) {
        Matcher parts = NUMBER_AND_UNIT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        long unit = parts.group(2) == null ? 1 : SECONDS.getOrDefault(parts.group(2), 1L);
        return Optional.of(Duration.ofSeconds(unit * Long.parseLong(parts.group(1))));
    }
}
