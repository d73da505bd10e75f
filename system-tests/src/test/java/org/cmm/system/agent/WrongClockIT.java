package org.cmm.system.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.cmm.process.RunningAgent;
import org.cmm.system.Call;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.KnownAgents;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A machine whose clock is years off, and then jumps. */
@ExtendWith(SharedServer.class)
class WrongClockIT {

    @TempDir
    Path folder;

    private final Institution institution;

    WrongClockIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void samplesAreStoredAtTheirTrueTimeAndThePageSaysHowFarTheClockIsOff() throws Exception {
        Instant start = Instant.now();
        long others = count("true");
        clockIsOffBy(Duration.ofDays(-2_190).minusHours(12));
        try (RunningAgent agent = start()) {
            await(() -> agent.log().contains("enrolled as "));
            String code = agent.log().replaceAll("(?s).*enrolled as (\\S+).*", "$1");
            await(() -> stored(code, start) >= 20);
            assertThat(page(code, "en")).contains("2,190\u202fd slow, corrected");
            assertThat(page(code, "fr")).contains("en retard de 2\u202f190\u202fj, corrigée");

            clockIsOffBy(Duration.ofDays(1_095).plusHours(12));
            long before = stored(code, start);
            await(() -> stored(code, start) >= before + 20);
            assertThat(page(code, "en")).contains("1,095\u202fd fast, corrected");
            agent.kill();

            assertThat(count("true")).as("samples at any time").isEqualTo(others + stored(code, start));
        }
    }

    private RunningAgent start() {
        Path home = Path.of(System.getProperty("cmm.agent.home"));
        String classes = String.join(
                File.pathSeparator,
                Path.of("target", "test-classes").toString(),
                home.resolve("cmm-agent.jar").toString());
        List<String> program = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                "org.cmm.agent.WrongClockAgent",
                offset().toString());
        return RunningAgent.start(
                folder,
                program,
                institution.url(),
                "--token",
                institution.enrolmentToken("a wrong clock", 1),
                "--interval",
                "100ms",
                "--delivery-interval",
                "300ms");
    }

    private void clockIsOffBy(Duration off) throws IOException {
        Path fresh = folder.resolve("offset.new");
        Files.writeString(fresh, Long.toString(off.toMillis()));
        Files.move(fresh, offset(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path offset() {
        return folder.resolve("offset");
    }

    private String page(String code, String language) {
        return institution
                .call(Call.get("/servers/" + code)
                        .header("Accept-Language", language)
                        .as(institution.browse(Role.VIEWER)))
                .expect(200)
                .body();
    }

    /** How many samples there are from a moment until now, by CMM's clock. */
    private long stored(String code, Instant from) throws SQLException {
        return count("code = '%s' AND at BETWEEN '%s' AND '%s'".formatted(code, from, Instant.now()));
    }

    private long count(String condition) throws SQLException {
        try (Connection database = institution.server().database()) {
            return KnownAgents.count(
                    database, "SELECT count(*) FROM sample JOIN server ON id = server_id WHERE " + condition);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("what is waited for within 60 s").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
