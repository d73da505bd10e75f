package org.cmm.server.incident;

import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;

/**
 * Which incidents somebody wants to see; an empty choice is any.
 *
 * @param assignee name of the user whose they are
 */
record IncidentFilter(
        State state,
        Optional<Server> server,
        Optional<Severity> severity,
        Optional<Site> site,
        Optional<String> assignee) {

    enum State {
        OPEN,
        OVER,
        ALL
    }
}
