package org.cmm.agent.journal;

import java.time.Duration;

/** Lengths of time as people say them, in their two largest units. */
public final class TimeText {
    private TimeText() {}

    /** Such as {@code 3 d 4 h}, {@code 1 h 5 min}, {@code 2 min 10 s} or {@code 7 s}. */
    public static String of(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
