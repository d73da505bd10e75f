package org.cmm.server.outage;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cmm.core.outage.Outage;
import org.cmm.core.outage.Span;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.cmm.server.fleet.Server;
import org.jspecify.annotations.Nullable;

/** All that is on record of machines, for whoever learns from it: since when they are watched, and their outages. */
@Singleton
public class OutageRecords {

    private final Outages outages;
    private final WatchedTimes times;
    private final List<PlannedWork> plannedWork;
    private final DrillTimes drills;
    private final InstantSource clock;

    OutageRecords(
            Outages outages,
            WatchedTimes times,
            @All List<PlannedWork> plannedWork,
            DrillTimes drills,
            InstantSource clock) {
        this.outages = outages;
        this.times = times;
        this.plannedWork = List.copyOf(plannedWork);
        this.drills = drills;
        this.clock = clock;
    }

    /**
     * What is on record of a machine.
     *
     * @param watched from its first sample to the end that was asked for
     * @param outages of that time; what drills did is left out
     * @param planned when work on it was planned, and drills
     */
    public record OfMachine(Server server, Span watched, List<Recorded> outages, List<Span> planned) {

        public OfMachine {
            outages = List.copyOf(outages);
            planned = List.copyOf(planned);
        }
    }

    /**
     * An outage as it counts.
     *
     * @param siteOutage number of the outage of its site, when machines beside it fell silent in the same minute
     * @param expected whether planned work made it one: without it, it would be a failure
     */
    public record Recorded(Outage outage, @Nullable Long siteOutage, boolean expected) {}

    /** In the order of the servers, up to a time that is at most now; those that were never measured are left out. */
    public List<OfMachine> upTo(Instant end, List<Server> servers) {
        Instant now = clock.instant();
        Span asked = new Span(Instant.EPOCH, end);
        Map<Integer, Span> watched = new HashMap<>();
        times.until(now, servers)
                .forEach((server, time) -> time.within(asked).ifPresent(within -> watched.put(server, within)));
        Instant first = watched.values().stream()
                .map(Span::from)
                .min(Instant::compareTo)
                .orElse(end);
        if (watched.isEmpty()) {
            return List.of();
        }
        Span whole = new Span(first, end);
        Map<Integer, List<Span>> planned = PlannedWork.together(plannedWork, whole, servers);
        List<DrillTime> practised = drills.between(whole.from(), whole.to());
        Map<Integer, List<Recorded>> recorded = new HashMap<>();
        outages.eachDuring(watched.keySet(), whole, (server, stored) -> {
            if (practised.stream()
                    .noneMatch(drill -> drill.silences(server, stored.gap().from()))) {
                recorded.computeIfAbsent(server, _ -> new ArrayList<>())
                        .add(recorded(stored, planned.getOrDefault(server, List.of()), now));
            }
        });
        return servers.stream()
                .filter(server -> watched.containsKey(server.id()))
                .map(server -> new OfMachine(
                        server,
                        Objects.requireNonNull(watched.get(server.id())),
                        recorded.getOrDefault(server.id(), List.of()),
                        planned.getOrDefault(server.id(), List.of())))
                .toList();
    }

    private static Recorded recorded(StoredOutage stored, List<Span> planned, Instant now) {
        Outage outage = stored.counted(now).amid(planned);
        return new Recorded(
                outage,
                stored.siteOutage(),
                stored.cause().isFailure() && !outage.cause().isFailure());
    }
}
