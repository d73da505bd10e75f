package org.cmm.core.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A gap with its cause, as availability counts it.
 *
 * @param parts the whole gap so far, in order
 */
public record Outage(Instant from, Optional<Instant> until, Cause cause, List<Part> parts) {

    public Outage {
        parts = List.copyOf(parts);
    }
}
