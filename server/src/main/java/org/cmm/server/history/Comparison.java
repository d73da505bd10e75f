package org.cmm.server.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The charts of several servers over one span, point beside point.
 *
 * @param from the start of the span
 * @param to its end, not within
 * @param stepSeconds the length of one point
 * @param tier what it is drawn from, as in {@link Chart}
 * @param times the start of each point in seconds since 1970
 * @param servers in the order in which they were asked for
 */
public record Comparison(
        Instant from, Instant to, long stepSeconds, String tier, List<Long> times, List<OfServer> servers) {

    public Comparison {
        times = List.copyOf(times);
        servers = List.copyOf(servers);
    }

    /**
     * One server's part.
     *
     * @param server its code
     * @param coverage as in {@link Chart}
     * @param series whose lists run beside {@link Comparison#times()}
     * @param gaps when it was silent for longer than a point
     */
    public record OfServer(
            String server,
            String name,
            List<@Nullable Double> coverage,
            List<Chart.Line> series,
            List<Chart.Gap> gaps) {}
}
