package org.cmm.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import org.cmm.agent.status.AgentStatus.Connection;
import org.cmm.agent.status.AgentStatus.Practice;
import org.cmm.agent.status.AgentStatus.Present;
import org.cmm.agent.status.AgentStatus.Waiting;
import org.junit.jupiter.api.Test;

class StatusReportTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final AgentStatus CONNECTED = status(new Connection.Up(NOW - 90 * MINUTE), 0);
    private static final AgentStatus LOST =
            status(new Connection.Down(NOW - 3_000 * MINUTE, "connection refused"), 1_234);

    @Test
    void saysInEnglishHowItIs() {
        assertThat(lines(Locale.ENGLISH, CONNECTED, true))
                .containsExactly(
                        "Agent                 0.1.0, running",
                        "Server                https://cmm.example.org",
                        "Connected             yes, for 1 h 30 min",
                        "Enrolled as           pc-12",
                        "Last delivery         12 s ago",
                        "Spool                 0 samples, 2.0 KiB",
                        "Drills                off",
                        "This was true         3 s ago");
    }

    @Test
    void saysInFrenchWhatWaits() {
        assertThat(lines(Locale.FRENCH, LOST, true))
                .contains(
                        "Connecté              non, depuis 2 j 2 h (connection refused)",
                        "Tampon                1234 mesures, 2,0 Kio, la plus ancienne d’il y a 2 j 2 h");
    }

    @Test
    void whoeverDoesNotRunIsNotConnected() {
        assertThat(lines(Locale.ENGLISH, CONNECTED, false))
                .contains("Agent                 0.1.0, not running", "Connected             no");
    }

    @Test
    void saysWhatMayBePractisedAndWhatIs() {
        var allowed = new Practice(List.of("cpu", "downtime"), 600, Optional.empty());
        assertThat(lines(Locale.ENGLISH, practising(allowed), true))
                .contains("Drills                allowed: processors, downtime, at most 10 min");
        assertThat(lines(Locale.FRENCH, practising(allowed), true))
                .contains("Exercices             permis : processeurs, arrêt simulé, 10 min au plus");

        var present = new Practice(allowed.allowed(), 600, Optional.of(new Present("cpu", NOW - 40_000, 120)));
        assertThat(lines(Locale.ENGLISH, practising(present), true))
                .contains("Drills                one goes on: processors, for 40 s of 2 min");
        assertThat(lines(Locale.ENGLISH, practising(present), false))
                .contains("Drills                allowed: processors, downtime, at most 10 min");
    }

    @Test
    void theCodeTellsProgramsTheSame() {
        assertThat(StatusReport.code(CONNECTED, true)).isZero();
        assertThat(StatusReport.code(LOST, true)).isEqualTo(1);
        assertThat(StatusReport.code(CONNECTED, false)).isEqualTo(2);
    }

    @Test
    void everyWordExistsInBothLanguages() {
        assertThat(words(Locale.FRENCH).keySet())
                .isEqualTo(words(Locale.ROOT).keySet())
                .allSatisfy(
                        key -> assertThat(words(Locale.FRENCH).getString(key)).isNotBlank());
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle("org.cmm.agent.status.status", language);
    }

    private static List<String> lines(Locale language, AgentStatus status, boolean runs) {
        return new StatusReport(language, NOW).text(status, runs).lines().toList();
    }

    private static AgentStatus status(Connection connection, long samples) {
        return status(connection, samples, Practice.NONE);
    }

    private static AgentStatus practising(Practice practice) {
        return status(new Connection.Up(NOW), 0, practice);
    }

    private static AgentStatus status(Connection connection, long samples, Practice practice) {
        return new AgentStatus(
                42,
                "0.1.0",
                URI.create("https://cmm.example.org"),
                Optional.of("pc-12"),
                connection,
                OptionalLong.of(NOW - 12_000),
                new Waiting(samples, 2_048, OptionalLong.of(NOW - 3_000 * MINUTE)),
                practice,
                NOW - 3_000);
    }
}
