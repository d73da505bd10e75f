package org.cmm.server.maintenance;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.maintenance.MaintenanceWindow.Occurrence;
import org.cmm.core.outage.Span;
import org.cmm.server.fleet.Server;
import org.cmm.server.outage.PlannedWork;

/**
 * Maintenance windows as work that was planned. A window counts from the moment it was entered and up to where somebody
 * ended it: a failure does not become planned by a window that is entered afterwards.
 */
@Singleton
class MaintenanceWork implements PlannedWork {

    private final WindowTable table;

    MaintenanceWork(WindowTable table) {
        this.table = table;
    }

    @Override
    public Map<Integer, List<Span>> during(Span period, List<Server> servers) {
        Map<Integer, List<Span>> all = new HashMap<>();
        for (PlannedWindow planned : table.enteredBefore(period.to())) {
            List<Span> times = times(planned, period);
            if (!times.isEmpty()) {
                servers.stream()
                        .filter(server -> Windows.isOf(planned.target(), server))
                        .forEach(server -> all.computeIfAbsent(server.id(), _ -> new ArrayList<>())
                                .addAll(times));
            }
        }
        return all;
    }

    private static List<Span> times(PlannedWindow planned, Span period) {
        return planned.window().during(period.from(), period.to()).stream()
                .flatMap(occurrence -> valid(planned, occurrence).stream())
                .filter(period::overlaps)
                .toList();
    }

    private static Optional<Span> valid(PlannedWindow planned, Occurrence occurrence) {
        Instant begin = occurrence.begin().isBefore(planned.createdAt()) ? planned.createdAt() : occurrence.begin();
        Instant ended = planned.endedAt();
        Instant end = ended != null && ended.isBefore(occurrence.end()) ? ended : occurrence.end();
        return begin.isBefore(end) ? Optional.of(new Span(begin, end)) : Optional.empty();
    }
}
