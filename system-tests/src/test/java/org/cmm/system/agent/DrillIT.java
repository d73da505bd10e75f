package org.cmm.system.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.cmm.process.RunningAgent;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Eventually;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Drills by the real agent as a process of its own, on the machine that runs the tests. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrillIT {

    private static final String DRILLS = "/api/v1/drills";
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    static Path folder;

    private final Institution institution;
    private CuttingProxy link;
    private Machine cutOff;

    DrillIT(Institution institution) {
        this.institution = institution;
    }

    /** A machine under watch. */
    private record Machine(RunningAgent agent, Path home, String code) {}

    /** A drill goes on without the server's word for half a minute, in which the other tests run. */
    @BeforeAll
    void cutALinkInTheMiddleOfADrill() throws Exception {
        link = new CuttingProxy(URI.create(institution.url()).getPort());
        cutOff = join("cut-off", "http://127.0.0.1:" + link.port());
        int drill = order(cutOff, "cpu", 300, 20);
        become(drill, "running");
        link.close();
    }

    @AfterAll
    void stop() {
        cutOff.agent().close();
    }

    @Test
    void memoryThatADrillTakesRaisesARealAlertThatIsMarkedUntilItIsAborted() throws Exception {
        Machine machine = join("memory", institution.url());
        try (RunningAgent agent = machine.agent()) {
            int used = (int) (100 * usedMemory());
            institution
                    .call(Call.post("/api/v1/rules")
                            .as(institution.token(Role.ADMIN))
                            .json("""
                    {'id':'memory','scope':'server:%s','rule':{'enabled':true,
                     'looksAt':{'kind':'threshold','metric':'system.memory.utilization','side':'high'},
                     'levels':[{'severity':'warning','raiseAt':0.%02d5,'clearBelow':0.%02d}],
                     'raiseAfterSeconds':1,'clearAfterSeconds':1,'maxGapSeconds':60}}""", machine.code(), used + 2, used + 2))
                    .expect(201);
            int drill = order(machine, "memory", 120, used + 4);

            JsonNode alert = Eventually.become(SOON, () -> alerts(machine), alerts -> !alerts.isEmpty())
                    .get(0);
            assertThat(alert.get("rule").asText()).isEqualTo("memory");
            assertThat(alert.path("drill").asInt()).as("the mark").isEqualTo(drill);

            institution
                    .call(Call.post(DRILLS + "/" + drill + "/stop").as(institution.token(Role.TECHNICIAN)))
                    .expect(200);
            assertThat(become(drill, "ended").get("outcome").asText()).isEqualTo("aborted");
            assertThat(steps(drill)).containsSubsequence("ordered", "started", "crossed", "raised", "aborted", "ended");
            assertThat(agent.log()).contains("a drill begins", "the drill is over: aborted");
        }
    }

    @Test
    void anAgentThatIsKilledInADrillTidiesUpWhenItIsStartedAgain() throws Exception {
        Machine machine = join("killed", institution.url());
        Path file = RunningAgent.data(machine.home()).resolve("drill.fill");
        int used = (int) (100 * usedDisk(machine.home()));
        int drill = order(machine, "disk", 120, used + 2);
        Eventually.become(SOON, () -> Files.exists(file) && Files.size(file) > 0, grows -> grows);
        Path status = RunningAgent.data(machine.home()).resolve("status");
        Eventually.become(SOON, () -> Files.readString(status), text -> text.contains("\"drill\":\"disk\""));
        machine.agent().kill();
        assertThat(file).exists();

        try (RunningAgent again = start(machine.home(), institution.url())) {
            assertThat(become(drill, "ended").get("outcome").asText()).isEqualTo("agent-killed");
            assertThat(file).doesNotExist();
            Eventually.become(SOON, () -> Files.readString(status), text -> !text.contains("\"drill\":"));
            assertThat(again.log()).as("no drill twice").containsOnlyOnce("a drill begins");
        }
    }

    /** Waited for last, because it takes half a minute by itself. */
    @Test
    @Order(Integer.MAX_VALUE)
    void theStressEndsByItselfWhenTheLinkIsCut() throws Exception {
        Eventually.become(
                Duration.ofSeconds(60),
                () -> cutOff.agent().log().contains("the drill is over: link-lost"),
                over -> over);
    }

    @Test
    void anAgentThatAllowsNothingIsOfferedNothing() throws Exception {
        Path home = machine("plain");
        try (RunningAgent agent = RunningAgent.start(
                home,
                institution.url(),
                "--host-root",
                home.resolve("root").toString(),
                "--token",
                institution.enrolmentToken("plain", 1))) {
            String code = code(agent);
            mark(code);
            institution
                    .call(Call.post(DRILLS)
                            .as(institution.token(Role.TECHNICIAN))
                            .json("{'server':'%s','fault':'cpu','seconds':60,'percent':50}", code))
                    .expectProblem(422, "invalid-fields");
        }
    }

    private Machine join(String name, String url) throws Exception {
        Path home = machine(name);
        RunningAgent agent = start(home, url, "--token", institution.enrolmentToken(name, 1));
        String code = code(agent);
        mark(code);
        Eventually.become(
                SOON,
                () -> institution
                        .call(Call.get(DRILLS + "/machines").as(institution.token(Role.VIEWER)))
                        .body(),
                machines -> machines.matches("(?s).*\"" + code + "\",\"faults\":\\[\"cpu\".*"));
        return new Machine(agent, home, code);
    }

    /** A home whose agent takes itself for a machine of its own. */
    private Path machine(String name) throws IOException {
        Path etc = Files.createDirectories(folder.resolve(name).resolve("root/etc"));
        Files.writeString(
                etc.resolve("machine-id"), UUID.randomUUID().toString().replace("-", ""));
        return folder.resolve(name);
    }

    private static RunningAgent start(Path home, String url, String... more) {
        String[] usual = {
            "--host-root", home.resolve("root").toString(),
            "--drills", "all",
            "--interval", "200ms",
            "--delivery-interval", "400ms",
            "--drill-free-memory", "64MiB",
            "--drill-free-disk", "64MiB"
        };
        String[] all = Arrays.copyOf(usual, usual.length + more.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        return RunningAgent.start(home, url, all);
    }

    private static String code(RunningAgent agent) throws InterruptedException {
        String log = Eventually.become(SOON, agent::log, text -> text.contains("connected to"));
        return log.replaceAll("(?s).*enrolled as (\\S+).*", "$1");
    }

    private void mark(String code) {
        institution
                .call(Call.put("/api/v1/servers/" + code + "/test-machine").as(institution.token(Role.ADMIN)))
                .expect(204);
    }

    private int order(Machine machine, String fault, int seconds, int percent) {
        Answer answer = institution.call(Call.post(DRILLS)
                .as(institution.token(Role.TECHNICIAN))
                .json(
                        "{'server':'%s','fault':'%s','seconds':%d,'percent':%d}",
                        machine.code(), fault, seconds, percent));
        return answer.expect(201).json().get("id").asInt();
    }

    private JsonNode become(int drill, String state) throws InterruptedException {
        return Eventually.become(SOON, () -> get(DRILLS + "/" + drill), view -> view.get("state")
                .asText()
                .equals(state));
    }

    private JsonNode alerts(Machine machine) {
        return get("/api/v1/alerts?state=all&server=" + machine.code()).get("items");
    }

    private List<String> steps(int drill) {
        return get(DRILLS + "/" + drill + "/record").get("steps").findValuesAsText("what");
    }

    private JsonNode get(String path) {
        return institution
                .call(Call.get(path).as(institution.token(Role.VIEWER)))
                .expect(200)
                .json();
    }

    private static double usedMemory() throws IOException {
        String info = Files.readString(Path.of("/proc/meminfo"));
        return 1 - kibibytes(info, "MemAvailable") / kibibytes(info, "MemTotal");
    }

    private static double kibibytes(String info, String key) {
        return Double.parseDouble(info.replaceAll("(?s).*" + key + ":\\s+(\\d+) kB.*", "$1"));
    }

    private static double usedDisk(Path folder) {
        var file = folder.toFile();
        double reserved = file.getFreeSpace() - file.getUsableSpace();
        double usable = file.getTotalSpace() - reserved;
        return 1 - file.getUsableSpace() / usable;
    }
}
