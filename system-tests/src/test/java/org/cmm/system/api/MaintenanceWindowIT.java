package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.cmm.system.Call;
import org.cmm.system.Credential;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedServer.class)
class MaintenanceWindowIT {

    private static final String WINDOWS = "/api/v1/maintenance-windows";
    private static final ZoneId DOUALA = ZoneId.of("Africa/Douala");

    private final Institution institution;
    private final Credential technician;

    MaintenanceWindowIT(Institution institution) {
        this.institution = institution;
        this.technician = institution.token(Role.TECHNICIAN);
    }

    @Test
    void oneThatGoesOnSaysUntilWhenAndIsEndedOnce() {
        LocalDate yesterday = LocalDate.now(DOUALA).minusDays(1);
        JsonNode window = plan("""
                {"reason": "Moving the server room", "scope": "fleet", "recurrence": "once", "from": "%s",
                 "start": "00:00", "hours": "96"}""".formatted(yesterday));
        assertThat(Instant.parse(window.path("goesOnUntil").asText()))
                .isEqualTo(yesterday.atStartOfDay(DOUALA).toInstant().plus(Duration.ofHours(96)));
        String address = WINDOWS + "/" + window.path("id").asInt();
        institution.call(Call.delete(address).as(technician)).expect(204);
        institution.call(Call.delete(address).as(technician)).expectProblem(409, "already-ended");
        JsonNode ended =
                institution.call(Call.get(address).as(technician)).expect(200).json();
        assertThat(ended.has("goesOnUntil")).isFalse();
        assertThat(ended.has("endedAt")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weekly       | 2026-12-01 | weekly:tuesday",
                "monthly      | 2027-01-31 | monthly:31",
                "nth-weekday  | 2026-12-13 | nth:2:sunday",
                "nth-weekday  | 2026-12-31 | nth:-1:thursday",
                "last-weekday | 2026-12-25 | nth:-1:friday"
            })
    void theFirstDaySaysOnWhichDaysItComesBack(String recurrence, String from, String kept) {
        JsonNode window = plan("""
                {"reason": "Updates", "scope": "fleet", "recurrence": "%s", "from": "%s", "start": "22:00",
                 "hours": "0,5"}""".formatted(recurrence, from));
        assertThat(window.path("recurrence").asText()).isEqualTo(kept);
        assertThat(window.path("minutes").asInt()).isEqualTo(30);
        assertThat(window.has("nextAt")).isTrue();
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        JsonNode problem = institution
                .call(Call.post(WINDOWS).json("""
                                {"reason": "", "scope": "server", "target": "nobody", "recurrence": "daily",
                                 "from": "soon", "start": "25:00", "hours": "0", "until": "1999-01-01", "zone": "Mars"}""").as(technician))
                .expectProblem(422, "invalid-fields")
                .json();
        assertThat(problem.path("errors").findValuesAsText("field"))
                .contains("reason", "target", "from", "start", "hours", "until", "zone");
    }

    private JsonNode plan(String json) {
        return institution
                .call(Call.post(WINDOWS).json(json.replace("%", "%%")).as(technician))
                .expect(201)
                .json();
    }
}
