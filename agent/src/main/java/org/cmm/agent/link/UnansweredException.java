package org.cmm.agent.link;

import java.io.IOException;

/** The connection ended before the first byte of an answer. */
final class UnansweredException extends IOException {
    private static final long serialVersionUID = 1;

    UnansweredException(IOException cause) {
        super("no byte of an answer came", cause);
    }

    UnansweredException() {
        super("no byte of an answer came");
    }
}
