package org.cmm.agent.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where lines for people go. */
public interface Journal {
    void say(String line);

    /**
     * Lines with the time in front, on standard error. The JDK's own logging would be closed by its shutdown hook
     * before the last line is said.
     */
    static Journal standardError() {
        return line -> System.err.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
