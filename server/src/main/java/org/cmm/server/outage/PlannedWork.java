package org.cmm.server.outage;

import java.util.List;
import java.util.Map;
import org.cmm.core.outage.Span;
import org.cmm.server.fleet.Server;

/** When work on machines is planned, as whatever plans it knows. */
public interface PlannedWork {

    /** The times of each of these servers that have a moment in common with the period; none without a time. */
    Map<Integer, List<Span>> during(Span period, List<Server> servers);
}
