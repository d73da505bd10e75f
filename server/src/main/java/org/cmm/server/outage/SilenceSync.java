package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cmm.core.outage.Gap;
import org.cmm.server.alert.Silences;
import org.cmm.server.alert.Silences.SilentMachine;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.history.LatestSamples;
import org.cmm.server.outage.OutageTable.Found;

/** Opens an outage where a machine fell silent, and ends it where the machine is heard again or retired. */
@Singleton
class SilenceSync {

    /** A sample's own time, read back at a start, may be so much later than its arrival was. */
    private static final Duration CLOCKS = Duration.ofSeconds(15);

    private final Silences silences;
    private final LatestSamples latest;
    private final Listing listing;
    private final OutageTable table;
    private final List<Long> closed = new ArrayList<>();
    private boolean caughtUp;

    SilenceSync(Silences silences, LatestSamples latest, Listing listing, OutageTable table) {
        this.silences = silences;
        this.latest = latest;
        this.listing = listing;
        this.table = table;
    }

    void follow(Instant now) {
        if (!caughtUp) {
            catchUp(now);
            caughtUp = true;
        }
        Map<Integer, StoredOutage> open = table.unsettled().stream()
                .filter(outage -> outage.gap().isOpen())
                .collect(Collectors.toMap(StoredOutage::serverId, Function.identity()));
        List<SilentMachine> silent = silences.now();
        Set<Integer> silentServers =
                silent.stream().map(SilentMachine::serverId).collect(Collectors.toSet());
        open.values().stream()
                .filter(outage -> !silentServers.contains(outage.serverId())
                        || retired(outage).isPresent())
                .forEach(outage -> end(outage).ifPresent(until -> {
                    table.close(outage.id(), until);
                    closed.add(outage.id());
                }));
        silent.stream()
                .filter(machine -> !open.containsKey(machine.serverId()))
                .forEach(machine -> table.insert(found(machine), now));
    }

    /** Outages that were ended since this was asked last. */
    List<Long> takeClosed() {
        List<Long> taken = List.copyOf(closed);
        closed.clear();
        return taken;
    }

    /** Silences that the process before this one noticed and did not get to. */
    private void catchUp(Instant now) {
        Instant since = table.newestStart()
                .map(start -> start.minus(Duration.ofDays(2)))
                .orElse(Instant.EPOCH);
        silences.noticedSince(since).stream()
                .filter(machine -> machine.heardAgain() != null)
                .forEach(machine -> table.insert(found(machine), now));
    }

    static Found found(SilentMachine machine) {
        Instant heardAgain = machine.heardAgain();
        Gap gap = new Gap(
                machine.heardLast(),
                Optional.ofNullable(heardAgain).map(at -> at.isBefore(machine.heardLast()) ? machine.heardLast() : at));
        return new Found(machine.serverId(), gap, machine.alert());
    }

    private Optional<Instant> end(StoredOutage outage) {
        Long alert = outage.alert();
        Optional<Instant> noticed = alert == null ? Optional.empty() : silences.heardAgain(alert);
        return noticed.or(() -> retired(outage)).or(() -> Optional.of(latest.lastContactMillis(outage.serverId()))
                .map(Instant::ofEpochMilli)
                .filter(heard -> heard.isAfter(outage.gap().from().plus(CLOCKS))));
    }

    private Optional<Instant> retired(StoredOutage outage) {
        return listing.server(outage.serverId()).map(Server::retiredAt);
    }
}
