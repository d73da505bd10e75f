package org.cmm.server.outage;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cmm.core.outage.Outage;
import org.cmm.core.outage.Span;
import org.cmm.core.outage.Tally;
import org.cmm.server.alert.Downtimes;
import org.cmm.server.fleet.Server;
import org.cmm.server.history.StoredSamples;
import org.jspecify.annotations.Nullable;

/** How much of a period machines were there. */
@Singleton
class Availability {

    /** Late samples may be older than all before; a first sample is believed for so long. */
    private static final Duration BELIEVED = Duration.ofMinutes(10);

    private final Outages outages;
    private final Downtimes downtimes;
    private final List<PlannedWork> plannedWork;
    private final StoredSamples samples;
    private final InstantSource clock;
    private final ConcurrentHashMap<Integer, First> firsts = new ConcurrentHashMap<>();

    Availability(
            Outages outages,
            Downtimes downtimes,
            @All List<PlannedWork> plannedWork,
            StoredSamples samples,
            InstantSource clock) {
        this.outages = outages;
        this.downtimes = downtimes;
        this.plannedWork = List.copyOf(plannedWork);
        this.samples = samples;
        this.clock = clock;
    }

    /** When a server was first measured, and when that was asked. */
    private record First(@Nullable Instant at, Instant asked) {}

    /** A server and its time. */
    record OfServer(Server server, Tally tally) {}

    /** The time of each, in their order; the future and what was before a server's first sample do not count. */
    List<OfServer> of(List<Server> servers, Span period) {
        Instant now = clock.instant();
        List<Integer> ids = servers.stream().map(Server::id).toList();
        readFirsts(ids, now);
        List<Span> deaf = downtimes.during(period);
        Map<Integer, List<Span>> planned = new HashMap<>();
        plannedWork.forEach(work -> work.during(period, servers)
                .forEach((server, spans) ->
                        planned.computeIfAbsent(server, _ -> new ArrayList<>()).addAll(spans)));
        Map<Integer, List<Outage>> known = new HashMap<>();
        outages.eachDuring(ids, period, (server, outage) -> known.computeIfAbsent(server, _ -> new ArrayList<>())
                .add(outage.counted(now).amid(planned.getOrDefault(server, List.of()))));
        return servers.stream()
                .map(server -> new OfServer(
                        server, tally(watched(server, period, now), known.getOrDefault(server.id(), List.of()), deaf)))
                .toList();
    }

    private static Tally tally(@Nullable Span watched, List<Outage> outages, List<Span> deaf) {
        return watched == null ? Tally.NOTHING : Tally.of(watched, outages, deaf);
    }

    private @Nullable Span watched(Server server, Span period, Instant now) {
        First first = firsts.get(server.id());
        Instant begin = first == null ? null : first.at();
        if (begin == null) {
            return null;
        }
        Instant retired = server.retiredAt();
        Instant end = retired == null || retired.isAfter(now) ? now : retired;
        return begin.isBefore(end) ? new Span(begin, end).within(period).orElse(null) : null;
    }

    private void readFirsts(List<Integer> ids, Instant now) {
        Set<Integer> unknown = new HashSet<>(ids);
        firsts.forEach((id, first) -> {
            if (first.asked().plus(BELIEVED).isAfter(now)) {
                unknown.remove(id);
            }
        });
        if (!unknown.isEmpty()) {
            Map<Integer, Instant> read = samples.firstOfEach(unknown);
            unknown.forEach(id -> firsts.put(id, new First(read.get(id), now)));
        }
    }

    /** It is asked anew since when these servers have been measured. */
    void forget(Collection<Integer> servers) {
        firsts.keySet().removeAll(servers);
    }

    static Tally total(List<OfServer> all) {
        return all.stream().map(OfServer::tally).reduce(Tally.NOTHING, Tally::plus);
    }
}
