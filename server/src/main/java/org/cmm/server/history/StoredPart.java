package org.cmm.server.history;

import java.time.Duration;
import java.time.Instant;
import org.cmm.core.history.Tier;

/**
 * A partition of a tier on disk.
 *
 * @param closed whether it holds blocks
 * @param from the start of its time
 * @param to its end, not within
 * @param bytes with indexes and all that is stored beside
 */
record StoredPart(Tier tier, boolean closed, Instant from, Instant to, long bytes) {

    /** Whether it goes when its tier is kept for so long. */
    boolean isOlderThan(Instant oldest) {
        return !to.isAfter(oldest);
    }

    Duration length() {
        return Duration.between(from, to);
    }
}
