package org.cmm.core.outage;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which nothing was heard from a machine, by CMM's clock.
 *
 * @param from the last that was heard before it
 * @param until the first that was heard after it; nothing while it lasts
 */
public record Gap(Instant from, Optional<Instant> until) {

    public Gap {
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new IllegalArgumentException("a gap must not end before it begins: %s to %s".formatted(from, until));
        }
    }

    public boolean isOpen() {
        return until.isEmpty();
    }

    /** Its time so far. */
    public Span span(Instant now) {
        Instant end = until.orElse(now);
        return new Span(from, end.isBefore(from) ? from : end);
    }
}
