package org.cmm.agent.link;

import java.io.IOException;
import java.time.Duration;

/** Nobody took the call. */
final class NoConnectionException extends IOException {
    private static final long serialVersionUID = 1;

    NoConnectionException(Duration within, IOException cause) {
        super("no connection within %d s".formatted(within.toSeconds()), cause);
    }
}
