package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cmm.process.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one command to a machine under watch: its own metrics, a real alert from real stress, and back. */
class OneCommandIT {

    private static final Map<String, String> LIVELY =
            Map.of("CMM_AGENT_INTERVAL", "1s", "CMM_AGENT_DELIVERY_INTERVAL", "1s");

    /** The default levels, held for seconds instead of minutes; others may work on this machine, so calm is near. */
    private static final String HASTY_CPU_RULE = """
            {"enabled": true, "raiseAfterSeconds": 3, "clearAfterSeconds": 0, "maxGapSeconds": 60, "levels": [
              {"severity": "warning", "raiseAt": 0.85, "clearBelow": 0.849},
              {"severity": "critical", "raiseAt": 0.95, "clearBelow": 0.949}]}
            """;

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void watchesThisMachineRaisesARealAlertAndGoesOnAfterAKill() throws Exception {
        int port = FreePort.find();
        Api api;
        String machine;
        Span span;
        JsonNode acknowledged;
        List<JsonNode> raised;
        try (UpCommand up = UpCommand.type(data, port, LIVELY)) {
            api = Api.firstAdministrator(http, up.url(), up.setupToken().orElseThrow());
            machine = theOnlyMachine(api);
            showsItsOwnMetrics(api, machine);
            stressRaisesOneAlertAndCalmClearsIt(api);
            span = Span.untilNow();
            raised = alerts(api);
            acknowledged = cpu(api, machine, span);

            up.server().orElseThrow().destroyForcibly();
            assertThat(up.exitCode()).as(up.said()).isNotZero();
        }
        try (UpCommand again = UpCommand.type(data, port, LIVELY)) {
            assertThat(again.setupToken()).as("there is an administrator").isEmpty();
            assertThat(cpu(api, machine, span)).isEqualTo(acknowledged);
            Instant restart = Instant.now();
            Eventually.become(
                    Duration.ofSeconds(30),
                    () -> cpu(api, machine, new Span(restart, Instant.now().plusSeconds(1))),
                    history -> !history.get("series").isEmpty());
            assertThat(alerts(api)).as("a restart raises nothing").isEqualTo(raised);

            killedAgentComesBack(again);
            List<ProcessHandle> everything = again.everything();
            assertThat(everything).as("server, database and agent").hasSize(3);
            again.stop();
            Eventually.become(
                    Duration.ofSeconds(5),
                    () -> everything.stream().filter(ProcessHandle::isAlive).toList(),
                    List::isEmpty);
        }
    }

    private static String theOnlyMachine(Api api) throws Exception {
        JsonNode servers =
                Eventually.become(Duration.ofSeconds(30), () -> api.get("/api/v1/servers"), found -> !found.get("items")
                        .isEmpty());
        assertThat(servers.get("items")).hasSize(1);
        return servers.get("items").get(0).get("code").asText();
    }

    private static void showsItsOwnMetrics(Api api, String machine) throws Exception {
        for (String metric : List.of(
                "system.cpu.utilization",
                "system.memory.utilization",
                "system.filesystem.utilization",
                "system.uptime")) {
            Eventually.become(
                    Duration.ofSeconds(30),
                    () -> api.get("/api/v1/servers/%s/history?metric=%s".formatted(machine, metric)),
                    history -> !history.get("series").isEmpty());
        }
    }

    private static void stressRaisesOneAlertAndCalmClearsIt(Api api) throws Exception {
        api.send("PUT", "/api/v1/rules/cpu", HASTY_CPU_RULE);
        List<Thread> busy = busyThreads();
        try {
            Eventually.become(Duration.ofSeconds(60), () -> alerts(api), found -> !found.isEmpty());
            TimeUnit.SECONDS.sleep(3);
            assertThat(alerts(api)).as("raised once").hasSize(1);
        } finally {
            busy.forEach(Thread::interrupt);
        }
        JsonNode alert = Eventually.become(
                Duration.ofMinutes(4), () -> alerts(api).getLast(), oldest -> oldest.hasNonNull("clearedAt"));
        assertThat(alert.get("cause").asText()).isEqualTo("recovered");
        assertThat(alert.get("value").asDouble()).isGreaterThanOrEqualTo(0.85);
        api.send("DELETE", "/api/v1/rules/cpu", "");
    }

    /** Twice as many as there are processors, so that nobody else gets in between. */
    private static List<Thread> busyThreads() {
        return Stream.generate(() -> Thread.ofPlatform().daemon().start(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                }))
                .limit(2L * Runtime.getRuntime().availableProcessors())
                .toList();
    }

    private static void killedAgentComesBack(UpCommand up) throws InterruptedException {
        ProcessHandle killed = up.agent().orElseThrow();
        killed.destroyForcibly();
        Eventually.become(
                Duration.ofSeconds(30),
                () -> up.agent().filter(agent -> agent.pid() != killed.pid()),
                Optional::isPresent);
        assertThat(up.said()).contains("starting it again");
    }

    private static List<JsonNode> alerts(Api api) throws Exception {
        List<JsonNode> cpu = new ArrayList<>();
        for (JsonNode alert : api.get("/api/v1/alerts?state=all").get("items")) {
            if (alert.get("rule").asText().equals("cpu")) {
                cpu.add(alert);
            }
        }
        return cpu;
    }

    private static JsonNode cpu(Api api, String machine, Span span) throws Exception {
        return api.get("/api/v1/servers/%s/history?metric=system.cpu.utilization&from=%s&to=%s"
                .formatted(machine, span.from(), span.to()));
    }

    private record Span(Instant from, Instant to) {

        /** Two seconds ago, so that what the agent still holds does not fall into it. */
        static Span untilNow() {
            Instant end = Instant.now().minusSeconds(2);
            return new Span(end.minus(Duration.ofHours(1)), end);
        }
    }
}
