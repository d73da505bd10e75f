package org.cmm.server.history;

import java.util.Map;

/**
 * The newest sample of a server.
 *
 * @param receivedAtMillis when CMM last heard of the server, by CMM's clock; of an old sample read back at start, its
 *     own time
 * @param atMillis when it was measured
 * @param values by the series' text, such as {@code system.filesystem.utilization{system.filesystem.mountpoint=/}};
 *     absent readings are left out
 */
public record Latest(long receivedAtMillis, long atMillis, Map<String, Double> values) {

    public Latest {
        values = Map.copyOf(values);
    }
}
