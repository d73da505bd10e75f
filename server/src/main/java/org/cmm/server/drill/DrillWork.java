package org.cmm.server.drill;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cmm.core.outage.Span;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.cmm.server.fleet.Server;
import org.cmm.server.outage.PlannedWork;

/** Drills as work that was planned: what they do to a machine is no failure of it. */
@Singleton
class DrillWork implements PlannedWork {

    private final DrillTimes times;

    DrillWork(DrillTimes times) {
        this.times = times;
    }

    @Override
    public Map<Integer, List<Span>> during(Span period, List<Server> servers) {
        Set<Integer> wanted = new HashSet<>(servers.stream().map(Server::id).toList());
        return times.between(period.from(), period.to()).stream()
                .filter(time -> wanted.contains(time.server()))
                .collect(Collectors.groupingBy(
                        DrillTime::server, Collectors.mapping(DrillWork::span, Collectors.toList())));
    }

    private static Span span(DrillTime time) {
        return new Span(time.start().minus(DrillTime.LEAD), time.end());
    }
}
