package org.cmm.core.outage;

import java.time.Instant;
import java.util.List;

/**
 * When a machine was started, as its uptime says: whatever its clock shows, uptime counts from the start.
 *
 * @param at each start that is known, by CMM's clock
 * @param known whether an uptime was read after the gap; without, that no start is known proves nothing
 */
public record Starts(List<Instant> at, boolean known) {

    /** Nobody read an uptime. */
    public static final Starts UNTOLD = new Starts(List.of(), false);

    public Starts {
        at = List.copyOf(at);
    }
}
