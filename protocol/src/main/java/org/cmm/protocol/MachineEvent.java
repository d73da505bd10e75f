package org.cmm.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a machine or its agent, and how that is known.
 *
 * @param key names the event among all of its machine for ever, so that telling it twice tells it once; at most
 *     {@value #LONGEST_KEY} characters
 * @param atMillis when, milliseconds since 1970 by the machine's clock
 * @param sinceMillis when what ended then had begun at the latest, if that is known
 * @param detail a word for experts, such as the code of a stop; at most {@value #LONGEST_DETAIL} characters
 */
public record MachineEvent(
        String key,
        MachineEventKind kind,
        Evidence evidence,
        long atMillis,
        @Nullable Long sinceMillis,
        @Nullable String detail) {
    public static final int LONGEST_KEY = 100;
    public static final int LONGEST_DETAIL = 100;

    /** The same event, by a clock that shows so much more. */
    public MachineEvent later(long millis) {
        Long since = sinceMillis == null ? null : Long.valueOf(sinceMillis + millis);
        return new MachineEvent(key, kind, evidence, atMillis + millis, since, detail);
    }
}
