package org.cmm.agent.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads times such as {@code 10s} and sizes such as {@code 64MiB}. */
final class Quantity {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9})([A-Za-z]+)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Map<String, Long> BYTES = Map.of("KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private Quantity() {}

    static Optional<Duration> time(String text) {
        return times(text, MILLIS).map(Duration::ofMillis);
    }

    static Optional<Long> size(String text) {
        return times(text, BYTES);
    }

    private static Optional<Long> times(String text, Map<String, Long> units) {
        var matcher = NUMBER_AND_UNIT.matcher(text);
        return matcher.matches()
                ? Optional.ofNullable(units.get(matcher.group(2))).map(unit -> unit * Long.parseLong(matcher.group(1)))
                : Optional.empty();
    }
}
