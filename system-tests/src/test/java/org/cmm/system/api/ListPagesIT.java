package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cmm.system.Call;
import org.cmm.system.Credential;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever comes and goes while somebody turns the pages, the rest is told once each. */
@ExtendWith(SharedServer.class)
class ListPagesIT {

    private final Institution institution;
    private final Credential admin;
    private final Random random = new Random(3);

    ListPagesIT(Institution institution) {
        this.institution = institution;
        this.admin = institution.token(Role.ADMIN);
    }

    @ParameterizedTest
    @CsvSource({
        "paged-a, /api/v1/servers?q=paged-a&sort=name, code",
        "paged-b, /api/v1/servers?q=paged-b&sort=code, code",
        "paged-c, /api/v1/servers?q=paged-c&sort=state, code",
        "paged-d, /api/v1/fleet?q=paged-d&sort=name, code",
        "paged-e, /api/v1/fleet?q=paged-e&sort=worst, code"
    })
    void nothingIsToldTwiceOrLeftOutWhileServersComeAndGo(String stem, String list, String key) {
        Set<String> staying = new TreeSet<>();
        for (int number = 0; number < 12; number++) {
            staying.add(add(stem, number * 10));
        }
        String passing = add(stem, 5);
        List<String> told = new ArrayList<>();
        String next = "";
        int step = 0;
        do {
            JsonNode page = institution
                    .call(Call.get(list + "&limit=3" + (next.isEmpty() ? "" : "&cursor=" + next))
                            .as(admin))
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> told.add(item.path(key).asText()));
            next = page.path("next").asText();
            add(stem, random.nextInt(12) * 10 + 1 + step++);
            institution
                    .call(Call.delete("/api/v1/servers/" + passing).as(admin))
                    .expect(204);
        } while (!next.isEmpty());
        assertThat(told).doesNotHaveDuplicates().containsAll(staying);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/audit",
        "/api/v1/users",
        "/api/v1/enrolment-tokens",
        "/api/v1/sites",
        "/api/v1/alerts",
        "/api/v1/incidents",
        "/api/v1/maintenance-windows",
        "/api/v1/drills",
        "/api/v1/experiments",
        "/api/v1/experiments/studies",
        "/api/v1/outages"
    })
    void turningPagesTellsWhatOneLongPageTells(String list) {
        for (int number = 0; number < 3; number++) {
            institution
                    .call(Call.post("/api/v1/enrolment-tokens")
                            .json("{'label':'paged'}")
                            .as(admin))
                    .expect(201);
        }
        List<JsonNode> told = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = institution
                    .call(Call.get(list + "?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next))
                            .as(admin))
                    .expect(200)
                    .json();
            page.path("items").forEach(told::add);
            next = page.path("next").asText();
        } while (!next.isEmpty() && told.size() < 100);
        List<JsonNode> whole = new ArrayList<>();
        institution
                .call(Call.get(list + "?limit=500").as(admin))
                .expect(200)
                .json()
                .path("items")
                .forEach(whole::add);
        assertThat(told).isEqualTo(whole.subList(0, told.size())).doesNotHaveDuplicates();
    }

    private String add(String stem, int number) {
        String code = "%s-%03d".formatted(stem, number);
        int status = institution
                .call(Call.post("/api/v1/servers")
                        .json("{'code':'%1$s','name':'%1$s'}", code)
                        .as(admin))
                .status();
        assertThat(status).isIn(201, 409);
        return code;
    }
}
