package org.cmm.server.outage;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.outage.Outage;
import org.cmm.core.outage.Span;
import org.cmm.core.outage.Tally;
import org.cmm.server.alert.Downtimes;
import org.cmm.server.fleet.Server;

/** How much of a period machines were there. */
@Singleton
public class Availability {

    private final Outages outages;
    private final Downtimes downtimes;
    private final List<PlannedWork> plannedWork;
    private final WatchedTimes times;
    private final InstantSource clock;

    Availability(
            Outages outages,
            Downtimes downtimes,
            @All List<PlannedWork> plannedWork,
            WatchedTimes times,
            InstantSource clock) {
        this.outages = outages;
        this.downtimes = downtimes;
        this.plannedWork = List.copyOf(plannedWork);
        this.times = times;
        this.clock = clock;
    }

    /** A server and its time. */
    public record OfServer(Server server, Tally tally) {}

    /** The time of each, in their order; the future and what was before a server's first sample do not count. */
    public List<OfServer> of(List<Server> servers, Span period) {
        Instant now = clock.instant();
        List<Integer> ids = servers.stream().map(Server::id).toList();
        Map<Integer, Span> watched = times.until(now, servers);
        List<Span> deaf = downtimes.during(period);
        Map<Integer, List<Span>> planned = PlannedWork.together(plannedWork, period, servers);
        Map<Integer, List<Outage>> known = new HashMap<>();
        outages.eachDuring(ids, period, (server, outage) -> known.computeIfAbsent(server, _ -> new ArrayList<>())
                .add(outage.counted(now).amid(planned.getOrDefault(server, List.of()))));
        return servers.stream()
                .map(server -> new OfServer(
                        server,
                        Optional.ofNullable(watched.get(server.id()))
                                .flatMap(time -> time.within(period))
                                .map(time -> Tally.of(time, known.getOrDefault(server.id(), List.of()), deaf))
                                .orElse(Tally.NOTHING)))
                .toList();
    }

    static Tally total(List<OfServer> all) {
        return all.stream().map(OfServer::tally).reduce(Tally.NOTHING, Tally::plus);
    }
}
