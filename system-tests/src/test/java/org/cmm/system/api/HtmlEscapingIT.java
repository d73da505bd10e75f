package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Credential;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever somebody writes into a field stays text on every page that shows it. */
@ExtendWith(SharedServer.class)
class HtmlEscapingIT {

    /** Marks that must not come out of any page as they went in. */
    private static final List<String> MARKS =
            List.of("<script>alert('cmm')</script>", "\"><img src=x onerror=alert('cmm')>");

    private final Institution institution;

    HtmlEscapingIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void markupInAnyFieldIsShownAsText() {
        Credential admin = institution.token(Role.ADMIN);
        Credential session = institution.logIn(Role.ADMIN);
        Credential browser = institution.browse(Role.ADMIN);
        for (int number = 0; number < MARKS.size(); number++) {
            String mark = MARKS.get(number);
            JsonNode site = post("/api/v1/sites", object("name", mark, "zone", "Africa/Douala"), admin);
            ObjectNode server = object("code", "marked-" + number, "name", mark, "owner", mark, "notes", mark);
            server.put("siteId", site.path("id").asInt()).putArray("tags").add(mark.substring(0, 20));
            post("/api/v1/servers", server, admin);
            post("/api/v1/enrolment-tokens", object("label", mark), admin);
            post("/api/v1/api-tokens", object("label", mark, "role", "viewer").put("days", 1), session);
            assertThat(pages("marked-" + number)).allSatisfy(page -> {
                Answer shown = institution.call(
                        Call.get(page).header("Accept", "text/html").as(browser));
                assertThat(shown.expect(200).body()).as(page).doesNotContain("<script>alert", "<img src=x", "\"><img");
            });
        }
        assertThat(institution
                        .call(Call.get("/fleet?all")
                                .header("Accept", "text/html")
                                .as(browser))
                        .body())
                .contains("&lt;script&gt;alert");
    }

    @Test
    void nobodyCanHaveAMarkForAName() {
        ObjectNode user = object("name", MARKS.getFirst(), "email", "m@example.org", "role", "viewer");
        institution
                .call(Call.post("/api/v1/users").json(user.toString()).as(institution.token(Role.ADMIN)))
                .expectProblem(422, "invalid-fields");
    }

    private static List<String> pages(String code) {
        return List.of(
                "/fleet?all",
                "/fleet?q=%3Cscript%3Ealert('cmm')%3C/script%3E",
                "/servers/" + code,
                "/servers/" + code + "/edit",
                "/servers/" + code + "/retire",
                "/sites",
                "/enrolment",
                "/account",
                "/audit",
                "/audit?action=%3Cscript%3Ealert(1)%3C/script%3E&actor=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
                "/history?find=marked&hide=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/history?view=table&from=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&server=" + code,
                "/history/alerts?server=" + code,
                "/history/top",
                "/history/disk?samples=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/history/top?list=cpu&sort=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/alerts",
                "/incidents",
                "/catch-up",
                "/maintenance",
                "/drills",
                "/demo",
                "/experiments",
                "/experiments/calibrate",
                "/experiments/new-file",
                "/users",
                "/rules",
                "/rules/new?what=high&metric=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&scope=%3Cscript%3Ealert(1)%3C/script%3E",
                "/servers/" + code + "/rules");
    }

    private JsonNode post(String path, ObjectNode body, Credential caller) {
        return institution
                .call(Call.post(path).json(body.toString()).as(caller))
                .expect(201)
                .json();
    }

    private static ObjectNode object(String... namesAndValues) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            object.put(namesAndValues[index], namesAndValues[index + 1]);
        }
        return object;
    }
}
