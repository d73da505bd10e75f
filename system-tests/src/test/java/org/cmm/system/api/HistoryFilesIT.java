package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Credential;
import org.cmm.system.Eventually;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was handed in comes back as files, drawn or as it was measured. */
@ExtendWith(SharedServer.class)
class HistoryFilesIT {

    private static final String CODE = "history-files";

    private final Institution institution;
    private final Credential technician;
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(2));

    HistoryFilesIT(Institution institution) {
        this.institution = institution;
        this.technician = institution.token(Role.TECHNICIAN);
    }

    @BeforeEach
    void aServerWithTwoSamples() {
        call(Call.post("/api/v1/servers").json("{'code':'%1$s','name':'=%1$s'}", CODE));
        call(Call.post("/api/v1/samples").json("""
                        {"server":"%s","samples":[
                          {"at":"%s","values":{"system.cpu.utilization":0.25}},
                          {"at":"%s","values":{"system.cpu.utilization":0.75,"system.process.count":100}}]}
                        """.formatted(CODE, begin, begin.plusSeconds(60))))
                .expect(200);
    }

    @Test
    void samplesComeBackAsTheyWereHandedIn() {
        Answer lines = call(Call.get("/api/v1/servers/%s/samples?%s".formatted(CODE, hour())))
                .expect(200);
        assertThat(lines.header("Content-Disposition")).contains(CODE + ".jsonl");
        assertThat(lines.body().lines())
                .containsExactly(
                        "{\"at\":\"%s\",\"values\":{\"system.cpu.utilization\":0.25}}".formatted(begin),
                        "{\"at\":\"%s\",\"values\":{\"system.cpu.utilization\":0.75,\"system.process.count\":100}}"
                                .formatted(begin.plusSeconds(60)));

        assertThat(call(Call.get("/api/v1/servers/%s/samples/file?%s".formatted(CODE, hour())))
                        .expect(200)
                        .body())
                .isEqualTo("time,system.cpu.utilization,system.process.count\r\n%s,0.25,\r\n%s,0.75,100\r\n"
                        .formatted(begin, begin.plusSeconds(60)));
    }

    @Test
    void whatIsDrawnComesAsASpreadsheet() {
        Answer file = call(Call.get("/api/v1/history/file?server=%s&points=60&%s".formatted(CODE, hour())))
                .expect(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        String series = CODE + ",'=" + CODE + ",system.cpu.utilization,,ratio,";
        assertThat(file.body().lines())
                .hasSize(61)
                .anySatisfy(row -> assertThat(row).startsWith(begin.plusSeconds(60) + "," + series + "0.75,0.75,0.75,"))
                .anySatisfy(row -> assertThat(row).startsWith(begin.plusSeconds(120) + "," + series + ",,,"));
    }

    @Test
    void aBusyMachineHasItsPlaceInATopList() throws Exception {
        JsonNode found = Eventually.become(
                Duration.ofSeconds(30),
                () -> call(Call.get("/api/v1/top/cpu?limit=500&from=" + begin)).json(),
                list -> list.toString().contains(CODE));
        assertThat(found.path("items")).anySatisfy(entry -> {
            assertThat(entry.path("server").asText()).isEqualTo(CODE);
            assertThat(entry.at("/figures/mean").asDouble()).isEqualTo(0.5);
            assertThat(entry.at("/figures/maximum").asDouble()).isEqualTo(0.75);
        });
        assertThat(call(Call.get("/api/v1/top/cpu/file?from=" + begin)).body())
                .startsWith("place,server,name,site,part,mean,maximum\r\n")
                .contains("," + CODE + ",'=" + CODE + ",,,0.5,0.75");
        call(Call.get("/api/v1/top/cpu?sort=growth")).expectProblem(422, "invalid-fields");
        call(Call.get("/api/v1/top/memory")).expectProblem(404, "not-found");
    }

    @Test
    void whatMakesNoSenseIsRefusedInWords() {
        call(Call.get("/api/v1/history")).expectProblem(422, "invalid-fields");
        call(Call.get("/api/v1/history?server=nobody")).expectProblem(422, "invalid-fields");
        call(Call.get("/api/v1/history?points=0&server=" + CODE)).expectProblem(422, "invalid-fields");
        call(Call.get("/api/v1/servers/%s/samples?metric=system.cpu".formatted(CODE)))
                .expectProblem(422, "invalid-fields");
        call(Call.get("/api/v1/servers/%s/samples/file?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z"
                        .formatted(CODE)))
                .expectProblem(422, "invalid-fields");
    }

    private String hour() {
        return "from=%s&to=%s".formatted(begin, begin.plus(Duration.ofHours(1)));
    }

    private Answer call(Call call) {
        return institution.call(call.as(technician));
    }
}
