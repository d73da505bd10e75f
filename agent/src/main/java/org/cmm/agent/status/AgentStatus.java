package org.cmm.agent.status;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a running agent is. Times are milliseconds since 1970 by the machine's clock.
 *
 * @param pid the process
 * @param enrolledAs how the server names this machine, once it does
 * @param deliveredMillis the last delivery that succeeded in this run
 */
public record AgentStatus(
        long pid,
        String version,
        URI server,
        Optional<String> enrolledAs,
        Connection connection,
        OptionalLong deliveredMillis,
        Waiting waiting,
        long writtenMillis) {

    /** What the agent has to the server. */
    public sealed interface Connection {
        /** The latest batch was taken. */
        record Up(long sinceMillis) implements Connection {}

        /** It was not, or none was sent yet. */
        record Down(long sinceMillis, String why) implements Connection {}
    }

    /**
     * What lies in the spool.
     *
     * @param oldestMillis the time of its oldest sample, by the clock of its epoch
     */
    public record Waiting(long samples, long bytes, OptionalLong oldestMillis) {}

    /** The same but for the moment at which it was true. */
    boolean sameNews(AgentStatus other) {
        return enrolledAs.equals(other.enrolledAs) && connection.equals(other.connection);
    }
}
