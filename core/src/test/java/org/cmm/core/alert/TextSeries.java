package org.cmm.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Series that read aloud: {@code series("1m", "40x5 95x3 gap 20")} is five readings of 40 %, three of 95 %, a minute
 * without a sample, and one of 20 %. {@code absent} is a sample without this reading.
 */
final class TextSeries {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /** @param value a ratio, or NaN for an absent reading */
    record Reading(Instant at, double value) {}

    private TextSeries() {}

    static List<Reading> series(String step, String text) {
        Duration pace = Duration.parse("PT" + step.toUpperCase(Locale.ROOT));
        List<Reading> readings = new ArrayList<>();
        Instant at = START;
        for (String word : text.split(" ", -1)) {
            String[] parts = word.split("x", -1);
            int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
            for (int time = 0; time < times; time++) {
                if (!parts[0].equals("gap")) {
                    readings.add(new Reading(at, value(parts[0])));
                }
                at = at.plus(pace);
            }
        }
        return readings;
    }

    private static double value(String word) {
        return word.equals("absent") ? Double.NaN : Double.parseDouble(word) / 100;
    }
}
