package org.cmm.server.outage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.outage.Span;
import org.cmm.server.fleet.Server;

/** When work on machines is planned, as whatever plans it knows. */
public interface PlannedWork {

    /** The times of each of these servers that have a moment in common with the period; none without a time. */
    Map<Integer, List<Span>> during(Span period, List<Server> servers);

    /** What all of these know. */
    static Map<Integer, List<Span>> together(Collection<PlannedWork> all, Span period, List<Server> servers) {
        Map<Integer, List<Span>> together = new HashMap<>();
        all.forEach(work -> work.during(period, servers)
                .forEach((server, spans) ->
                        together.computeIfAbsent(server, _ -> new ArrayList<>()).addAll(spans)));
        return together;
    }
}
