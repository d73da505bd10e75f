package org.cmm.server.trend;

import java.time.Duration;
import org.cmm.server.platform.Figures;

/** A figure by which machines are ranked. */
enum TopColumn {
    MEAN("mean", Kind.SHARE, true),
    MAXIMUM("maximum", Kind.SHARE, true),
    /** The newest reading of the span. */
    LAST("last", Kind.SHARE, true),
    /** Of the used share, a day. */
    GROWTH("growth", Kind.SHARE_A_DAY, true),
    /** At this growth, from the newest reading on. */
    FULL_IN("full-in-days", Kind.DAYS, false),
    AVAILABILITY("availability", Kind.SHARE, false),
    DOWN("down-seconds", Kind.SECONDS, true),
    FAILURES("failures", Kind.COUNT, true);

    private enum Kind {
        SHARE,
        SHARE_A_DAY,
        DAYS,
        SECONDS,
        COUNT
    }

    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private final String word;
    private final Kind kind;
    private final boolean mostFirst;

    TopColumn(String word, Kind kind, boolean mostFirst) {
        this.word = word;
        this.kind = kind;
        this.mostFirst = mostFirst;
    }

    /** As addresses, programs and files say it. */
    String word() {
        return word;
    }

    /** Whether the largest number is the one to look at first. */
    boolean mostFirst() {
        return mostFirst;
    }

    String text(double value, Figures figures) {
        return switch (kind) {
            case SHARE -> figures.percent(value, this == AVAILABILITY ? 2 : 1);
            case SHARE_A_DAY -> (value > 0 ? "+" : "") + figures.percent(value, 2);
            case DAYS -> figures.duration(Duration.ofSeconds(Math.round(value * SECONDS_A_DAY)));
            case SECONDS -> figures.duration(Duration.ofSeconds(Math.round(value)));
            case COUNT -> figures.count(Math.round(value));
        };
    }

    String label(TopMessages words) {
        return switch (this) {
            case MEAN -> words.mean();
            case MAXIMUM -> words.maximum();
            case LAST -> words.last();
            case GROWTH -> words.growth();
            case FULL_IN -> words.fullIn();
            case AVAILABILITY -> words.availability();
            case DOWN -> words.down();
            case FAILURES -> words.failures();
        };
    }
}
