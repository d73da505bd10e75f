package org.cmm.server.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** How far back from now people look. */
enum Reach {
    HOUR("1h", Duration.ofHours(1)),
    DAY("24h", Duration.ofDays(1)),
    WEEK("7d", Duration.ofDays(7)),
    MONTH("30d", Duration.ofDays(30)),
    QUARTER("90d", Duration.ofDays(90)),
    YEAR("1y", Duration.ofDays(365)),
    FIVE_YEARS("5y", Duration.ofDays(366 * 5));

    private final String word;
    private final Duration length;

    Reach(String word, Duration length) {
        this.word = word;
        this.length = length;
    }

    /** As addresses say it. */
    String word() {
        return word;
    }

    Duration length() {
        return length;
    }

    Stretch until(Instant now) {
        return new Stretch(now.minus(length), now);
    }

    String label(TrendMessages words) {
        return switch (this) {
            case HOUR -> words.hour();
            case DAY -> words.day();
            case WEEK -> words.week();
            case MONTH -> words.month();
            case QUARTER -> words.quarter();
            case YEAR -> words.year();
            case FIVE_YEARS -> words.fiveYears();
        };
    }

    static Optional<Reach> of(String word) {
        return Arrays.stream(values()).filter(reach -> reach.word.equals(word)).findFirst();
    }
}
