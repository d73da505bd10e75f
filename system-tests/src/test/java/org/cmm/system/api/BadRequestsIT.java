package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Credential;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a program gets wrong has its own status, and words that name the thing, the fault and the remedy. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class BadRequestsIT {

    private final Institution institution;
    private final Credential admin;

    BadRequestsIT(Institution institution) {
        this.institution = institution;
        this.admin = institution.token(Role.ADMIN);
    }

    @BeforeAll
    void aServerForSamples() {
        call(Call.post("/api/v1/servers").json("{'code':'srv-001','name':'Samples by hand'}"));
    }

    // Samples by hand.

    @Test
    void theExampleOfTheReadmeWorksAsItStands() throws IOException {
        Matcher curl = Pattern.compile("curl -X POST http://localhost:8080(\\S+) .*?-d '([^']+)'", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(curl.find()).isTrue();
        Answer answer =
                institution.call(Call.post(curl.group(1)).json(curl.group(2)).as(institution.token(Role.TECHNICIAN)));
        assertThat(answer.expect(200).json().path("accepted").asInt()).isEqualTo(1);
        assertThat(call(Call.get("/api/v1/servers/srv-001/status"))
                        .expect(200)
                        .json()
                        .at("/latest/values/system.cpu.utilization")
                        .asDouble())
                .isEqualTo(0.42);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'values':{'system.cpu.utilization':17.5}}                | system.cpu.utilization cannot be 17.5",
                "{'values':{'system.cpu.utilization':-0.1}}                | cannot be -0.1",
                "{'values':{'system.uptime':1e300}}                        | cannot be",
                "{'values':{'system.uptime':1e999}}                        | must be a number",
                "{'values':{'system.cpu.utilization':'NaN'}}               | must be a number or null",
                "{'values':{'system.cpu.utilization':true}}                | must be a number or null",
                "{'values':{'system.cpu.utilisation':0.5}}                 | did you mean 'system.cpu.utilization'",
                "{'values':{'<script>':0.5}}                               | is no series",
                "{'values':{'system.filesystem.utilization':0.5}}          | needs the attributes",
                "{'values':{}}                                             | needs 'values'",
                "{'at':'2026-01-01T00:00:00Z'}                             | needs 'values'",
                "17                                                        | needs 'values'",
                "null                                                      | needs 'values'",
                "{'at':'soon','values':{'system.cpu.utilization':0.5}}     | must be like 2026-11-23T10:00:00Z",
                "{'at':5,'values':{'system.cpu.utilization':0.5}}          | must be like",
                "{'at':'+1000000000-12-31T23:59:59Z','values':{'system.cpu.utilization':0.5}} | time",
                "{'at':'1971-01-01T00:00:00Z','values':{'system.cpu.utilization':0.5}}  | days ago; set the clock right",
                "{'at':'2999-01-01T00:00:00Z','values':{'system.cpu.utilization':0.5}}  | ahead; set the clock right",
                "{'vlaues':{'system.cpu.utilization':0.5},'values':{'system.cpu.utilization':0.5}} | unknown field 'vlaues'",
            })
    void aBadSampleIsNamedAndTheGoodOnesAreKept(String bad, String words) {
        String good = "{'at':'%s','values':{'system.cpu.utilization':0.5}}";
        Instant now = Instant.now();
        String body = "{'server':'srv-001','samples':[%s,%s,%s]}"
                .formatted(good.formatted(now.minusSeconds(60)), bad, good.formatted(now.minusSeconds(30)))
                .replace("\\'", "")
                .replace('\'', '"');
        JsonNode reply =
                call(Call.post("/api/v1/samples").json(body)).expect(200).json();
        assertThat(reply.path("accepted").asInt()).as(reply.toString()).isEqualTo(2);
        assertThat(reply.at("/refused/0/row").asInt()).isEqualTo(1);
        assertThat(reply.at("/refused/0/reason").asText()).contains(words);
    }

    @Test
    void theSameSamplesTwiceLeaveOneCopy() {
        String at = Instant.now().minus(Duration.ofHours(3)).toString();
        Call twice = Call.post("/api/v1/samples")
                .json(
                        "{'server':'srv-001','samples':[{'at':'%1$s','values':{'system.cpu.utilization':0.25}},"
                                + "{'at':'%1$s','values':{'system.cpu.utilization':0.25}}]}",
                        at);
        call(twice).expect(200);
        call(twice).expect(200);
        JsonNode chart = call(Call.get("/api/v1/servers/srv-001/history?points=1&from=%s&to=%s"
                        .formatted(
                                Instant.parse(at).minusSeconds(60),
                                Instant.parse(at).plusSeconds(60))))
                .expect(200)
                .json();
        assertThat(chart.at("/series/0/mean"))
                .anySatisfy(mean -> assertThat(mean.asDouble()).isEqualTo(0.25));
    }

    @Test
    void anUnknownServerIsNamedWithTheRemedy() {
        Answer answer = call(Call.post("/api/v1/samples").json("{'server':'nobody','samples':[]}"));
        answer.expectProblem(404, "not-found");
        assertThat(answer.body()).contains("nobody", "POST /api/v1/servers");
    }

    @Test
    void tooManySamplesAreRefusedAsAWhole() {
        String many = "{\"server\":\"srv-001\",\"samples\":[" + "1,".repeat(10_000) + "1]}";
        call(Call.post("/api/v1/samples").json(many)).expectProblem(413, "batch-too-large");
    }

    // Bodies, wherever they go.

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/servers", "/api/v1/sites", "/api/v1/samples", "/api/v1/users", "/api/v1/session"})
    void whatIsNoJsonIsRefused(String path) {
        Stream.of("{", "[", "{]", "\"", "\u0000", "{\"code\":}", "[".repeat(200_000), "{\"a\":".repeat(5_000))
                .map(body -> Call.post(path).bytes("application/json", body.getBytes(StandardCharsets.UTF_8)))
                .forEach(call -> assertThat(call(call).expect(400).isProblem()).isTrue());
        call(Call.post(path).json("")).expectProblem(400, "missing-body");
        call(Call.post(path).json("null")).expectProblem(400, "missing-body");
        call(Call.post(path)
                        .bytes("application/json", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}))
                .expectProblem(400, "malformed-json");
        call(Call.post(path).json("{'no-such-field':1}")).expectProblem(400, "malformed-json");
        call(Call.post(path).bytes("text/plain", "hello".getBytes(StandardCharsets.UTF_8)))
                .expectProblem(415, "unsupported-media-type");
    }

    @Test
    void anOversizedBodyIsRefused() {
        call(Call.post("/api/v1/servers").bytes("application/json", new byte[5 << 20]))
                .expectProblem(413, "body-too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'code':'x y','name':'n'}                          | code        | lower case letters",
                "{'code':'DROP TABLE server;--','name':'n'}         | code        | lower case letters",
                "{'code':'ok-1'}                                    | name        | name",
                "{'code':'ok-1','name':'a\\u0000b'}                 | name        | cannot be seen",
                "{'code':'ok-1','name':'n','address':'10.4.1'}      | address     | IPv4",
                "{'code':'ok-1','name':'n','address':'10.4.1.256'}  | address     | IPv4",
                "{'code':'ok-1','name':'n','address':'fe80::zz'}    | address     | IPv6",
                "{'code':'ok-1','name':'n','environment':'moon'}    | environment | cloud",
                "{'code':'ok-1','name':'n','siteId':2000000000}     | siteId      | no such site",
                "{'code':'ok-1','name':'n','tags':['a,b']}          | tags        | parted by commas",
            })
    void aBadFieldOfAServerIsNamedWithTheRemedy(String body, String field, String words) {
        JsonNode problem = call(Call.post("/api/v1/servers").json(body))
                .expectProblem(422, "invalid-fields")
                .json();
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(problem.at("/errors/0/detail").asText()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':5,'name':'n'}",
                "{'code':'ok-2','name':true}",
                "{'code':'ok-2','name':'n','siteId':'7'}",
                "{'code':'ok-2','name':'n','siteId':99999999999}",
                "{'code':'ok-2','name':'n','siteId':1.5}",
                "{'code':'ok-2','name':'n','tags':'one'}"
            })
    void aFieldOfTheWrongTypeIsNamed(String body) {
        Answer answer = call(Call.post("/api/v1/servers").json(body)).expectProblem(400, "malformed-json");
        assertThat(answer.json().path("detail").asText()).containsAnyOf("field '", "number does not fit");
    }

    @Test
    void faultsAreToldInTheLanguageOfWhoAsks() {
        Call call = Call.post("/api/v1/servers").json("{'code':'ok-3'}").header("Accept-Language", "fr-CM, fr;q=0.9");
        assertThat(call(call).expectProblem(422, "invalid-fields").body()).contains("Donnez");
    }

    @Test
    void ofTwoWhoTakeTheSameCodeAtOnceOneComesSecond() {
        List<Integer> statuses = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> call(Call.post("/api/v1/servers").json("{'code':'race-1','name':'number %d'}", number))
                                .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    }

    // Addresses.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/servers?limit=0",
                "/api/v1/servers?limit=501",
                "/api/v1/servers?limit=-1",
                "/api/v1/servers?limit=abc",
                "/api/v1/alerts?limit=99999999999",
                "/api/v1/audit?limit=1.5",
                "/api/v1/servers?sort=colour",
                "/api/v1/servers?state=happy",
                "/api/v1/fleet?sort=cpu2",
                "/api/v1/fleet?state=happy",
                "/api/v1/alerts?state=maybe",
                "/api/v1/alerts?severity=mild",
                "/api/v1/incidents?state=maybe",
                "/api/v1/incidents?severity=mild",
                "/api/v1/incidents?site=nowhere",
                "/api/v1/alerts?server=nobody",
                "/api/v1/users?state=asleep",
                "/api/v1/servers/srv-001/history?points=0",
                "/api/v1/servers/srv-001/history?from=yesterday",
                "/api/v1/servers/srv-001/history?metric=cpu",
                "/api/v1/servers/srv-001/history?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "/api/v1/servers/srv-001/history?from=-999999999-01-01T00:00:00Z&to=+999999999-12-31T00:00:00Z",
            })
    void aBadParameterIsNamed(String address) {
        String parameter = address.replaceAll(".*[?](\\w+)=.*", "$1");
        Answer answer = call(Call.get(address.replace("+", "%2B"))).expectProblem(422, "invalid-fields");
        assertThat(answer.json().path("errors").findValuesAsText("field")).contains(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/servers",
                "/api/v1/sites",
                "/api/v1/alerts",
                "/api/v1/audit",
                "/api/v1/users",
                "/api/v1/fleet"
            })
    void aCursorThatNoPageSaidIsRefused(String list) {
        for (String cursor : List.of("x", "abc", "LTE", "MTIz", "%00", "9".repeat(300))) {
            call(Call.get(list + "?cursor=" + cursor)).expectProblem(400, "unknown-cursor");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nowhere",
                "/api/v1",
                "/api/v2/servers",
                "/api/v1/users/abc",
                "/api/v1/users/99999999999",
                "/api/v1/users/-1",
                "/api/v1/servers/no%00where",
                "/api/v1/servers/%F0%9F%90%98",
                "/api/v1/alerts/0",
                "/api/v1/incidents/0",
                "/api/v1/maintenance-windows/0",
                "/api/v1/experiments/0",
                "/api/v1/experiments/presets/none",
                "/api/v1/servers/'%20OR%20''='",
                "/api/v1/rules/none"
            })
    void whatIsNotThereIsNotFound(String address) {
        call(Call.get(address)).expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /api/v1/servers, 'GET, HEAD, POST'",
        "POST, /api/v1/servers/srv-001, 'DELETE, GET, HEAD, PUT'",
        "DELETE, /api/v1/rules, 'GET, HEAD, POST'",
        "GET, /api/v1/agent/samples, POST",
        "PUT, /api/v1/agent/enrolment, POST",
        "DELETE, /api/v1/samples, POST",
        "POST, /api/v1/fleet/summary, 'GET, HEAD'"
    })
    void aWrongMethodIsToldTheRightOnes(String method, String path, String allowed) {
        Answer answer = call(Call.of(method, path)).expectProblem(405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @Test
    void optionsTellTheMethodsOfOneAddress() {
        assertThat(call(Call.of("OPTIONS", "/api/v1/rules")).expect(204).header("Allow"))
                .isEqualTo("GET, HEAD, POST, OPTIONS");
    }

    @Test
    void hugeHeadersAndAddressesAreRefusedByTheirSize() {
        assertThat(call(Call.get("/api/v1/servers").header("X-Noise", "x".repeat(100_000)))
                        .status())
                .isEqualTo(431);
        assertThat(call(Call.get("/api/v1/servers?q=" + "x".repeat(100_000))).status())
                .isEqualTo(414);
        call(Call.get("/api/v1/servers?q=" + "x".repeat(3_000))).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "///", "text", "*/*/", "text/html;q=x", "a/b/c", "\"", "application/json;charset="})
    void anAcceptHeaderThatMakesNoSenseHarmsNothing(String accept) {
        assertThat(call(Call.get("/api/v1/servers").header("Accept", accept)).status())
                .isIn(200, 406);
        assertThat(call(Call.get("/api/v1/nowhere").header("Accept", accept)).status())
                .isIn(404, 406);
    }

    private Answer call(Call call) {
        return institution.call(call.as(admin));
    }
}
