package org.cmm.core.forecast;

import java.time.Duration;

/** When a volume will be full, counted from its newest daily maximum; a time between two others, or nothing at all. */
public sealed interface Forecast {

    /**
     * It fills up.
     *
     * @param soonest if it grows as in the fast stretches of its past
     * @param likely if it grows as in the middle one
     * @param latest if it grows as in the slow ones; at least half a day after {@code soonest}
     */
    record Filling(Duration soonest, Duration likely, Duration latest) implements Forecast {}

    /** Nothing is foretold. */
    record Quiet(Why why) implements Forecast {}

    /** Why nothing is foretold. */
    enum Why {
        /** Too few days are known yet. */
        TOO_FEW_DAYS,
        /** It suddenly held much more, and too few days have passed since. */
        JUMPED,
        /** It was cleaned up, or is larger now, and too few days have passed since. */
        EMPTIED,
        /** It is emptied again and again, and holds no more than at earlier times before that. */
        EMPTIED_AGAIN,
        /** It grows too little or too unevenly to say anything. */
        STEADY,
        /** It grows, and would be full only after more days than anybody can see ahead. */
        FAR;

        /** Whether it is known that the volume is not about to fill up; else nobody knows. */
        public boolean isCalm() {
            return this != TOO_FEW_DAYS && this != JUMPED;
        }
    }
}
