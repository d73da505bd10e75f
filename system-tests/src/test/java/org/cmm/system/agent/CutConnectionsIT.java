package org.cmm.system.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cmm.process.RunningAgent;
import org.cmm.system.Call;
import org.cmm.system.Eventually;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.KnownAgents;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A proxy that cuts every connection after a moment, and a server that renews its certificate meanwhile. */
@ExtendWith(SharedServer.class)
class CutConnectionsIT {

    private static final int CUTS = 12;

    @TempDir
    Path folder;

    private final Institution institution;

    CutConnectionsIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void costNothingButANewConnection() throws Exception {
        Set<Long> measured = new HashSet<>();
        int encrypted = URI.create(institution.server().httpsUrl()).getPort();
        try (CuttingProxy proxy = new CuttingProxy(encrypted);
                RunningAgent agent = start(proxy)) {
            String server = Eventually.become(Duration.ofSeconds(30), agent::log, log -> log.contains("connected to "))
                    .replaceAll("(?s).*enrolled as (\\S+).*", "$1");
            for (int cut = 0; cut < CUTS; cut++) {
                TimeUnit.MILLISECONDS.sleep(300);
                measured.addAll(spool().times());
                proxy.cut();
                if (cut == CUTS / 2) {
                    renewCertificate();
                }
            }
            assertThat(proxy.opened()).as("connections after %d cuts", CUTS).isGreaterThan(CUTS / 2);
            Eventually.become(Duration.ofSeconds(30), () -> stored(server), stored -> stored.containsAll(measured));
            assertThat(agent.stop()).isZero();
            measured.addAll(spool().times());

            assertThat(spool().drained()).as(agent.log()).isTrue();
            assertThat(measured).hasSizeGreaterThan(50);
            assertThat(stored(server)).containsAll(measured).hasSize((int) spool().acknowledged());
            assertThat(agent.log()).doesNotContain("does not prove itself", "secret any more");
        }
    }

    private RunningAgent start(CuttingProxy proxy) {
        return RunningAgent.start(
                folder,
                "https://localhost:" + proxy.port(),
                "--token",
                institution.enrolmentToken("cut connections", 1),
                "--authority",
                institution.server().authority().toString(),
                "--interval",
                "40ms",
                "--delivery-interval",
                "200ms");
    }

    private void renewCertificate() {
        institution
                .callEncrypted(Call.post("/trust/names")
                        .form("name=renewed.example")
                        .header("Sec-Fetch-Site", "same-origin")
                        .as(institution.browse(Role.ADMIN)))
                .expect(303);
    }

    private Set<Long> stored(String server) throws Exception {
        try (Connection database = institution.server().database()) {
            return KnownAgents.times(database, server);
        }
    }

    private SpoolFiles spool() {
        return new SpoolFiles(RunningAgent.data(folder).resolve("spool"));
    }
}
