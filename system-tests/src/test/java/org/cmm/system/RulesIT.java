package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.cmm.system.Institution.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules by program and by page: of each kind, for each scope, and tried on what was measured. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesIT {

    private static final String RULES = "/api/v1/rules";
    private static final String HASTY = """
            {'enabled':true,'levels':[{'severity':'warning','raiseAt':0.4,'clearBelow':0.3}],
             'raiseAfterSeconds':0,'clearAfterSeconds':0,'maxGapSeconds':600}""";
    private static final String HASTY_FORM =
            "enabled=on&warning-raise=40&warning-clear=30&raise-after=0&clear-after=0&max-gap=10+min&agreeing=1&of-last=1";

    private final Institution institution;
    private final Credential admin;
    private int site;
    private int otherSite;

    RulesIT(Institution institution) {
        this.institution = institution;
        this.admin = institution.token(Role.ADMIN);
    }

    @BeforeAll
    void aMachineWithSamples() throws Exception {
        site = post("/api/v1/sites", "{'name':'Rules here','zone':'Africa/Douala'}")
                .path("id")
                .asInt();
        otherSite = post("/api/v1/sites", "{'name':'Rules there','zone':'Africa/Douala'}")
                .path("id")
                .asInt();
        try (Connection database = institution.server().database()) {
            HandMadeAgent agent =
                    new HandMadeAgent(institution.http(), institution.url(), KnownAgents.add(database, "ruled"));
            long begin = System.currentTimeMillis() - Duration.ofMinutes(40).toMillis();
            assertThat(agent.deliver(HandMadeAgent.batch(agent.announce(), 1, begin, 6))
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fleet        | 'kind':'threshold','metric':'hw.battery.charge','side':'low'                        | 0.2 | 0.3",
                "site         | 'kind':'threshold','metric':'system.cpu.utilization','agreeing':3,'ofLast':5        | 0.9 | 0.8",
                "tag:it-lab   | 'kind':'rate-of-change','metric':'system.filesystem.usage','overSeconds':21600      | 1e9 | 1e8",
                "server:ruled | 'kind':'no-data','metric':'system.memory.utilization'                               | 600 | 300",
                "server:ruled | 'kind':'restart-seen','overSeconds':86400                                           | 3   | 2"
            })
    void aRuleOfEachKindIsKeptForItsScope(String where, String look, String raiseAt, String clearBelow) {
        String scope = where.equals("site") ? "site:" + site : where;
        String rule = """
                {'enabled':true,'looksAt':{%s},
                 'levels':[{'severity':'info','raiseAt':%s,'clearBelow':%s}],
                 'raiseAfterSeconds':60,'clearAfterSeconds':60,'maxGapSeconds':600}""".formatted(look, raiseAt, clearBelow);
        JsonNode made = post(RULES, "{'id':'own-kind','scope':'%s','rule':%s}".formatted(scope, rule));
        String address = RULES + "/own-kind?scope=" + encoded(scope);
        JsonNode kept = call(Call.get(address)).expect(200).json();
        assertThat(kept).isEqualTo(made);
        assertThat(kept.path("scope").asText()).isEqualTo(scope);
        assertThat(kept.path("looksAt").path("kind").asText()).isIn(look.split("'", -1)[3]);
        assertThat(kept.path("levels").path(0).path("raiseAt").asDouble()).isEqualTo(Double.parseDouble(raiseAt));
        call(Call.post(RULES).json("{'id':'own-kind','scope':'%s','rule':%s}".formatted(scope, rule)))
                .expectProblem(409, "rule-exists");
        call(Call.delete(address)).expect(204);
        call(Call.get(address)).expectProblem(404, "not-found");
    }

    @Test
    void theNearestDecidesAndAMachineThatMovesGetsTheRulesOfItsSiteAtOnce() {
        List<String> scopes = List.of("site:" + site, "site:" + otherSite, "tag:it-near", "server:moving");
        server("{'code':'moving','name':'Moving','siteId':%d,'tags':['it-near']}", Call.post("/api/v1/servers"));
        scopes.forEach(scope -> post(RULES, "{'id':'memory','scope':'%s','rule':%s}".formatted(scope, HASTY)));
        assertThat(deciding("memory"))
                .isEqualTo("server:moving instead of tag:it-near, site:%d, fleet".formatted(site));
        remove("server:moving");
        assertThat(deciding("memory")).isEqualTo("tag:it-near instead of site:%d, fleet".formatted(site));
        remove("tag:it-near");
        assertThat(deciding("memory")).isEqualTo("site:%d instead of fleet".formatted(site));
        server(
                "{'code':'moving','name':'Moving','siteId':%d}".replace("%d", "" + otherSite),
                Call.put("/api/v1/servers/moving"));
        assertThat(deciding("memory")).isEqualTo("site:%d instead of fleet".formatted(otherSite));
        remove("site:" + site);
        remove("site:" + otherSite);
        assertThat(deciding("memory")).isEqualTo("fleet instead of ");
    }

    @Test
    void whatIsSetForAMachineOpensInsteadOfFailing() {
        String wish = "/rules/new?id=disk&scope=server:ruled";
        String levels = "id=disk&server=ruled&scope=fleet&enabled=on&warning-raise=80&warning-clear=70"
                + "&raise-after=1+min&clear-after=1+min&max-gap=10+min&agreeing=1&of-last=1";
        assertThat(call(Call.get(wish)).expect(200).body()).contains("name=\"server\" value=\"ruled\"");
        String made = call(Call.post("/rules/new").form(levels)).expect(303).header("Location");
        assertThat(made).contains("/rules/disk?scope=server%3Aruled");
        assertThat(call(Call.get(wish)).expect(303).header("Location")).endsWith("/rules/disk?scope=server%3Aruled");
        assertThat(call(Call.get("/servers/ruled/rules")).expect(200).body())
                .contains("href=\"/rules/disk?scope=server%3Aruled\">Change</a>");
        call(Call.post("/rules/disk/reset?scope=server:ruled")).expect(303);
    }

    @Test
    void aReplayTellsWhatWouldHaveFiredAndProposesTheQuietestRule() {
        String mark = "[{'server':'ruled','from':'2020-01-01T00:00:00Z','to':'2020-01-02T00:00:00Z'}]";
        JsonNode told = replay("'id':'memory','scope':'server:ruled','days':1,'rule':" + HASTY)
                .expect(200)
                .json();
        assertThat(told.path("fired").asInt()).isEqualTo(1);
        assertThat(told.path("samples").asInt()).isEqualTo(6);
        assertThat(told.path("machines").path(0).path("server").asText()).isEqualTo("ruled");
        assertThat(told.path("perMachineWeek").asDouble()).isPositive();
        assertThat(told.has("quietest")).isFalse();
        JsonNode unseen = replay("'id':'memory','scope':'server:ruled','marks':" + mark + ",'rule':" + HASTY)
                .expect(200)
                .json();
        assertThat(unseen.has("proposal")).as("nothing was measured then").isFalse();
        String today = "[{'server':'ruled','from':'%s','to':'%s'}]"
                .formatted(
                        told.path("machines").path(0).path("last").asText(),
                        told.path("to").asText());
        JsonNode proposal = replay("'id':'memory','scope':'server:ruled','marks':" + today + ",'rule':" + HASTY)
                .expect(200)
                .json()
                .path("proposal");
        assertThat(proposal.path("levels").path(0).path("raiseAt").asDouble()).isEqualTo(0.5);
        assertThat(proposal.path("fired").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'days':0,                                             'rule':RULE | days                  | 1 to 90",
                "'days':91,                                            'rule':RULE | days                  | 1 to 90",
                "'marks':[{'server':'nobody','from':'2026-11-01T00:00:00Z','to':'2026-11-01T01:00:00Z'}], 'rule':RULE | marks[0] | name a server by its code",
                "'marks':[{'server':'ruled','from':'2026-11-02T00:00:00Z','to':'2026-11-01T00:00:00Z'}], 'rule':RULE  | marks[0] | before to after",
                "'marks':[{'server':'ruled','from':'2026-11-02T00:00:00Z','to':'2026-11-09T00:00:00Z'}], 'rule':RULE  | marks[0] | two days at most",
                "'marks':[null],                                       'rule':RULE | marks[0]              | name a server",
                "'scope':'site:987654',                                'rule':RULE | scope                 | must be fleet, site:NUMBER",
                "'id':'silent', 'rule':{'enabled':true,'levels':[{'severity':'info'}],'raiseAfterSeconds':60} | id | silence brings none",
                "'rule':{'enabled':true,'levels':[],'raiseAfterSeconds':0,'clearAfterSeconds':0,'maxGapSeconds':600} | levels | at least one level",
                "'rule':{'enabled':true,'levels':[{'severity':'info','raiseAt':40,'clearBelow':30}],'raiseAfterSeconds':0,'clearAfterSeconds':0,'maxGapSeconds':600} | levels[0].raiseAt | between 0.0 and 1.0"
            })
    void aReplayThatCannotBeNamesTheFieldAndWhatItMayBe(String question, String field, String remedy) {
        String id = question.contains("'id'") ? "" : "'id':'memory',";
        JsonNode problem = replay(id + question.replace("RULE", HASTY))
                .expectProblem(422, "invalid-fields")
                .json();
        assertThat(problem.path("errors").findValuesAsText("field")).contains(field);
        assertThat(problem.path("errors").toString()).contains(remedy);
    }

    @Test
    void aPageTriesARuleThatIsNotSavedAndOffersTheQuietestForWhatIsTicked() throws Exception {
        String start = "/rules/trials?scope=fleet&id=memory";
        String form = HASTY_FORM + "&days=7";
        String page = followed(Call.post(start).form(form));
        assertThat(page).contains("This rule would have fired", "/servers/ruled", "name=\"mark\"");
        String ticked = page.replaceAll("(?s).*name=\"mark\" value=\"(\\d+ \\d+ ruled)\".*", "$1");
        String offered = followed(Call.post(start).form(form + "&mark=" + encoded(ticked)));
        assertThat(offered).contains("Take into the form", "50");
        String take = offered.replaceAll("(?s).*href=\"(/rules/trials/[^\"]*take=true)\".*", "$1");
        assertThat(call(Call.get(take)).expect(200).body())
                .contains("It is saved when you save it.", "name=\"warning-raise\" value=\"50\"");
        assertThat(call(Call.get(RULES + "/memory"))
                        .json()
                        .path("levels")
                        .path(0)
                        .path("raiseAt")
                        .asDouble())
                .as("nothing was saved")
                .isEqualTo(0.9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "warning-raise=140&warning-clear=30 | percentages from 0 to 100",
                "warning-raise=40&warning-clear=30&mark-server=nobody&mark-from=2026-11-01T10:00&mark-to=2026-11-01T11:00 | Give the code of a machine",
                "warning-raise=40&warning-clear=30&mark-server=ruled&mark-from=yesterday&mark-to=2026-11-01T11:00 | Give the code of a machine"
            })
    void aPageSaysWhatCannotBeTried(String fields, String said) {
        String rest = "&raise-after=0&clear-after=0&max-gap=10+min&agreeing=1&of-last=1";
        assertThat(call(Call.post("/rules/trials?scope=fleet&id=memory").form(fields + rest))
                        .expect(422)
                        .body())
                .contains(said)
                .doesNotContain("id=\"trial\" hx-get");
    }

    /** A redirect is followed until the trial is over, as a browser without a script does. */
    private String followed(Call start) throws InterruptedException {
        String address = call(start).expect(303).header("Location").replaceAll("^https?://[^/]*", "");
        return Eventually.become(
                Duration.ofSeconds(20),
                () -> call(Call.get(address)).expect(200).body(),
                page -> !page.contains("<progress"));
    }

    /** {@code site:3 instead of fleet}: whose rule of this id decides. */
    private String deciding(String id) {
        JsonNode rules = call(Call.get("/api/v1/servers/moving/rules"))
                .expect(200)
                .json()
                .path("items");
        for (JsonNode effective : rules) {
            if (effective.at("/rule/id").asText().equals(id)) {
                return effective.at("/rule/scope").asText() + " instead of "
                        + effective
                                .path("insteadOf")
                                .toString()
                                .replaceAll("[\\[\\]\"]", "")
                                .replace(",", ", ");
            }
        }
        return "nothing";
    }

    private void remove(String scope) {
        call(Call.delete(RULES + "/memory?scope=" + encoded(scope))).expect(204);
    }

    private void server(String json, Call call) {
        call(call.json(json.replace("%d", Integer.toString(site))));
    }

    private Answer replay(String fields) {
        return call(Call.post(RULES + "/replay").json("{" + fields.replace('\'', '"') + "}"));
    }

    private JsonNode post(String path, String json) {
        return call(Call.post(path).json(json)).expect(201).json();
    }

    private Answer call(Call call) {
        return institution.call(call.as(admin));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
