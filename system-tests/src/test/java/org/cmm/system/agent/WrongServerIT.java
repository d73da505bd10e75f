package org.cmm.system.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cmm.process.RunningAgent;
import org.cmm.system.Eventually;
import org.cmm.system.Institution;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An agent that was told something wrong about its server, and what it says about it to a real one. */
@ExtendWith(SharedServer.class)
class WrongServerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FAULTY = 2;
    private static final int REFUSED = 3;

    @TempDir
    Path folder;

    private final Institution institution;

    WrongServerIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void isToldWhatIsWrongAndKeepsTrying() throws Exception {
        String encrypted = institution.server().httpsUrl();
        String plain = institution.url();
        try (RunningAgent stranger = start("stranger", encrypted);
                RunningAgent other = start("other", encrypted, "--authority", "sha256:" + "00".repeat(32));
                RunningAgent inClear = start("in-clear", encrypted.replace("https", "http"));
                RunningAgent notInClear = start("not-in-clear", plain.replace("http", "https"))) {
            awaitWords(stranger, "does not know the authority behind the server's certificate: give --authority");
            awaitWords(other, "does not prove itself by the authority of --authority; its own is sha256:");
            awaitWords(inClear, "perhaps this port wants https://");
            awaitWords(notInClear, "answers without TLS: use http://, or the port for https:// (8443)");

            assertThat(List.of(stranger, other, inClear, notInClear))
                    .allSatisfy(
                            agent -> assertThat(agent.isAlive()).as(agent.log()).isTrue());
            assertThat(stranger.log().lines()).as("said once").hasSize(1);
        }
    }

    @Test
    void aTokenOfAnotherServerEndsItAtOnce() throws Exception {
        try (RunningAgent agent = start(
                "token",
                institution.server().httpsUrl(),
                "--authority",
                institution.server().authority().toString())) {
            assertThat(agent.awaitExit(PATIENCE)).isEqualTo(REFUSED);
            assertThat(agent.log()).contains("the token was refused, ask for a new one", "expired", "used up");
        }
    }

    @Test
    void anAddressThatWasCopiedFromAPageEndsItWithTheRightOne() throws Exception {
        try (RunningAgent agent = start("page", "https://cmm:8443/login")) {
            assertThat(agent.awaitExit(PATIENCE)).isEqualTo(FAULTY);
            assertThat(agent.log()).contains("is the address of a page, the server's is https://cmm:8443");
        }
    }

    private RunningAgent start(String name, String server, String... settings) {
        String[] all = new String[settings.length + 2];
        System.arraycopy(settings, 0, all, 2, settings.length);
        all[0] = "--token";
        all[1] = "a-token-that-this-server-never-gave";
        return RunningAgent.start(folder.resolve(name), server, all);
    }

    private static void awaitWords(RunningAgent agent, String words) throws InterruptedException {
        Eventually.become(PATIENCE, agent::log, log -> log.contains(words));
    }
}
