package org.cmm.server.notify;

import java.time.Duration;

/** How an attempt ended. */
sealed interface Outcome {

    /** What the counterpart said, for the log; no secrets. */
    String detail();

    /** The counterpart took it. */
    record Accepted(String detail) implements Outcome {}

    /** It may work later. */
    record Retry(String detail, Duration asked) implements Outcome {}

    /** It will never work: the counterpart does not want this notice, however often it comes. */
    record Refused(String detail) implements Outcome {}

    static Outcome retry(String detail) {
        return new Retry(detail, Duration.ZERO);
    }
}
