package org.cmm.core.alert;

import java.time.Duration;
import org.cmm.core.forecast.Forecast;
import org.cmm.core.metric.Metrics;

/**
 * What a rule looks at. Each kind makes one number of a series' readings, the greater the worse, and the rule's levels
 * and holds judge that number: all kinds share one life cycle.
 */
public sealed interface Kind {

    /** Name of the metric whose series it reads. */
    String metric();

    /** How far back readings matter to the number itself, beside the holds. */
    default Duration memory() {
        return Duration.ZERO;
    }

    /** The least number that it can make of readings. */
    default double least() {
        return 0;
    }

    /** The greatest number that it can make of readings; infinite where there is no bound. */
    default double most() {
        return Double.POSITIVE_INFINITY;
    }

    /** Which values of a metric are trouble. */
    enum Side {
        HIGH,
        /** As of a battery's charge. The number is the value with its sign turned, and so are the levels. */
        LOW;

        /** From a value in the metric's unit to the number that levels are about, and back. */
        public double turned(double value) {
            return this == HIGH ? value : 0 - value;
        }
    }

    /**
     * How many readings must agree: {@code of} of the newest {@code last}. The number is then the {@code of}-th worst
     * of them; with fewer than {@code last} readings there is none yet.
     */
    record Often(int of, int last) {

        public static final Often EVERY = new Often(1, 1);

        /** What fits into one word of memory. */
        public static final int MOST = 16;

        public Often {
            if (of < 1 || last < of || last > MOST) {
                throw new IllegalArgumentException(
                        "samples must be 1 to %d of at most %d, were %d of %d".formatted(last, MOST, of, last));
            }
        }
    }

    /** The value itself, in the metric's unit. */
    record Threshold(String metric, Side side, Often often) implements Kind {

        public static Threshold high(String metric) {
            return new Threshold(metric, Side.HIGH, Often.EVERY);
        }

        public static Threshold low(String metric) {
            return new Threshold(metric, Side.LOW, Often.EVERY);
        }

        @Override
        public double least() {
            return Metrics.find(metric)
                    .map(known -> side == Side.HIGH ? known.lowest() : side.turned(known.highest()))
                    .orElse(Double.NEGATIVE_INFINITY);
        }

        @Override
        public double most() {
            return Metrics.find(metric)
                    .map(known -> side == Side.HIGH ? known.highest() : side.turned(known.lowest()))
                    .orElse(Double.POSITIVE_INFINITY);
        }

        boolean isPlain() {
            return side == Side.HIGH && often.equals(Often.EVERY);
        }
    }

    /**
     * By how much the value grows (or falls, with {@link Side#LOW}) in an hour, measured over about this time; at least
     * half of it must be known.
     */
    record RateOfChange(String metric, Side side, Duration over) implements Kind {

        public RateOfChange {
            requireBetween("over", over, Duration.ofMinutes(1), Duration.ofDays(1));
        }

        @Override
        public Duration memory() {
            return over.plus(over.dividedBy(2));
        }
    }

    /** For how many seconds a series has had no reading while samples of its server arrive. */
    record NoData(String metric) implements Kind {}

    /** How often the machine has started within this time. */
    record RestartSeen(Duration within) implements Kind {

        /** A machine that starts more often in that time counts as this many. */
        public static final int MOST = 8;

        public RestartSeen {
            requireBetween("within", within, Duration.ofMinutes(5), Duration.ofDays(1));
        }

        @Override
        public String metric() {
            return Metrics.UPTIME.name();
        }

        @Override
        public double most() {
            return MOST;
        }

        @Override
        public Duration memory() {
            return within.plus(Boots.TOLERANCE);
        }
    }

    /**
     * How soon a file system will be full: less the seconds until then, so that sooner is worse. No reading tells it
     * but a {@linkplain ServerWatch#foretell forecast}, now and then.
     */
    record DiskFull() implements Kind {

        /** What stands for a file system that is not about to fill up, in seconds. */
        public static final double NEVER = Duration.ofDays(3650).toSeconds();

        @Override
        public String metric() {
            return Metrics.FILESYSTEM_UTILIZATION.name();
        }

        /** Seconds until it is likely full; NaN while nobody knows. */
        static double seconds(Forecast forecast) {
            return switch (forecast) {
                case Forecast.Filling filling -> filling.likely().toSeconds();
                case Forecast.Quiet quiet -> quiet.why().isCalm() ? NEVER : Double.NaN;
            };
        }
    }

    /**
     * How many times the usual spread a reading lies above (or below, with {@link Side#LOW}) what is usual for the
     * machine at this hour of the week, by its last weeks. Only notices are made of it: what is unusual need not be
     * trouble.
     */
    record Habit(String metric, Side side, Duration over) implements Kind {

        public static final Duration LEAST = Duration.ofDays(7 * org.cmm.core.forecast.Habit.LEAST_WEEKS);
        public static final Duration MOST = Duration.ofDays(7 * 8);

        public Habit {
            requireBetween("over", over, LEAST, MOST);
        }
    }

    /** Whether its number comes from forecasts instead of readings. */
    default boolean isForetold() {
        return this instanceof DiskFull;
    }

    private static void requireBetween(String name, Duration given, Duration least, Duration most) {
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s must be %ds to %ds, was %ds"
                    .formatted(name, least.toSeconds(), most.toSeconds(), given.toSeconds()));
        }
    }
}
