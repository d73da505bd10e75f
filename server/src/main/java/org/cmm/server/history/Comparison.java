package org.cmm.server.history;

import java.time.Instant;
import java.util.List;

/**
 * The charts of several servers over one span, point beside point.
 *
 * @param from the start of the span
 * @param to its end, not within
 * @param stepSeconds the length of one point
 * @param everySample false when some points were drawn from a few samples only
 * @param times the start of each point in seconds since 1970
 * @param servers in the order in which they were asked for
 */
public record Comparison(
        Instant from, Instant to, long stepSeconds, boolean everySample, List<Long> times, List<OfServer> servers) {

    public Comparison {
        times = List.copyOf(times);
        servers = List.copyOf(servers);
    }

    /**
     * One server's part.
     *
     * @param server its code
     * @param series whose lists run beside {@link Comparison#times()}
     * @param gaps when it was silent for longer than a point
     */
    public record OfServer(String server, String name, List<Chart.Line> series, List<Chart.Gap> gaps) {}
}
