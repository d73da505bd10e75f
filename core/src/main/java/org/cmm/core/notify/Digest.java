package org.cmm.core.notify;

import java.time.Duration;
import java.time.Instant;

/** Whether the notices that wait for one person on one channel go out as one, so that a long cut ends in no storm. */
public final class Digest {

    /** Notices that waited longer are told together: something was cut, or quiet. */
    static final Duration LONG = Duration.ofMinutes(5);

    /** So many at once are told together however short they waited. */
    static final int MANY = 6;

    private Digest() {}

    /**
     * @param waiting how many wait, and are due
     * @param oldest when the first of them happened
     */
    public static boolean due(int waiting, Instant oldest, Instant now) {
        boolean afterACut = waiting > 1 && Duration.between(oldest, now).compareTo(LONG) > 0;
        return afterACut || waiting >= MANY;
    }
}
