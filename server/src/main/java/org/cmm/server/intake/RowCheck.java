package org.cmm.server.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cmm.server.history.StoredLayout;

/** Decides whether a row may be stored: its time must be believable and each value possible. */
final class RowCheck {

    /** A corrected time this far ahead is no measurement of ours. */
    static final Duration MOST_AHEAD = Duration.ofMinutes(10);

    /** Agents keep their samples for a month; a year leaves room for a machine that was in a cupboard. */
    static final Duration MOST_BEHIND = Duration.ofDays(400);

    private final StoredLayout layout;
    private final long earliest;
    private final long latest;

    RowCheck(StoredLayout layout, long nowMillis) {
        this.layout = layout;
        this.earliest = nowMillis - MOST_BEHIND.toMillis();
        this.latest = nowMillis + MOST_AHEAD.toMillis();
    }

    /** Why the row starting at {@code from} in {@code values} is refused; nothing when it may be stored. */
    Optional<String> fault(long atMillis, double[] values, int from) {
        if (atMillis > latest) {
            return Optional.of("its time %s is more than %d minutes ahead; set the clock right"
                    .formatted(written(atMillis), MOST_AHEAD.toMinutes()));
        }
        if (atMillis < earliest) {
            return Optional.of("its time %s is more than %d days ago; set the clock right"
                    .formatted(written(atMillis), MOST_BEHIND.toDays()));
        }
        for (int column = 0; column < layout.columns(); column++) {
            if (!layout.admits(column, values[from + column])) {
                return Optional.of("%s cannot be %s".formatted(layout.series().get(column), values[from + column]));
            }
        }
        return Optional.empty();
    }

    private static String written(long millis) {
        return Math.abs(millis) > 1L << 50
                ? millis + " ms"
                : Instant.ofEpochMilli(millis).toString();
    }
}
