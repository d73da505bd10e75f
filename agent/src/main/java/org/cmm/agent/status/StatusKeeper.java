package org.cmm.agent.status;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.cmm.agent.status.AgentStatus.Connection;
import org.cmm.agent.status.AgentStatus.Practice;
import org.cmm.agent.status.AgentStatus.Waiting;

/**
 * Keeps the file true: at once when something changed, else at most every {@link #PAUSE}, because flash wears. Used by
 * one thread.
 */
public final class StatusKeeper {
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final StatusFile file;
    private final Run run;
    private final Supplier<Practice> practice;
    private final InstantSource clock;
    private Connection connection;
    private Optional<AgentStatus> written = Optional.empty();

    /** What stays the same for a run. */
    public record Run(long pid, String version, URI server) {}

    public StatusKeeper(StatusFile file, Run run, Supplier<Practice> practice, InstantSource clock) {
        this.file = file;
        this.run = run;
        this.practice = practice;
        this.clock = clock;
        connection = new Connection.Down(clock.millis(), "");
    }

    /**
     * Something was tried.
     *
     * @param trouble why there is no connection; nothing when there is one
     * @param deliveredMillis the last delivery that succeeded
     */
    public void tried(
            Optional<String> enrolledAs, Optional<String> trouble, OptionalLong deliveredMillis, Waiting waiting) {
        long now = clock.millis();
        connection = trouble.<Connection>map(why -> down(why, now)).orElseGet(() -> up(now));
        var status = new AgentStatus(
                run.pid(),
                run.version(),
                run.server(),
                enrolledAs,
                connection,
                deliveredMillis,
                waiting,
                practice.get(),
                now);
        if (written.isEmpty() || !written.get().sameNews(status) || due(now)) {
            write(status);
        }
    }

    private Connection down(String why, long now) {
        return connection instanceof Connection.Down down
                ? new Connection.Down(down.sinceMillis(), why)
                : new Connection.Down(now, why);
    }

    private Connection up(long now) {
        return connection instanceof Connection.Up ? connection : new Connection.Up(now);
    }

    private boolean due(long now) {
        return Math.abs(now - written.orElseThrow().writtenMillis()) >= PAUSE.toMillis();
    }

    /** A disk that is full has been complained of by the spool already. */
    private void write(AgentStatus status) {
        try {
            file.write(status);
            written = Optional.of(status);
        } catch (IOException e) {
            written = Optional.empty();
        }
    }
}
