package org.cmm.core.alert;

import java.time.Instant;
import org.cmm.core.alert.Kind.Side;
import org.cmm.core.forecast.Habit;
import org.jspecify.annotations.Nullable;

/**
 * How many times its usual spread a reading lies away from what is usual at this hour of the week. Unknown until the
 * habit is {@linkplain ServerWatch#learn learnt}. What is usual is looked up once an hour.
 */
final class Departure extends Gauge {

    private final Side side;
    private @Nullable Habit habit;
    private double median = Double.NaN;
    private double spread = Double.NaN;
    private long fromMillis;
    private long untilMillis;

    Departure(Side side) {
        this.side = side;
    }

    @Override
    double read(double value, long atMillis) {
        if (habit == null || Double.isNaN(value)) {
            return Double.NaN;
        }
        if (atMillis >= untilMillis || atMillis < fromMillis) {
            Habit.Usual usual = habit.at(Instant.ofEpochMilli(atMillis));
            median = usual.median();
            spread = usual.spread();
            fromMillis = atMillis;
            untilMillis = usual.untilMillis();
        }
        return side.turned((value - median) / spread);
    }

    @Override
    double told(double value, double number) {
        return number;
    }

    @Override
    void learn(@Nullable Habit learnt) {
        habit = learnt;
        untilMillis = Long.MIN_VALUE;
    }

    @Override
    void forget() {}
}
