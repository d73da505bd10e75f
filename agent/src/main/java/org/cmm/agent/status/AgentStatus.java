package org.cmm.agent.status;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a running agent is. Times are milliseconds since 1970 by the machine's clock.
 *
 * @param pid the process
 * @param enrolledAs how the server names this machine, once it does
 * @param deliveredMillis the last delivery that succeeded in this run
 * @param practice what is said of drills
 */
public record AgentStatus(
        long pid,
        String version,
        URI server,
        Optional<String> enrolledAs,
        Connection connection,
        OptionalLong deliveredMillis,
        Waiting waiting,
        Practice practice,
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

    /**
     * What the server may practise here.
     *
     * @param allowed faults that the settings allow, in the protocol's words; none where drills are off
     * @param longestSeconds that a drill may take
     * @param present the drill that goes on
     */
    public record Practice(List<String> allowed, long longestSeconds, Optional<Present> present) {
        public static final Practice NONE = new Practice(List.of(), 0, Optional.empty());

        public Practice {
            allowed = List.copyOf(allowed);
        }
    }

    /**
     * A drill that goes on.
     *
     * @param fault in the protocol's words
     */
    public record Present(String fault, long sinceMillis, long seconds) {}

    /** The same but for the moment at which it was true. */
    boolean sameNews(AgentStatus other) {
        return enrolledAs.equals(other.enrolledAs)
                && connection.equals(other.connection)
                && practice.equals(other.practice);
    }
}
