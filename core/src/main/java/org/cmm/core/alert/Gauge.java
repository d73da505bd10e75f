package org.cmm.core.alert;

import org.cmm.core.forecast.Habit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the number that a rule judges out of a series' readings, in their order. Taking the newest reading a second
 * time changes nothing and answers the same. Nothing is allocated. Guarded as its {@link Watch} is.
 */
abstract sealed class Gauge permits Gauge.Turned, Votes, Slope, Age, Boots, Departure {

    /**
     * The number now; NaN while it cannot be told.
     *
     * @param value the newest reading, NaN when absent
     */
    abstract double read(double value, long atMillis);

    /** What the newest reading is to people, in the unit of the rule. */
    double told(double value, double number) {
        return number;
    }

    /** What is usual, for those that want to know; null when nobody knows. */
    void learn(@Nullable Habit habit) {}

    /** As if there had been no reading. */
    abstract void forget();

    static Gauge of(Rule rule) {
        return switch (rule.kind()) {
            case Kind.Threshold threshold
            when threshold.often().equals(Kind.Often.EVERY) ->
                threshold.side() == Kind.Side.HIGH ? Turned.HIGH : Turned.LOW;
            case Kind.Threshold threshold -> new Votes(rule, threshold);
            case Kind.RateOfChange rate -> new Slope(rate);
            case Kind.NoData _ -> new Age();
            case Kind.RestartSeen restart -> new Boots(restart.within());
            case Kind.DiskFull _ -> Turned.LOW;
            case Kind.Habit habit -> new Departure(habit.side());
        };
    }

    /** The reading itself or its negative; it remembers nothing and is shared. */
    static final class Turned extends Gauge {

        static final Turned HIGH = new Turned(Kind.Side.HIGH);
        static final Turned LOW = new Turned(Kind.Side.LOW);

        private final Kind.Side side;

        private Turned(Kind.Side side) {
            this.side = side;
        }

        @Override
        double read(double value, long atMillis) {
            return side.turned(value);
        }

        @Override
        double told(double value, double number) {
            return value;
        }

        @Override
        void forget() {}
    }
}
