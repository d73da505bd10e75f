package org.cmm.server.overview;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far back the charts go. */
enum Span {
    HOUR("1h", Duration.ofHours(1)),
    DAY("24h", Duration.ofDays(1)),
    WEEK("7d", Duration.ofDays(7)),
    MONTH("30d", Duration.ofDays(30)),
    YEAR("1y", Duration.ofDays(365));

    private final String word;
    private final Duration length;

    Span(String word, Duration length) {
        this.word = word;
        this.length = length;
    }

    String word() {
        return word;
    }

    Duration length() {
        return length;
    }

    static Span of(@Nullable String word) {
        for (Span span : values()) {
            if (span.word.equals(word)) {
                return span;
            }
        }
        return HOUR;
    }

    /** A stretch of time that ends before now, as an address says it; null when it says none that makes sense. */
    record Stretch(long from, long to) {

        static @Nullable Stretch of(@Nullable String from, @Nullable String to) {
            if (from == null || to == null || !from.matches("\\d{1,10}") || !to.matches("\\d{1,10}")) {
                return null;
            }
            Stretch stretch = new Stretch(Long.parseLong(from), Long.parseLong(to));
            return stretch.from < stretch.to ? stretch : null;
        }

        static Stretch endingAt(Instant end, Duration length) {
            return new Stretch(end.minus(length).getEpochSecond(), end.getEpochSecond());
        }

        Stretch before() {
            return new Stretch(from - (to - from), from);
        }

        Stretch after() {
            return new Stretch(to, to + (to - from));
        }
    }
}
