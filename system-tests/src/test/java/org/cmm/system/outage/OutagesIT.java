package org.cmm.system.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Credential;
import org.cmm.system.Eventually;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gap in what a machine sent becomes an outage with a cause, a share of the time, and a sentence for people. */
@ExtendWith(SharedServer.class)
class OutagesIT {

    private final Institution institution;
    private final Credential technician;
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(4));

    OutagesIT(Institution institution) {
        this.institution = institution;
        this.technician = institution.token(Role.TECHNICIAN);
    }

    @Test
    void aGapHasACauseAShareAndASentence() throws Exception {
        JsonNode outage = restartedAfterAnHour("gap-one");

        assertThat(outage.path("from").asText())
                .isEqualTo(begin.plus(Duration.ofHours(1)).toString());
        assertThat(outage.path("until").asText())
                .isEqualTo(begin.plus(Duration.ofHours(2)).toString());
        assertThat(outage.path("cause").asText()).isEqualTo("power");
        assertThat(outage.path("evidence").toString()).contains("started-again", "Started again");

        JsonNode figures =
                get("/api/v1/availability?server=gap-one&" + threeHours()).path("all");
        assertThat(figures.path("availability").asDouble()).isBetween(0.66, 0.67);
        assertThat(figures.path("secondsByCause").path("power").asLong()).isEqualTo(3_600);
        assertThat(figures.path("failures").asInt()).isEqualTo(1);
        assertThat(figures.path("mttrSeconds").asLong()).isEqualTo(3_600);
        assertThat(get("/api/v1/availability/servers?server=gap-one&" + threeHours())
                        .at("/items/0/figures/upSeconds")
                        .asLong())
                .isEqualTo(7_200);
        assertThat(page("/availability?server=gap-one&span=week", "en"))
                .contains("Power", "Started again", "Between failures (MTBF)");
        assertThat(page("/availability?server=gap-one&span=week", "fr")).contains("Courant", "Redémarrée");
        assertThat(page("/servers/gap-one", "fr")).contains("Pannes de cette machine", "possible");
    }

    @Test
    void filesAreForSpreadsheets() throws Exception {
        restartedAfterAnHour("gap-file");
        Answer outages = call(Call.get("/api/v1/outages/file?server=gap-file")).expect(200);
        assertThat(outages.header("Content-Type")).startsWith("text/csv");
        assertThat(outages.body().lines().toList()).hasSize(2).last().asString().contains("gap-file", ",3600,power,");
        assertThat(call(Call.get("/api/v1/availability/file?server=gap-file&" + threeHours()))
                        .expect(200)
                        .body())
                .contains("gap-file", ",10800,7200,3600,");
    }

    @Test
    void aPersonsWordWinsIsKeptAsSuchAndCanBeTakenBack() throws Exception {
        long id = restartedAfterAnHour("gap-said").path("id").asLong();
        String path = "/api/v1/outages/" + id + "/correction";

        institution
                .call(Call.put(path).json("{'cause':'planned'}").as(institution.token(Role.VIEWER)))
                .expectProblem(403, "not-allowed");
        call(Call.put(path).json("{'cause':'ghosts'}")).expectProblem(422, "invalid-fields");
        call(Call.put(path).json("{}")).expectProblem(422, "invalid-fields");
        JsonNode said = call(Call.put(path).json("{'cause':'planned','note':'new socket'}"))
                .expect(200)
                .json();
        assertThat(said.path("cause").asText()).isEqualTo("planned");
        assertThat(said.at("/correction/was").asText()).isEqualTo("power");
        assertThat(said.at("/correction/note").asText()).isEqualTo("new socket");
        assertThat(get("/api/v1/availability?server=gap-said&" + threeHours())
                        .at("/all/plannedSeconds")
                        .asLong())
                .isEqualTo(3_600);
        assertThat(get("/api/v1/outages?server=gap-said&cause=power").path("items"))
                .isEmpty();
        assertThat(institution
                        .call(Call.get("/api/v1/audit?action=outage.correct").as(institution.token(Role.ADMIN)))
                        .body())
                .contains("outage of gap-said", "new socket");

        assertThat(call(Call.delete(path)).expect(200).json().path("cause").asText())
                .isEqualTo("power");
    }

    @Test
    void whatIsNoPeriodIsRefusedInWords() {
        call(Call.get("/api/v1/availability?from=yesterday")).expectProblem(422, "invalid-fields");
        call(Call.get("/api/v1/availability?from=2026-11-02&to=2026-11-01")).expectProblem(422, "invalid-fields");
        call(Call.get("/api/v1/availability?server=nobody")).expectProblem(422, "invalid-fields");
        call(Call.get("/api/v1/outages?cause=ghosts")).expectProblem(422, "invalid-fields");
        call(Call.get("/api/v1/outages/1e9")).expect(404);
    }

    /** Two hours of samples with an hour between them, after which its uptime begins anew. */
    private JsonNode restartedAfterAnHour(String code) throws InterruptedException {
        call(Call.post("/api/v1/servers").json("{'code':'%1$s','name':'%1$s'}", code))
                .expect(201);
        List<String> samples = new ArrayList<>();
        for (int minute = 0; minute <= 180; minute++) {
            if (minute <= 60 || minute >= 120) {
                int uptime = minute <= 60 ? 90_000 + minute * 60 : (minute - 119) * 60;
                samples.add("{\"at\":\"%s\",\"values\":{\"system.uptime\":%d}}"
                        .formatted(begin.plus(Duration.ofMinutes(minute)), uptime));
            }
        }
        call(Call.post("/api/v1/samples")
                        .json("{\"server\":\"%s\",\"samples\":[%s]}".formatted(code, String.join(",", samples))))
                .expect(200);
        return Eventually.become(
                        Duration.ofSeconds(60),
                        () -> get("/api/v1/outages?server=" + code + "&to=" + begin.plus(Duration.ofHours(3)))
                                .path("items"),
                        items -> !items.isEmpty()
                                && !items.get(0).path("evidence").isEmpty())
                .get(0);
    }

    private String threeHours() {
        return "from=" + begin + "&to=" + begin.plus(Duration.ofHours(3));
    }

    private JsonNode get(String path) {
        return call(Call.get(path)).expect(200).json();
    }

    private Answer call(Call call) {
        return institution.call(call.as(technician));
    }

    private String page(String path, String language) {
        return institution
                .call(Call.get(path).header("Accept-Language", language).as(institution.browse(Role.TECHNICIAN)))
                .expect(200)
                .body();
    }
}
