package org.cmm.server.alert;

import java.time.Duration;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Kind.Often;
import org.cmm.core.alert.Kind.Side;

/**
 * A kind of rule as columns and for programs.
 *
 * @param kind {@link #THRESHOLD}, {@link #RATE}, {@link #NO_DATA}, {@link #RESTART}, {@link #DISK_FULL} or
 *     {@link #HABIT}
 * @param side {@code high} or {@code low}
 */
record KindRow(String kind, String metric, String side, int agreeing, int ofLast, Duration over) {

    static final String THRESHOLD = "threshold";
    static final String RATE = "rate-of-change";
    static final String NO_DATA = "no-data";
    static final String RESTART = "restart-seen";
    static final String DISK_FULL = "disk-full";
    static final String HABIT = "habit";
    static final String SILENCE = "silence";

    static KindRow of(Kind kind) {
        return switch (kind) {
            case Kind.Threshold(String metric, Side side, Often often) ->
                new KindRow(THRESHOLD, metric, Words.word(side), often.of(), often.last(), Duration.ZERO);
            case Kind.RateOfChange(String metric, Side side, Duration over) ->
                new KindRow(RATE, metric, Words.word(side), 1, 1, over);
            case Kind.NoData(String metric) -> new KindRow(NO_DATA, metric, "high", 1, 1, Duration.ZERO);
            case Kind.RestartSeen restart -> new KindRow(RESTART, restart.metric(), "high", 1, 1, restart.within());
            case Kind.Habit(String metric, Side side, Duration over) ->
                new KindRow(HABIT, metric, Words.word(side), 1, 1, over);
            case Kind.DiskFull full -> new KindRow(DISK_FULL, full.metric(), "high", 1, 1, Duration.ZERO);
        };
    }

    /**
     * In core's terms.
     *
     * @throws IllegalArgumentException when core refuses it or the kind is none of these
     */
    Kind kindOf() {
        return switch (kind) {
            case THRESHOLD -> new Kind.Threshold(metric, low(), new Often(agreeing, ofLast));
            case RATE -> new Kind.RateOfChange(metric, low(), over);
            case NO_DATA -> new Kind.NoData(metric);
            case RESTART -> new Kind.RestartSeen(over);
            case DISK_FULL -> new Kind.DiskFull();
            case HABIT -> new Kind.Habit(metric, low(), over);
            default ->
                throw new IllegalArgumentException("kind must be one of %s, %s, %s, %s, %s, %s, was '%.40s'"
                        .formatted(THRESHOLD, RATE, NO_DATA, RESTART, DISK_FULL, HABIT, kind));
        };
    }

    private Side low() {
        return side.equals("low") ? Side.LOW : Side.HIGH;
    }

    /**
     * From a level's number to what people read and write, and back: battery charge falls below 20 %, not above −20,
     * and a disk is full within a week, not after minus a week.
     */
    static double turned(Kind kind, double level) {
        return switch (kind) {
            case Kind.Threshold(String _, Side side, Often _) -> side.turned(level);
            case Kind.DiskFull _ -> Side.LOW.turned(level);
            case Kind.RateOfChange _, Kind.NoData _, Kind.RestartSeen _, Kind.Habit _ -> level;
        };
    }
}
