package org.cmm.server.alert;

import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;

/** Which alerts somebody wants to see; an empty choice is any. */
record AlertFilter(State state, Optional<Server> server, Optional<Severity> severity, Optional<Site> site) {

    enum State {
        OPEN,
        CLEARED,
        ALL
    }

    AlertFilter with(State other) {
        return new AlertFilter(other, server, severity, site);
    }

    /**
     * A stretch of the list, which is newest first.
     *
     * @param before only alerts with a smaller number
     * @param limit at most so many
     */
    record Stretch(long before, int limit) {}
}
