package org.cmm.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cmm.process.FreePort;
import org.cmm.process.RunningServer;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Credential;
import org.cmm.system.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The Linux packages from their installation to their removal, in the order in which an administrator meets them. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class PackagesTrial {

    private static final Pattern SETUP_TOKEN = Pattern.compile("setup#token=([\\w-]+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PASSWORD = "a password for one trial 5512";

    private final Path now = Path.of(System.getProperty("cmm.trial.now"));
    private final Path later = Path.of(System.getProperty("cmm.trial.later"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePort.find();
    private final int securePort = FreePort.find();
    private CleanDebian machine;
    private Credential admin = Credential.NONE;

    PackagesTrial() throws IOException, InterruptedException {
        machine = CleanDebian.boot(Path.of(System.getProperty("cmm.trial.root")));
    }

    @BeforeAll
    void choosePorts() throws IOException {
        // Before the installation, as from a tool that prepares machines; the package keeps what it finds
        Files.createDirectories(machine.file("/etc/cmm-server"));
        Files.writeString(
                machine.file("/etc/cmm-server/server.conf"),
                "CMM_PORT=%d%nCMM_HTTPS_PORT=%d%n".formatted(port, securePort));
    }

    @AfterAll
    void off() throws Exception {
        machine.close();
        http.close();
    }

    @Test
    @Order(1)
    void theServersPackageStartsAServiceThatTellsItsSetUpLinkInTheJournal() throws Exception {
        install(now, "cmm-server");
        Matcher token = SETUP_TOKEN.matcher("");
        Eventually.become(
                PATIENCE, () -> machine.run("journalctl -u cmm-server").said(), said -> token.reset(said)
                        .find());

        call(Call.post("/api/v1/setup")
                        .json(
                                "{'token':'%s','name':'Awa Admin','email':'awa@example.org','password':'%s'}",
                                token.group(1), PASSWORD))
                .expect(201);

        admin = logIn();
        assertThat(machine.run("systemctl is-active cmm-server").said()).isEqualToIgnoringNewLines("active");
        assertThat(machine.run("systemctl is-enabled cmm-server").said()).isEqualToIgnoringNewLines("enabled");
    }

    @Test
    @Order(2)
    void theAgentsPackageWaitsUntilItIsToldWhereTheServerIs() throws Exception {
        install(now, "cmm-agent");

        assertThat(machine.run("systemctl is-active cmm-agent").said()).startsWith("inactive");
        assertThat(machine.run("systemctl is-failed cmm-agent").code()).isNotZero();
        assertThat(machine.run("cmm-agent configure --server localhost:" + securePort + " --token x")
                        .said())
                .contains("https://");
        assertThat(machine.file("/etc/cmm-agent/agent.conf")).doesNotExist();
    }

    @Test
    @Order(3)
    void aConfiguredAgentDeliversAndForgetsItsToken() throws Exception {
        configureAgent();

        awaitSamples(2);
        assertThat(servers()).hasSize(1);
        assertThat(Files.readString(machine.file("/etc/cmm-agent/agent.conf"))).doesNotContain("token");
        assertThat(machine.run("journalctl -u cmm-agent").said())
                .contains("connected to https://localhost:" + securePort);
        machine.run("cmm-agent status").expect(0);
        assertThat(Files.readString(machine.file("/var/lib/cmm-agent/identity")).contains("hardware="))
                .as("the number that tells machines with copied disks apart, where there is one")
                .isEqualTo(Files.exists(Path.of("/sys/class/dmi/id/product_uuid")));
    }

    @Test
    @Order(4)
    void bothRunWithoutRightsAndShutIn() throws Exception {
        for (String service : new String[] {"cmm-server", "cmm-agent"}) {
            assertThat(machine.run("stat -c %%U /proc/$(systemctl show -p MainPID --value %s)".formatted(service))
                            .said())
                    .startsWith(service);
            String exposure = machine.run("systemd-analyze security --no-pager " + service)
                    .said();
            assertThat(exposure).as(exposure).containsPattern("Overall exposure level.*: [01]\\.\\d OK");
        }
        assertThat(machine.run("stat -c '%a %U' /var/lib/cmm-server /var/lib/cmm-agent /var/lib/cmm-server/tls")
                        .said())
                .isEqualToNormalizingNewlines("700 cmm-server\n700 cmm-agent\n700 cmm-server\n");
    }

    @Test
    @Order(5)
    void whatTheAgentMeasuresInItsShellIsWhatTheMachineIs() throws Exception {
        awaitSamples(3);
        JsonNode values = call(Call.get("/api/v1/servers/" + code() + "/status").as(admin))
                .expect(200)
                .json();

        String text = values.toString();
        assertThat(text).contains("system.cpu.utilization").contains("system.memory.utilization");
        assertThat(text).contains("\"/\"").doesNotContain("/var/lib/cmm-agent").doesNotContain("/etc/cmm-agent");
    }

    @Test
    @Order(6)
    void killedProgramsComeBackAndNothingAcknowledgedIsLost() throws Exception {
        long before = samples();

        machine.run("systemctl kill --signal=KILL --kill-whom=all cmm-server; systemctl kill --signal=KILL cmm-agent");

        awaitSamples(before + 2);
        assertThat(samples()).isGreaterThan(before);
        assertThat(servers()).hasSize(1);
    }

    @Test
    @Order(7)
    void aBackupByRootLiesWhereRootWantsIt() throws Exception {
        CleanDebian.Ended taken =
                machine.run("cd /root && umask 022 && cmm-server backup trial.zip && stat -c '%a %U' trial.zip");

        assertThat(taken.expect(0).said()).contains("600 root");
        assertThat(machine.run("cmm-server restore /root/trial.zip").expect(1).said())
                .contains("already holds data");
    }

    @Test
    @Order(8)
    void bothComeBackAfterTheMachineWasOff() throws Exception {
        long before = samples();

        machine.reboot();

        awaitSamples(before + 2);
        assertThat(servers()).hasSize(1);
    }

    @Test
    @Order(9)
    void anUpgradeKeepsIdentityDataAndSettings() throws Exception {
        long before = samples();
        String identity = Files.readString(machine.file("/var/lib/cmm-agent/identity"));

        install(later, "cmm-server");
        install(later, "cmm-agent");

        awaitSamples(before + 2);
        assertThat(servers()).hasSize(1);
        assertThat(Files.readString(machine.file("/var/lib/cmm-agent/identity")))
                .isEqualTo(identity);
        assertThat(machine.run("dpkg-query -W -f '${Version}' cmm-agent").said())
                .endsWith(".1");
        logIn();
    }

    @Test
    @Order(10)
    void installingTwiceChangesNothing() throws Exception {
        long before = samples();

        install(later, "cmm-agent");
        install(later, "cmm-agent");

        awaitSamples(before + 2);
        assertThat(servers()).hasSize(1);
    }

    @Test
    @Order(11)
    void removalKeepsSettingsAndDataForAReturn() throws Exception {
        machine.run("apt-get remove -y cmm-agent").expect(0);
        assertThat(machine.run("command -v cmm-agent; systemctl cat cmm-agent").code())
                .isNotZero();
        assertThat(machine.file("/var/lib/cmm-agent/identity")).exists();
        long before = samples();

        install(later, "cmm-agent");

        awaitSamples(before + 2);
        assertThat(servers()).hasSize(1);
    }

    @Test
    @Order(12)
    void theManualAndTheCompletionAreThere() throws Exception {
        assertThat(machine.run("man cmm-server | cat").said())
                .contains("CMM_HTTPS_PORT")
                .contains("backup");
        assertThat(machine.run("man cmm-agent | cat").said()).contains("configure");
        assertThat(machine.run("""
                        source /usr/share/bash-completion/completions/cmm-agent
                        COMP_WORDS=(cmm-agent --dat) COMP_CWORD=1
                        _cmm_agent && echo "${COMPREPLY[@]}"
                        """).said()).contains("--data-directory");
        assertThat(machine.run("cmm-server --version; cmm-agent --version").said())
                .containsPattern("cmm-server \\d+\\.\\d+\\.\\d+\\+\\w+\\s+cmm-agent \\d+\\.\\d+\\.\\d+\\+\\w+");
    }

    @Test
    @Order(13)
    void purgingLeavesNothing() throws Exception {
        machine.run("apt-get purge -y cmm-agent cmm-server").expect(0);

        assertNothingIsLeft();
    }

    @Test
    @Order(14)
    void theArchivesInstallUpgradeAndLeaveNothingToo() throws Exception {
        unpackAndInstall(now, "cmm-server");
        unpackAndInstall(now, "cmm-agent");
        Eventually.become(
                PATIENCE,
                () -> machine.run("journalctl -b -u cmm-server").said(),
                said -> said.contains("CMM is ready"));
        assertThat(machine.run("cmm-server --version").expect(0).said()).startsWith("cmm-server");
        assertThat(machine.run("cmm-agent --once").expect(0).said()).contains("system.cpu.utilization");
        unpackAndInstall(later, "cmm-agent");

        for (String program : new String[] {"cmm-agent", "cmm-server"}) {
            machine.run("/root/unpacked/%s-*/install.sh --purge".formatted(program))
                    .expect(0);
        }

        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws Exception {
        assertThat(machine.run("""
                        find / -xdev -name 'cmm-*' -not -path '/root/*' -not -path '/var/log/*' -not -path '/proc/*' \
                          -not -path '/var/lib/dpkg/*' -not -path '/var/lib/systemd/*' -not -path '/run/*' \
                          -not -path '/var/cache/man/*'
                        getent passwd cmm-agent cmm-server; grep -lE '/cmm-(agent|server)/' /proc/[0-9]*/cmdline
                        """).said()).isEmpty();
    }

    private void unpackAndInstall(Path packages, String program) throws Exception {
        String archive = machine.give(only(packages, program + "-linux-*.tar.gz"));
        machine.run(
                        "rm -rf /root/unpacked/%1$s-*; mkdir -p /root/unpacked && tar -xzf %2$s -C /root/unpacked && /root/unpacked/%1$s-*/install.sh"
                                .formatted(program, archive))
                .expect(0);
    }

    private void install(Path packages, String name) throws Exception {
        String file = machine.give(only(packages, name + "-*.deb"));
        machine.run("DEBIAN_FRONTEND=noninteractive dpkg --force-confold -i " + file)
                .expect(0);
    }

    private static Path only(Path folder, String glob) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var matcher = folder.getFileSystem().getPathMatcher("glob:" + glob);
            return files.filter(file -> matcher.matches(file.getFileName()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void configureAgent() throws Exception {
        String token = call(Call.post("/api/v1/enrolment-tokens")
                        .json("{'label':'trial'}")
                        .as(admin))
                .expect(201)
                .json()
                .get("token")
                .asText();
        machine.run(
                        "cmm-agent configure --server https://localhost:%d --token %s --authority /var/lib/cmm-server/tls/authority.crt"
                                .formatted(securePort, token))
                .expect(0);
    }

    private Credential logIn() throws InterruptedException {
        Answer answer = Eventually.become(
                PATIENCE,
                () -> call(Call.post("/api/v1/session").json("{'login':'awa@example.org','password':'%s'}", PASSWORD)),
                got -> got.status() == 200);
        return Credential.bearer("Awa", answer.json().get("accessToken").asText());
    }

    private JsonNode servers() {
        return call(Call.get("/api/v1/servers").as(admin)).expect(200).json().get("items");
    }

    private String code() {
        return servers().get(0).get("code").asText();
    }

    private void awaitSamples(long atLeast) throws InterruptedException {
        Eventually.become(PATIENCE, this::samplesOrNone, count -> count >= atLeast);
    }

    /** While the database is away, nobody can count. */
    private long samplesOrNone() {
        try {
            return samples();
        } catch (Exception e) {
            return 0;
        }
    }

    private long samples() throws Exception {
        try (Connection database = RunningServer.databaseIn(machine.file("/var/lib/cmm-server"));
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM sample")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Answer call(Call call) {
        return call.send(http, "http://localhost:" + port);
    }
}
