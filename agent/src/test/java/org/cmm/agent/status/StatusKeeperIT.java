package org.cmm.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.cmm.agent.status.AgentStatus.Connection;
import org.cmm.agent.status.AgentStatus.Practice;
import org.cmm.agent.status.AgentStatus.Present;
import org.cmm.agent.status.AgentStatus.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusKeeperIT {
    private static final Waiting WAITING = new Waiting(3, 700, OptionalLong.of(5_000));

    @TempDir
    Path directory;

    private long now = 1_000_000;
    private Practice practice = Practice.NONE;

    @Test
    void writesAChangeAtOnceAndTheSameEveryHalfMinute() throws Exception {
        var keeper = keeper();
        keeper.tried(Optional.empty(), Optional.of("connection refused"), OptionalLong.empty(), WAITING);
        assertThat(read().connection()).isEqualTo(new Connection.Down(1_000_000, "connection refused"));

        now += 1_000;
        keeper.tried(Optional.of("pc-12"), Optional.empty(), OptionalLong.of(now), WAITING);
        assertThat(read().connection()).isEqualTo(new Connection.Up(1_001_000));
        assertThat(read().enrolledAs()).contains("pc-12");

        now += 29_000;
        keeper.tried(Optional.of("pc-12"), Optional.empty(), OptionalLong.of(now), WAITING);
        assertThat(read().deliveredMillis()).hasValue(1_001_000);

        now += 1_000;
        keeper.tried(Optional.of("pc-12"), Optional.empty(), OptionalLong.of(now), WAITING);
        assertThat(read().deliveredMillis()).hasValue(1_031_000);
        assertThat(read().connection()).isEqualTo(new Connection.Up(1_001_000));
        assertThat(read().waiting()).isEqualTo(WAITING);
    }

    @Test
    void writesAtOnceThatADrillGoesOn() throws Exception {
        var keeper = keeper();
        practice = new Practice(List.of("cpu", "disk"), 600, Optional.empty());
        keeper.tried(Optional.of("pc-12"), Optional.empty(), OptionalLong.of(now), WAITING);
        assertThat(read().practice()).isEqualTo(practice);

        now += 1_000;
        practice = new Practice(List.of("cpu", "disk"), 600, Optional.of(new Present("disk", now, 120)));
        keeper.tried(Optional.of("pc-12"), Optional.empty(), OptionalLong.of(now), WAITING);
        assertThat(read().practice()).isEqualTo(practice);
    }

    @Test
    void whatAnOlderAgentWroteSaysNothingOfDrills() throws Exception {
        Files.writeString(directory.resolve("status"), "{\"pid\":1,\"server\":\"http://cmm\",\"up\":5}");
        assertThat(read().practice()).isEqualTo(Practice.NONE);
    }

    @Test
    void saysInWordsThatThereIsNothingToRead() throws Exception {
        assertThat(StatusReport.of(directory, Locale.ENGLISH, now))
                .satisfies(result -> assertThat(result.code()).isEqualTo(2))
                .satisfies(result -> assertThat(result.text()).contains(directory.toString(), "--data-directory"));

        Files.writeString(directory.resolve("status"), "{\"pid\":");
        assertThat(StatusReport.of(directory, Locale.FRENCH, now).text()).contains("Aucun état");
    }

    private AgentStatus read() throws Exception {
        return new StatusFile(directory).read();
    }

    private StatusKeeper keeper() {
        var run = new StatusKeeper.Run(42, "0.1.0", URI.create("http://cmm"));
        return new StatusKeeper(new StatusFile(directory), run, () -> practice, () -> Instant.ofEpochMilli(now));
    }
}
