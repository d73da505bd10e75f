package org.cmm.agent.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.cmm.agent.status.AgentStatus.Connection;
import org.cmm.agent.status.AgentStatus.Practice;
import org.cmm.agent.status.AgentStatus.Present;

/** The status in words of one language. */
public final class StatusReport {
    static final int CONNECTED = 0;
    static final int NOT_CONNECTED = 1;
    static final int NOT_RUNNING = 2;

    private static final int LABEL = 22;
    private static final double KIBI = 1_024;

    private final ResourceBundle words;
    private final Locale language;
    private final long now;

    StatusReport(Locale language, long nowMillis) {
        this.words = ResourceBundle.getBundle(
                "org.cmm.agent.status.status",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.language = language;
        this.now = nowMillis;
    }

    /**
     * What is to be printed, and the code to end with.
     *
     * @param code 0 connected, 1 not connected, 2 no agent runs or its status cannot be read
     */
    public record Result(String text, int code) {}

    /** Looks at the files of an agent, whether it runs or not, and touches nothing. */
    public static Result of(Path dataDirectory, Locale language, long nowMillis) {
        var report = new StatusReport(language, nowMillis);
        try {
            AgentStatus status = new StatusFile(dataDirectory).read();
            boolean runs = ProcessHandle.of(status.pid()).isPresent();
            return new Result(report.text(status, runs), code(status, runs));
        } catch (IOException e) {
            return new Result(report.word("nothing", dataDirectory) + System.lineSeparator(), NOT_RUNNING);
        }
    }

    static int code(AgentStatus status, boolean runs) {
        if (!runs) {
            return NOT_RUNNING;
        }
        return status.connection() instanceof Connection.Up ? CONNECTED : NOT_CONNECTED;
    }

    String text(AgentStatus status, boolean runs) {
        var waiting = status.waiting();
        String spool = word(waiting.samples() == 1 ? "sample" : "samples", waiting.samples(), size(waiting.bytes()));
        if (waiting.samples() > 0 && waiting.oldestMillis().isPresent()) {
            spool += ", " + word("oldest", ago(waiting.oldestMillis().getAsLong()));
        }
        return line("agent", status.version() + ", " + (runs ? word("runs") : word("ended")))
                + line("server", status.server().toString())
                + line("connection", connection(status.connection(), runs))
                + line("enrolled", status.enrolledAs().orElse(word("never")))
                + line(
                        "delivery",
                        status.deliveredMillis().isPresent()
                                ? ago(status.deliveredMillis().getAsLong())
                                : word("never"))
                + line("spool", spool)
                + line("drills", drills(status.practice(), runs))
                + line("seen", ago(status.writtenMillis()));
    }

    private String connection(Connection connection, boolean runs) {
        if (!runs) {
            return word("no");
        }
        if (connection instanceof Connection.Up up) {
            return word("up", length(up.sinceMillis()));
        }
        var down = (Connection.Down) connection;
        return down.why().isEmpty()
                ? word("trying")
                : word("down", length(down.sinceMillis())) + " (" + down.why() + ")";
    }

    private String drills(Practice practice, boolean runs) {
        Optional<Present> present = practice.present().filter(drill -> runs);
        if (present.isPresent()) {
            Present drill = present.get();
            return word(
                    "drillRuns",
                    fault(drill.fault()),
                    length(drill.sinceMillis()),
                    length(Duration.ofSeconds(drill.seconds())));
        }
        return practice.allowed().isEmpty()
                ? word("drillsOff")
                : word(
                        "drillsAllowed",
                        practice.allowed().stream().map(this::fault).collect(Collectors.joining(", ")),
                        length(Duration.ofSeconds(practice.longestSeconds())));
    }

    /** A word that this version does not know is shown as it is. */
    private String fault(String fault) {
        return words.containsKey(fault) ? word(fault) : fault;
    }

    private String ago(long millis) {
        return word("ago", length(millis));
    }

    /** Since a moment until now, in its two largest units. */
    private String length(long millis) {
        return length(Duration.ofMillis(Math.max(0, now - millis)));
    }

    private String length(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " " + word("day") + " " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private String size(long bytes) {
        return bytes < KIBI * KIBI
                ? String.format(language, "%.1f %s", bytes / KIBI, word("kibi"))
                : String.format(language, "%.1f %s", bytes / KIBI / KIBI, word("mebi"));
    }

    private String line(String label, String value) {
        return String.format("%-" + LABEL + "s%s%n", words.getString(label), value);
    }

    private String word(String key, Object... parts) {
        return String.format(language, words.getString(key), parts);
    }
}
