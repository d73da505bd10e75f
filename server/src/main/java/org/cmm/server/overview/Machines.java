package org.cmm.server.overview;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cmm.server.alert.OpenAlert;
import org.cmm.server.alert.OpenAlerts;
import org.cmm.server.alert.Thresholds;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.forecast.Forecasts;
import org.cmm.server.forecast.Forecasts.FullBetween;
import org.cmm.server.forecast.Forecasts.Volume;
import org.cmm.server.history.LatestSamples;
import org.jspecify.annotations.Nullable;

/** How every server is at this moment; worked out at most once a second, however many people look. */
@Singleton
class Machines {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final List<String> WORST_FIRST = List.of("critical", "warning", "info");

    private record Known(List<Machine> all, List<Server> of, long nanos) {}

    private final Listing listing;
    private final LatestSamples samples;
    private final OpenAlerts alerts;
    private final LiveConditions conditions;
    private final Sources sources;
    private volatile @Nullable Known known;

    /** Where it is known from what alerts mean. */
    @Singleton
    record Sources(Thresholds thresholds, Forecasts forecasts) {}

    Machines(Listing listing, LatestSamples samples, OpenAlerts alerts, LiveConditions conditions, Sources sources) {
        this.listing = listing;
        this.samples = samples;
        this.alerts = alerts;
        this.conditions = conditions;
        this.sources = sources;
    }

    /** Servers under watch and retired ones, oldest first. */
    List<Machine> all() {
        Known held = known;
        List<Server> servers = listing.servers();
        if (held != null && held.of() == servers && System.nanoTime() - held.nanos() < FRESH_NANOS) {
            return held.all();
        }
        List<Machine> seen = servers.stream().map(this::of).toList();
        known = new Known(seen, servers, System.nanoTime());
        return seen;
    }

    /** Those that figures of the whole institution are about. */
    List<Machine> counted() {
        Set<Integer> counted = listing.counted().stream().map(Server::id).collect(Collectors.toSet());
        return all().stream()
                .filter(machine -> counted.contains(machine.server().id()))
                .toList();
    }

    /** How this server is, worked out anew. */
    Machine of(Server server) {
        List<OpenAlert> open = alerts.of(server.id()).stream()
                .sorted(Comparator.comparingInt((OpenAlert alert) -> WORST_FIRST.indexOf(alert.severity()))
                        .thenComparing(OpenAlert::since))
                .toList();
        return new Machine(
                server,
                listing.site(server.site()).orElse(null),
                conditions.of(server, open),
                open,
                open.stream()
                        .filter(alert -> !alert.rule().equals(LiveConditions.SILENT_RULE))
                        .collect(Collectors.toUnmodifiableMap(OpenAlert::id, alert -> sources.thresholds()
                                .measure(alert.serverId(), alert.rule(), Reasons.metric(alert)))),
                Readings.of(samples.of(server.id()).orElse(null)),
                samples.lastContactMillis(server.id()),
                foretold(open));
    }

    private Map<Long, Optional<FullBetween>> foretold(List<OpenAlert> open) {
        Map<Long, Optional<FullBetween>> foretold = new HashMap<>();
        for (OpenAlert alert : open) {
            if (sources.thresholds().isForetold(alert.serverId(), alert.rule())) {
                foretold.put(
                        alert.id(),
                        sources.forecasts()
                                .of(alert.serverId(), alert.subject())
                                .flatMap(Volume::full));
            }
        }
        return foretold;
    }
}
