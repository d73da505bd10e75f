package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.StreamSupport;
import org.cmm.system.Call;
import org.cmm.system.Credential;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Groups, steps and holidays as a program keeps them, by the same rules as their pages. */
@ExtendWith(SharedServer.class)
class OnCallIT {

    private static final String GROUPS = "/api/v1/on-call/groups";
    private static final String STEPS = "/api/v1/on-call/steps";
    private static final String HOLIDAYS = "/api/v1/on-call/holidays";
    private static final ZoneId DOUALA = ZoneId.of("Africa/Douala");

    private final Institution institution;
    private final Credential admin;
    private final String me;

    OnCallIT(Institution institution) {
        this.institution = institution;
        this.admin = institution.token(Role.ADMIN);
        this.me = institution
                .call(Call.get("/api/v1/users").as(admin))
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("name")
                .asText();
    }

    @Test
    void aGroupIsAddedChangedStoodInForAndRemovedWithItsSteps() {
        JsonNode group = add(
                GROUPS,
                "{'name':'Nights %1$s','rotates':true,'first':'2026-11-30','people':['%2$s']}"
                        .formatted(System.nanoTime(), me));
        String address = GROUPS + "/" + group.path("id").asInt();
        assertThat(group.path("now").path(0).asText()).isEqualTo(me);
        assertThat(group.path("zone").asText()).isEqualTo("Africa/Douala");
        JsonNode step = add(
                STEPS,
                "{'lowestSeverity':'warning','afterMinutes':15,'group':%d}"
                        .formatted(group.path("id").asInt()));
        LocalDate today = LocalDate.now(DOUALA);
        JsonNode stoodIn = add(
                address + "/stand-ins",
                "{'person':'%s','from':'%s','until':'%s'}".formatted(me, today, today.plusDays(2)));
        int standIn = stoodIn.path("standIns").path(0).path("id").asInt();
        institution
                .call(Call.delete(address + "/stand-ins/" + standIn).as(admin))
                .expect(204);
        institution
                .call(Call.delete(address + "/stand-ins/" + standIn).as(admin))
                .expectProblem(404, "not-found");
        JsonNode changed = institution
                .call(Call.put(address)
                        .json(
                                "{'name':'%s','rotates':false,'first':'2026-11-30','zone':'UTC','people':[]}",
                                group.path("name").asText())
                        .as(admin))
                .expect(200)
                .json();
        assertThat(changed.path("people")).isEmpty();
        institution.call(Call.delete(address).as(admin)).expect(204);
        institution
                .call(Call.get(STEPS + "/" + step.path("id").asInt()).as(admin))
                .expectProblem(404, "not-found");
    }

    @Test
    void everyFieldOfAGroupAStandInOrAStepThatIsWrongIsNamed() {
        assertThat(wrong(GROUPS, "{'name':'','first':'soon','zone':'Mars','people':['%s','%s']}".formatted(me, me)))
                .containsExactly("name", "first", "zone", "rotates", "people");
        assertThat(wrong(STEPS, "{'site':2000000000,'lowestSeverity':'loud','afterMinutes':0,'person':'nobody'}"))
                .containsExactly("afterMinutes", "person", "lowestSeverity", "site");
        assertThat(wrong(STEPS, "{'lowestSeverity':'info','afterMinutes':5,'person':'%s','group':1}".formatted(me)))
                .containsExactly("person");
        int group = add(
                        GROUPS,
                        "{'name':'Days %s','rotates':false,'first':'2026-11-30','people':[]}"
                                .formatted(System.nanoTime()))
                .path("id")
                .asInt();
        String address = GROUPS + "/" + group;
        assertThat(wrong(address + "/stand-ins", "{'person':'nobody','from':'2026-12-02','until':'2026-12-01'}"))
                .containsExactly("person", "until");
        institution.call(Call.delete(address).as(admin)).expect(204);
    }

    @Test
    void aFeastThatFollowsTheMoonIsAnEstimateUntilItsDateIsEntered() {
        JsonNode feast = holiday("lunar");
        String address = HOLIDAYS + "/" + feast.path("id").asInt();
        assertThat(feast.path("estimated").asBoolean()).isTrue();
        assertThat(feast.path("law").asText()).isEqualTo("religious");
        LocalDate announced = LocalDate.parse(feast.path("next").asText()).plusDays(1);
        JsonNode known = date(address, "'" + announced + "'");
        assertThat(known.path("next").asText()).isEqualTo(announced.toString());
        assertThat(known.path("estimated").asBoolean()).isFalse();
        institution
                .call(Call.put(address + "/date").json("{'date':'tomorrow'}").as(admin))
                .expectProblem(422, "invalid-fields");
        assertThat(date(address, "null").path("estimated").asBoolean()).isTrue();
    }

    @Test
    void aDayIsAddedAndRemovedAndWhatARuleSaysIsNotMoved() {
        JsonNode day = add(
                HOLIDAYS,
                "{'name':'Our day','nameFrench':'Notre jour','date':'%s','yearly':true}"
                        .formatted(LocalDate.now(DOUALA)));
        assertThat(day.path("next").asText()).isEqualTo(LocalDate.now(DOUALA).toString());
        assertThat(day.has("law")).isFalse();
        String address = HOLIDAYS + "/" + day.path("id").asInt();
        institution
                .call(Call.put(address + "/date").json("{'date':'2027-01-05'}").as(admin))
                .expectProblem(409, "not-movable");
        institution.call(Call.delete(address).as(admin)).expect(204);
        institution.call(Call.delete(address).as(admin)).expectProblem(404, "not-found");
        assertThat(wrong(HOLIDAYS, "{'name':'','nameFrench':null,'date':'2027-02-30'}"))
                .containsExactly("name", "nameFrench", "date");
    }

    private JsonNode holiday(String rule) {
        JsonNode all = institution
                .call(Call.get(HOLIDAYS).as(admin))
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("rule").asText().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode date(String holiday, String date) {
        return institution
                .call(Call.put(holiday + "/date").json("{'date':%s}", date).as(admin))
                .expect(200)
                .json();
    }

    private JsonNode add(String list, String json) {
        return institution
                .call(Call.post(list).json(json).as(admin))
                .expect(201)
                .json();
    }

    private Iterable<String> wrong(String address, String json) {
        return institution
                .call(Call.post(address).json(json).as(admin))
                .expectProblem(422, "invalid-fields")
                .json()
                .path("errors")
                .findValuesAsText("field");
    }
}
