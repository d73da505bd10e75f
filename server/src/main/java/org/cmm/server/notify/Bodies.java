package org.cmm.server.notify;

import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Bodies of requests of this feature. */
final class Bodies {

    private Bodies() {}

    /** @throws org.cmm.server.platform.ProblemException when there is none */
    static <T> T required(@Nullable T body) {
        if (body == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        return body;
    }
}
