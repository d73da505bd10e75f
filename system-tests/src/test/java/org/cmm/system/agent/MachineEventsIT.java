package org.cmm.system.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.cmm.process.RunningAgent;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Eventually;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What agents know about starts, stops and power arrives, once, by CMM's clock. */
@ExtendWith(SharedServer.class)
class MachineEventsIT {

    @TempDir
    Path folder;

    private final Institution institution;

    MachineEventsIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void anEventIsKeptOnceWithItsTimeCorrected() {
        JsonNode agent = enrol("power-cut");
        Instant lost = Instant.now().minus(Duration.ofMinutes(90));
        Duration slow = Duration.ofDays(2_000);

        for (int delivery = 0; delivery < 2; delivery++) {
            tell(agent, """
                    {'epoch':77,'nowMillis':%d,'events':[
                     {'key':'mains-lost:b:1','kind':'mains-lost','evidence':'power-supply','atMillis':%d},
                     {'key':'x','kind':'from-the-future','evidence':'agent','atMillis':1},
                     {'key':'y','kind':'woke','evidence':'clocks','atMillis':5}]}""".formatted(
                                    Instant.now().minus(slow).toEpochMilli(),
                                    lost.minus(slow).toEpochMilli()))
                    .expect(204);
        }

        JsonNode items = events(agent);
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("kind").asText()).isEqualTo("mains-lost");
        assertThat(items.get(0).get("evidence").asText()).isEqualTo("power-supply");
        assertThat(Duration.between(lost, Instant.parse(items.get(0).get("at").asText()))
                        .abs())
                .isLessThan(Duration.ofSeconds(20));
        assertThat(page(agent, "en"))
                .contains("Starts, stops and power", "Mains lost, on battery", "battery and mains");
        assertThat(page(agent, "fr")).contains("Démarrages, arrêts et alimentation", "Coupure de courant");
    }

    @Test
    void anAgentThatWasKilledSaysSoWhenItIsStartedAgain() throws Exception {
        String code;
        try (RunningAgent agent = start("--token", institution.enrolmentToken("a killed agent", 1))) {
            Eventually.become(
                    Duration.ofSeconds(30), () -> agent.log().contains("connected to"), connected -> connected);
            code = agent.log().replaceAll("(?s).*enrolled as (\\S+).*", "$1");
            Eventually.become(Duration.ofSeconds(30), () -> kinds(code).contains("agent-started"), started -> started);
            agent.kill();
        }
        try (RunningAgent agent = start()) {
            Eventually.become(Duration.ofSeconds(30), () -> kinds(code).contains("agent-killed"), killed -> killed);
            assertThat(agent.stop()).isZero();
        }

        assertThat(kinds(code)).startsWith("agent-stopped");
        assertThat(kinds(code).split("machine-started", -1))
                .as("one start of the machine")
                .hasSize(2);
    }

    @Test
    void whatIsNoEventIsRefusedInWords() {
        JsonNode agent = enrol("confused");

        tell(agent, "{}").expectProblem(400, "missing-body");
        tell(agent, "{'epoch':-1,'nowMillis':1,'events':[]}").expectProblem(422, "invalid-fields");
        tell(agent, "{'epoch':1,'nowMillis':1,'events':[null,{}]}").expect(204);
    }

    private RunningAgent start(String... settings) {
        String[] all = new String[settings.length + 4];
        System.arraycopy(new String[] {"--interval", "100ms", "--delivery-interval", "200ms"}, 0, all, 0, 4);
        System.arraycopy(settings, 0, all, 4, settings.length);
        return RunningAgent.start(folder, institution.url(), all);
    }

    private Answer tell(JsonNode agent, String json) {
        return institution.call(Call.post("/api/v1/agent/events")
                .header("Authorization", "Bearer " + agent.get("secret").asText())
                .json(json));
    }

    private String kinds(String code) {
        StringBuilder kinds = new StringBuilder();
        events(code).forEach(event -> kinds.append(event.get("kind").asText()).append(' '));
        return kinds.toString();
    }

    private JsonNode events(JsonNode agent) {
        return events(agent.get("serverId").asText());
    }

    private JsonNode events(String code) {
        return institution
                .call(Call.get("/api/v1/servers/" + code + "/machine-events").as(institution.token(Role.VIEWER)))
                .expect(200)
                .json()
                .get("items");
    }

    private String page(JsonNode agent, String language) {
        return institution
                .call(Call.get("/servers/" + agent.get("serverId").asText())
                        .header("Accept-Language", language)
                        .as(institution.browse(Role.VIEWER)))
                .expect(200)
                .body();
    }

    private JsonNode enrol(String host) {
        return institution
                .call(Call.post("/api/v1/agent/enrolment").json("""
                {'token':'%s','hostName':'%2$s','machineId':'id-of-%2$s','agentVersion':'test',
                 'osFamily':'Linux','addresses':[]}""", institution.enrolmentToken(host, 1), host))
                .expect(200)
                .json();
    }
}
