package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cmm.core.outage.Span;
import org.cmm.server.fleet.Server;
import org.cmm.server.history.SampleTimes;
import org.jspecify.annotations.Nullable;

/** From when to when servers are watched: from the first sample until they are retired. */
@Singleton
class WatchedTimes {

    /** Late samples may be older than all before; a first sample is believed for so long. */
    private static final Duration BELIEVED = Duration.ofMinutes(10);

    private final SampleTimes measured;
    private final ConcurrentHashMap<Integer, First> firsts = new ConcurrentHashMap<>();

    WatchedTimes(SampleTimes measured) {
        this.measured = measured;
    }

    /** When a server was first measured, and when that was asked. */
    private record First(@Nullable Instant at, Instant asked) {}

    /** By the server's number, up to now; those that were never measured are left out. */
    Map<Integer, Span> until(Instant now, List<Server> servers) {
        readFirsts(servers.stream().map(Server::id).toList(), now);
        Map<Integer, Span> watched = new HashMap<>();
        for (Server server : servers) {
            First first = firsts.get(server.id());
            Instant begin = first == null ? null : first.at();
            Instant retired = server.retiredAt();
            Instant end = retired == null || retired.isAfter(now) ? now : retired;
            if (begin != null && begin.isBefore(end)) {
                watched.put(server.id(), new Span(begin, end));
            }
        }
        return watched;
    }

    private void readFirsts(List<Integer> ids, Instant now) {
        Set<Integer> unknown = new HashSet<>(ids);
        firsts.forEach((id, first) -> {
            if (first.asked().plus(BELIEVED).isAfter(now)) {
                unknown.remove(id);
            }
        });
        if (!unknown.isEmpty()) {
            Map<Integer, Instant> read = measured.firstOfEach(unknown);
            unknown.forEach(id -> firsts.put(id, new First(read.get(id), now)));
        }
    }

    /** It is asked anew since when these servers have been measured. */
    void forget(Collection<Integer> servers) {
        firsts.keySet().removeAll(servers);
    }
}
