package org.cmm.server.alert;

import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.server.fleet.Server;

/** Which alerts somebody wants to see; an empty choice is any. */
record AlertFilter(State state, Optional<Server> server, Optional<Severity> severity) {

    enum State {
        OPEN,
        CLEARED,
        ALL
    }

    /**
     * A stretch of the list, which is newest first.
     *
     * @param before only alerts with a smaller number
     * @param limit at most so many
     */
    record Stretch(long before, int limit) {}
}
