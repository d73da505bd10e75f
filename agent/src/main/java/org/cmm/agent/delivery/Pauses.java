package org.cmm.agent.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt. Every pause is spread by a tenth either way, so that five hundred agents do
 * not come back all at once when a link does.
 */
public final class Pauses {
    private static final Duration SOON = Duration.ofSeconds(1);
    static final Duration FIRST = Duration.ofSeconds(5);
    public static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double SPREAD = 0.1;
    private static final int MOST_DOUBLINGS = 10;

    private final Duration usual;
    private final DoubleSupplier random;

    /**
     * Pauses around a usual one.
     *
     * @param usual between two deliveries when all is well
     * @param random 0 to 1
     */
    public Pauses(Duration usual, DoubleSupplier random) {
        this.usual = usual;
        this.random = random;
    }

    Duration usual() {
        return spread(usual);
    }

    /** Short, so that whoever has just started an agent soon sees its machine. */
    Duration untilFirstSample() {
        return spread(usual.compareTo(SOON) < 0 ? usual : SOON);
    }

    /** Doubles with each failure in a row, from the shorter of 5 s and the usual one up to 5 min. */
    public Duration afterFailures(int failures) {
        Duration first = FIRST.compareTo(usual) < 0 ? FIRST : usual;
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return spread(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }

    /** The server knows better when it will have time, within reason. */
    Duration afterFailures(int failures, Optional<Duration> asked) {
        Duration own = afterFailures(failures);
        return asked.map(time -> time.compareTo(LONGEST) < 0 ? time : LONGEST)
                .filter(time -> time.compareTo(own) > 0)
                .map(this::spread)
                .orElse(own);
    }

    Duration afterRevocation() {
        return spread(LONGEST);
    }

    private Duration spread(Duration pause) {
        double factor = 1 + SPREAD * (2 * random.getAsDouble() - 1);
        return Duration.ofNanos((long) (pause.toNanos() * factor));
    }
}
