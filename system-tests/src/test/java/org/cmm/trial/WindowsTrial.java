package org.cmm.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cmm.process.ProcessUsage;
import org.cmm.system.Eventually;
import org.cmm.system.Institution;
import org.cmm.system.SharedServer;
import org.cmm.system.agent.SpoolFiles;
import org.cmm.trial.WindowsComputer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of an agent on one Windows computer, from a refused installation to the last trace; Wine plays Windows. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class WindowsTrial {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /**
     * Some 20 MiB more than Windows would count: Wine keeps its own libraries in the process, and a copy of each DLL.
     */
    private static final double LARGEST_MEBIBYTES = 110;

    /** 1603, of which Linux passes on the last eight bits. */
    private static final int REFUSED = 1603 & 0xff;

    private static final String DATA = "ProgramData/CMM/agent";
    private static final String PROGRAMS = "Program Files/CMM";

    private final Institution institution;
    private final Onlooker onlooker;
    private final Set<Long> measured = new HashSet<>();
    private WindowsComputer computer;
    private Cable cable;
    private String authority;
    private String token;
    private String msi;
    private String newerMsi;

    WindowsTrial(Institution institution) {
        this.institution = institution;
        onlooker = new Onlooker(institution);
    }

    @BeforeAll
    void buyAComputer() throws Exception {
        cable = new Cable(URI.create(institution.server().httpsUrl()).getPort());
        computer = WindowsComputer.buy(Path.of(System.getProperty("cmm.wine.root")));
        token = institution.enrolmentToken("thirty PCs", 1);
        authority = "AUTHORITY=sha256:" + onlooker.fingerprint();
        msi = computer.bring(Path.of(System.getProperty("cmm.msi")));
        newerMsi = computer.bring(Path.of(System.getProperty("cmm.msi.newer")));
    }

    @AfterAll
    void throwItAway() throws Exception {
        computer.close();
        cable.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SERVER=",
                "SERVER=192.168.1.10:8443",
                "SERVER=htps://192.168.1.10",
                "SERVER=https://",
                "SERVER=https:///x",
                "SERVER=https://https://192.168.1.10"
            })
    @Order(2)
    void anInstallationWithoutARealServerAddressIsRefusedAndLeavesNothing(String server) throws Exception {
        Answer answer = server.isEmpty() ? install("TOKEN=x") : install("TOKEN=x", server);

        assertThat(answer.code()).isEqualTo(REFUSED);
        assertThat(traces()).isEmpty();
    }

    @Test
    @Order(3)
    void anInstallationWithoutATokenOrWithAStrangeAuthorityIsRefused() throws Exception {
        assertThat(install("SERVER=" + server()).code()).isEqualTo(REFUSED);
        assertThat(install("SERVER=" + server(), "TOKEN=x", "AUTHORITY=cmm.pem").code())
                .isEqualTo(REFUSED);
        assertThat(traces()).isEmpty();
    }

    @Test
    @Order(10)
    void aSilentInstallationStartsTheServiceAndThePcAppears() throws Exception {
        Answer installed = install("SERVER=" + server(), authority, "TOKEN=" + token);

        assertThat(installed.code()).as(installed.words()).isZero();
        assertThat(computer.service()).isPresent();
        Eventually.become(PATIENCE, onlooker::servers, servers -> servers.size() == 1);
        Eventually.become(
                PATIENCE,
                onlooker::status,
                status -> status.at("/latest/values").size() > 3);
    }

    @Test
    @Order(11)
    void theUsedTokenIsNowhereOnThePc() throws Exception {
        String settings = Eventually.become(PATIENCE, this::settings, text -> !text.contains("token"));
        computer.restart();

        assertThat(settings).contains("server=" + server());
        assertThat(computer.registry()).contains("CMMAgent").doesNotContain(token);
    }

    @Test
    @Order(12)
    void whatThePcReportsIsWhatItsKernelSays() throws Exception {
        JsonNode values = onlooker.status().at("/latest/values");

        double used = 1 - meminfo("MemAvailable") / meminfo("MemTotal");
        double uptime =
                Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
        System.out.printf("The PC reports %s%n", values);
        assertThat(values.get("system.memory.utilization").asDouble()).isBetween(used - 0.1, used + 0.1);
        assertThat(values.get("system.uptime").asDouble()).isBetween(uptime - 60, uptime + 60);
        assertThat(values.get("system.cpu.utilization").asDouble()).isBetween(0.001, 1.0);
    }

    @Test
    @Order(13)
    void settingsWrittenByHandAreFollowedAfterTheServiceWasStoppedAndStarted() throws Exception {
        Files.writeString(data("agent.ini"), settings() + "interval=1s\r\ndelivery-interval=1s\r\n");

        stopService();
        computer.run("net", "start", "CMMAgent");

        assertThat(computer.service()).isPresent();
        long before = onlooker.rows();
        Eventually.become(Duration.ofSeconds(30), onlooker::rows, rows -> rows >= before + 10);
    }

    @Test
    @Order(14)
    void theAgentsMemoryStaysSmall() throws Exception {
        double mebibytes =
                ProcessUsage.of(computer.service().orElseThrow().pid()).residentMebibytes();

        System.out.printf("The agent's process has %.0f MiB resident under Wine%n", mebibytes);
        assertThat(mebibytes).isLessThanOrEqualTo(LARGEST_MEBIBYTES);
    }

    @Test
    @Order(20)
    void nothingIsLostOrDoubledByAPowerCutWhileTheLinkIsAway() throws Exception {
        computer.restart();
        Eventually.become(PATIENCE, computer::service, Optional::isPresent);
        long before = spool().times().size();
        cable.pullOut();
        Eventually.become(PATIENCE, () -> spool().times().size(), size -> size >= before + 10);

        computer.cutPower();
        measured.addAll(spool().times());
        computer.switchOn();
        Eventually.become(PATIENCE, computer::service, Optional::isPresent);
        Eventually.become(PATIENCE, () -> spool().times().size(), size -> size > measured.size());
        cable.putIn();

        Eventually.become(PATIENCE, onlooker::storedTimes, stored -> stored.containsAll(measured));
        assertThat(onlooker.doubled()).isZero();
        System.out.printf("%d samples lay in the spool at the power cut, each is stored once%n", measured.size());
    }

    @Test
    @Order(30)
    void anUpgradeInPlaceKeepsIdentitySettingsAndSpool() throws Exception {
        String identity = Files.readString(data("identity"));
        cable.pullOut();
        long before = spool().times().size();
        Eventually.become(PATIENCE, () -> spool().times().size(), size -> size >= before + 5);
        stopService();
        measured.addAll(spool().times());

        // Windows tells the old package that it is being replaced (UPGRADINGPRODUCTCODE), Wine does not
        computer.set("CMM_KEEPDATA", "1");
        Answer upgraded = computer.run("msiexec", "/i", newerMsi, "/qn");
        computer.unset();

        assertThat(upgraded.code()).as(upgraded.words()).isZero();
        assertThat(settings())
                .contains("server=" + server(), "authority=sha256:", "interval=1s")
                .doesNotContain("token");
        assertThat(data("identity")).hasContent(identity);
        cable.putIn();
        Eventually.become(PATIENCE, computer::service, Optional::isPresent);
        Eventually.become(PATIENCE, onlooker::storedTimes, stored -> stored.containsAll(measured));
        assertThat(onlooker.servers()).hasSize(1);
    }

    @Test
    @Order(31)
    void runningTheInstallerTwiceChangesNothing() throws Exception {
        stopService();
        Answer again = computer.run(
                "msiexec",
                "/i",
                newerMsi,
                "/qn",
                "SERVER=" + server(),
                authority,
                "TOKEN=" + institution.enrolmentToken("twice", 1));

        assertThat(again.code()).as(again.words()).isZero();
        Eventually.become(PATIENCE, computer::service, Optional::isPresent);
        assertThat(onlooker.servers()).hasSize(1);
    }

    @Test
    @Order(32)
    void anOlderInstallerIsRefusedAndTheNewerGoesOn() throws Exception {
        assertThat(install("SERVER=" + server(), "TOKEN=x").code()).isEqualTo(REFUSED);

        assertThat(computer.service()).isPresent();
    }

    @Test
    @Order(33)
    void theCommandAtHandKnowsItsVersionAndOneSample() throws Exception {
        String command = "C:\\Program Files\\CMM\\Agent\\cmm-agent.cmd";

        assertThat(computer.run("cmd", "/c", command, "--version").words()).contains("cmm-agent ");
        assertThat(computer.run("cmd", "/c", command, "--once").words()).contains("system.memory.utilization");
    }

    @Test
    @Order(34)
    void thePlainArchiveRunsWithAJavaThatIsThereAlready() throws Exception {
        String archive = System.getProperty("cmm.agent.zip");
        new ProcessBuilder("unzip", "-q", archive, "-d", computer.drive("").toString())
                .start()
                .waitFor();
        computer.set("JAVA_HOME", "C:\\Program Files\\CMM\\Agent\\runtime");

        Answer once = computer.run("cmd", "/c", "C:\\cmm-agent\\cmm-agent.cmd", "--once");
        computer.unset();

        assertThat(once.words()).contains("system.memory.utilization");
    }

    @Test
    @Order(40)
    void removingItOnRequestKeepsIdentityAndSpool() throws Exception {
        stopService();
        Answer removed = computer.run("msiexec", "/x", newerMsi, "/qn", "KEEPDATA=1");

        assertThat(removed.code()).as(removed.words()).isZero();
        assertThat(computer.service()).isEmpty();
        assertThat(files(PROGRAMS)).isEmpty();
        assertThat(data("identity")).exists();
        assertThat(data("spool")).isNotEmptyDirectory();
    }

    @Test
    @Order(41)
    void installedAgainItIsTheSameServerWithItsOldIdentity() throws Exception {
        String identity = Files.readString(data("identity"));

        Answer installed = install(
                "SERVER=" + server(), authority, "TOKEN=" + institution.enrolmentToken("with its old identity", 1));

        assertThat(installed.code()).as(installed.words()).isZero();
        awaitNewSamples();
        assertThat(data("identity")).hasContent(identity);
        assertThat(onlooker.servers()).hasSize(1);
    }

    @Test
    @Order(42)
    void removedForAnUpgradeItLeavesIdentityAndSpoolToTheNewOne() throws Exception {
        stopService();
        Answer removed = computer.run("msiexec", "/x", msi, "/qn", "UPGRADINGPRODUCTCODE={0}");

        assertThat(removed.code()).as(removed.words()).isZero();
        assertThat(data("identity")).exists();
        assertThat(install("SERVER=" + server(), authority, "TOKEN=" + institution.enrolmentToken("again", 1))
                        .code())
                .isZero();
    }

    @Test
    @Order(43)
    void removedItLeavesNothing() throws Exception {
        stopService();
        Answer removed = computer.run("msiexec", "/x", msi, "/qn");
        computer.restart();

        assertThat(removed.code()).as(removed.words()).isZero();
        assertThat(computer.service()).isEmpty();
        assertThat(traces()).isEmpty();
        assertThat(computer.registry()).doesNotContain("CMMAgent", "CMM\\\\Agent");
    }

    @Test
    @Order(44)
    void installedAfreshOnTheSamePcItIsStillNoSecondServer() throws Exception {
        assertThat(install("SERVER=" + server(), authority, "TOKEN=" + institution.enrolmentToken("afresh", 1))
                        .code())
                .isZero();

        awaitNewSamples();
        assertThat(onlooker.servers()).hasSize(1);
    }

    /** Windows' installer waits until a service that it stops has ended; Wine's does not, so the trial does. */
    private void stopService() throws Exception {
        Eventually.become(
                PATIENCE,
                () -> {
                    computer.run("net", "stop", "CMMAgent");
                    return computer.service();
                },
                Optional::isEmpty);
    }

    private void awaitNewSamples() throws InterruptedException {
        Instant now = Instant.now();
        Eventually.become(PATIENCE, onlooker::status, status -> Instant.parse(
                        status.at("/latest/at").asText())
                .isAfter(now));
    }

    private Answer install(String... properties) throws Exception {
        return computer.run(Stream.concat(Stream.of("msiexec", "/i", msi, "/qn"), Stream.of(properties))
                .toArray(String[]::new));
    }

    private String server() {
        return "https://127.0.0.1:" + cable.port();
    }

    private SpoolFiles spool() {
        return new SpoolFiles(data("spool"));
    }

    private String settings() throws IOException {
        return Files.readString(data("agent.ini"));
    }

    private Path data(String file) {
        return computer.drive(DATA).resolve(file);
    }

    private List<Path> traces() throws IOException {
        List<Path> all = new ArrayList<>(files("ProgramData/CMM"));
        all.addAll(files(PROGRAMS));
        return all;
    }

    private List<Path> files(String folder) throws IOException {
        Path root = computer.drive(folder);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.toList();
        }
    }

    private static double meminfo(String what) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith(what + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
