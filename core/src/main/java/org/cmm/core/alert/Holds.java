package org.cmm.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Changes of level that are under way but not yet certain: for each level that is about to be entered or left, its
 * first reading in a row. Immutable; one small array, because a value that trembles makes new holds with every sample.
 */
@SuppressWarnings("EnumOrdinal") // an index within this object only: never stored, never sent
final class Holds {

    private static final int LEVELS = Severity.values().length;

    /** Nothing under way; the only instance of its kind. */
    static final Holds NONE = new Holds(Instant.MIN, new @Nullable Instant[LEVELS]);

    private final Instant lastReading;
    private final @Nullable Instant[] since;

    private Holds(Instant lastReading, @Nullable Instant[] since) {
        this.lastReading = lastReading;
        this.since = since;
    }

    /** Time of the newest reading that kept them going. */
    Instant lastReading() {
        return lastReading;
    }

    boolean areNone() {
        return this == NONE;
    }

    /** With this reading: holds of the levels it speaks for go on or start, all others break off. */
    Holds after(Instant reading, Rule rule, Predicate<Level> spokenFor) {
        boolean broken =
                areNone() || reading.isAfter(lastReading.plus(rule.timing().maxGap()));
        Holds held = NONE;
        for (Level level : rule.levels()) {
            if (spokenFor.test(level)) {
                held = held.areNone() ? new Holds(reading, new @Nullable Instant[LEVELS]) : held;
                int index = level.severity().ordinal();
                Instant first = broken ? null : since[index];
                held.since[index] = first == null ? reading : first;
            }
        }
        return held;
    }

    /** Whether this level's hold has lasted long enough. */
    boolean end(Severity level, Duration hold) {
        Instant first = since[level.ordinal()];
        return first != null && !lastReading.isBefore(first.plus(hold));
    }

    Holds above(Severity level) {
        return between(level.ordinal() + 1, LEVELS);
    }

    Holds upTo(Severity level) {
        return between(0, level.ordinal() + 1);
    }

    private Holds between(int from, int end) {
        @Nullable Instant[] kept = new @Nullable Instant[LEVELS];
        boolean none = true;
        for (int index = from; index < end; index++) {
            kept[index] = since[index];
            none &= since[index] == null;
        }
        return none ? NONE : new Holds(lastReading, kept);
    }
}
