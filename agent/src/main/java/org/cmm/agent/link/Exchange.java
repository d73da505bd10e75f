package org.cmm.agent.link;

import java.time.Duration;
import java.util.Optional;

/** What came of one request. */
public sealed interface Exchange {
    /**
     * The server answered.
     *
     * @param body as text, possibly empty
     * @param retryAfter when the server asked to be left alone for a while
     */
    record Answered(int status, String body, Optional<Duration> retryAfter) implements Exchange {}

    /**
     * No answer came.
     *
     * @param why in a few words, such as {@code connection refused}
     */
    record Unreachable(String why) implements Exchange {}
}
