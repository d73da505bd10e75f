package org.cmm.agent.link;

import java.io.IOException;

/** What came is not HTTP. */
final class NoHttpException extends IOException {
    private static final long serialVersionUID = 1;

    NoHttpException(String what) {
        super("the answer is not HTTP: " + what);
    }
}
