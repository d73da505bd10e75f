package org.cmm.server.platform;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** Ends a request with a problem; it costs no stack trace, because nobody reads one. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Optional<Duration> retryAfter;

    ProblemException(Problem problem, Optional<Duration> retryAfter) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** When trying again makes sense, if it does. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    public Problem problem() {
        return problem;
    }
}
