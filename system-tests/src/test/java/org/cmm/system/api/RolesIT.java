package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cmm.system.Call;
import org.cmm.system.Credential;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every endpoint of the running server, with everybody who may knock. A new endpoint needs a line here. */
@ExtendWith(SharedServer.class)
class RolesIT {

    /** Address, the least that one has to be, and how a call without content is answered to those who may. */
    static final String TABLE = """
            GET    /api/v1/agent/drill                      | agent      | 204
            POST   /api/v1/agent/enrolment                  | everybody  | 400
            POST   /api/v1/agent/events                     | agent      | 400
            PUT    /api/v1/agent/facts                      | agent      | 400
            POST   /api/v1/agent/layouts                    | agent      | 400
            PUT    /api/v1/agent/processes                  | agent      | 400
            POST   /api/v1/agent/samples                    | agent      | 400
            GET    /api/v1/alerts                           | viewer     | 200
            GET    /api/v1/alerts/{id}                      | viewer     | 404
            POST   /api/v1/alerts/{id}/close                | technician | 404
            GET    /api/v1/api-tokens                       | viewer     | 200
            POST   /api/v1/api-tokens                       | viewer     | 400
            DELETE /api/v1/api-tokens/{id}                  | viewer     | 404
            GET    /api/v1/audit                            | admin      | 200
            GET    /api/v1/availability                     | viewer     | 200
            GET    /api/v1/availability/file                | viewer     | 200
            GET    /api/v1/availability/servers             | viewer     | 200
            GET    /api/v1/channels                         | admin      | 200
            POST   /api/v1/channels                         | admin      | 400
            GET    /api/v1/channels/{id}                    | admin      | 404
            PUT    /api/v1/channels/{id}                    | admin      | 400
            DELETE /api/v1/channels/{id}                    | admin      | 404
            POST   /api/v1/channels/{id}/test               | admin      | 404
            DELETE /api/v1/demo                             | admin      | 204
            GET    /api/v1/demo                             | admin      | 200
            POST   /api/v1/demo                             | admin      | 400
            PUT    /api/v1/demo/life                        | admin      | 400
            GET    /api/v1/docs/                            | everybody  | 200
            GET    /api/v1/drills                           | viewer     | 200
            POST   /api/v1/drills                           | technician | 400
            GET    /api/v1/drills/machines                  | viewer     | 200
            GET    /api/v1/drills/{id}                      | viewer     | 404
            GET    /api/v1/drills/{id}/file                 | viewer     | 404
            GET    /api/v1/drills/{id}/trace                | viewer     | 404
            POST   /api/v1/drills/{id}/stop                 | technician | 404
            GET    /api/v1/enrolment-tokens                 | admin      | 200
            POST   /api/v1/enrolment-tokens                 | admin      | 400
            DELETE /api/v1/enrolment-tokens/{id}            | admin      | 404
            GET    /api/v1/fleet                            | viewer     | 200
            GET    /api/v1/fleet/summary                    | viewer     | 200
            GET    /api/v1/me                               | viewer     | 200
            PATCH  /api/v1/me                               | viewer     | 400
            GET    /api/v1/me/notices                       | viewer     | 200
            PUT    /api/v1/me/notices                       | viewer     | 400
            PUT    /api/v1/me/password                      | viewer     | 400
            GET    /api/v1/me/sessions                      | viewer     | 200
            DELETE /api/v1/me/sessions/{session}            | viewer     | 404
            GET    /api/v1/notices                          | technician | 200
            GET    /api/v1/notices/{id}                     | technician | 404
            GET    /api/v1/on-call/groups                   | viewer     | 200
            POST   /api/v1/on-call/groups                   | admin      | 400
            GET    /api/v1/on-call/groups/{id}              | viewer     | 404
            PUT    /api/v1/on-call/groups/{id}              | admin      | 400
            DELETE /api/v1/on-call/groups/{id}              | admin      | 404
            POST   /api/v1/on-call/groups/{id}/stand-ins    | admin      | 400
            DELETE /api/v1/on-call/groups/{id}/stand-ins/{standIn} | admin | 404
            GET    /api/v1/on-call/holidays                 | viewer     | 200
            POST   /api/v1/on-call/holidays                 | admin      | 400
            GET    /api/v1/on-call/holidays/{id}            | viewer     | 404
            PUT    /api/v1/on-call/holidays/{id}/date       | admin      | 400
            DELETE /api/v1/on-call/holidays/{id}            | admin      | 404
            GET    /api/v1/on-call/steps                    | viewer     | 200
            POST   /api/v1/on-call/steps                    | admin      | 400
            GET    /api/v1/on-call/steps/{id}               | viewer     | 404
            DELETE /api/v1/on-call/steps/{id}               | admin      | 404
            GET    /api/v1/openapi                          | everybody  | 200
            GET    /api/v1/outages                          | viewer     | 200
            GET    /api/v1/outages/file                     | viewer     | 200
            GET    /api/v1/outages/{id}                     | viewer     | 404
            PUT    /api/v1/outages/{id}/correction          | technician | 404
            DELETE /api/v1/outages/{id}/correction          | technician | 404
            POST   /api/v1/password-link                    | everybody  | 400
            GET    /api/v1/registration                     | everybody  | 200
            POST   /api/v1/registration                     | everybody  | 400
            PUT    /api/v1/registration                     | admin      | 400
            GET    /api/v1/incidents                        | viewer     | 200
            GET    /api/v1/incidents/{id}                   | viewer     | 404
            POST   /api/v1/incidents/acknowledge            | technician | 400
            POST   /api/v1/incidents/{id}/acknowledge       | technician | 404
            POST   /api/v1/incidents/{id}/assign            | technician | 404
            POST   /api/v1/incidents/{id}/close             | technician | 404
            POST   /api/v1/incidents/{id}/note              | technician | 422
            POST   /api/v1/incidents/{id}/snooze            | technician | 400
            POST   /api/v1/incidents/{id}/start             | technician | 404
            GET    /api/v1/maintenance-windows              | viewer     | 200
            POST   /api/v1/maintenance-windows              | technician | 400
            GET    /api/v1/maintenance-windows/{id}         | viewer     | 404
            DELETE /api/v1/maintenance-windows/{id}         | technician | 404
            GET    /api/v1/rules                            | viewer     | 200
            GET    /api/v1/rules/{id}                       | viewer     | 404
            POST   /api/v1/rules                            | admin      | 400
            POST   /api/v1/rules/replay                     | admin      | 400
            DELETE /api/v1/rules/{id}                       | admin      | 404
            PUT    /api/v1/rules/{id}                       | admin      | 400
            POST   /api/v1/samples                          | technician | 400
            GET    /api/v1/servers                          | viewer     | 200
            POST   /api/v1/servers                          | technician | 400
            DELETE /api/v1/servers/{code}                   | technician | 404
            GET    /api/v1/servers/{code}                   | viewer     | 404
            PUT    /api/v1/servers/{code}                   | technician | 400
            GET    /api/v1/servers/{code}/forecasts         | viewer     | 404
            GET    /api/v1/servers/{code}/history           | viewer     | 404
            GET    /api/v1/servers/{code}/machine-events    | viewer     | 404
            GET    /api/v1/servers/{code}/rules             | viewer     | 404
            GET    /api/v1/servers/{code}/status            | viewer     | 404
            PUT    /api/v1/servers/{code}/test-machine      | admin      | 404
            DELETE /api/v1/servers/{code}/test-machine      | admin      | 404
            POST   /api/v1/servers/{code}/restoration       | technician | 404
            POST   /api/v1/session                          | everybody  | 400
            POST   /api/v1/session/refresh                  | everybody  | 400
            GET    /api/v1/setup                            | everybody  | 200
            POST   /api/v1/setup                            | everybody  | 400
            GET    /api/v1/sites                            | viewer     | 200
            POST   /api/v1/sites                            | admin      | 400
            DELETE /api/v1/sites/{id}                       | admin      | 404
            GET    /api/v1/sites/{id}                       | viewer     | 404
            PUT    /api/v1/sites/{id}                       | admin      | 404
            GET    /api/v1/users                            | admin      | 200
            POST   /api/v1/users                            | admin      | 400
            DELETE /api/v1/users/{id}                       | admin      | 404
            GET    /api/v1/users/{id}                       | admin      | 404
            PATCH  /api/v1/users/{id}                       | admin      | 400
            POST   /api/v1/users/{id}/password-link         | admin      | 404
            GET    /api/v1/users/{id}/sessions              | admin      | 404
            DELETE /api/v1/users/{id}/sessions/{session}    | admin      | 404
            GET    /                                        | everybody  | 303
            GET    /account                                 | viewer     | 200
            POST   /account/api-tokens                      | viewer     | 422
            POST   /account/api-tokens/{id}/end             | viewer     | 404
            POST   /account/password                        | viewer     | 422
            POST   /account/profile                         | viewer     | 422
            POST   /account/sessions/{session}/end          | viewer     | 303
            GET    /alerts                                  | viewer     | 200
            GET    /alerts/events                           | viewer     | 200
            POST   /alerts/{id}/close                       | technician | 404
            GET    /assets/{hash}/{name}                    | everybody  | 404
            GET    /audit                                   | admin      | 200
            GET    /availability                            | viewer     | 200
            GET    /channels                                | admin      | 200
            GET    /channels/new                            | admin      | 200
            POST   /channels/new                            | admin      | 422
            GET    /channels/{id}                           | admin      | 404
            POST   /channels/{id}                           | admin      | 404
            POST   /channels/{id}/remove                    | admin      | 404
            POST   /channels/{id}/test                      | admin      | 404
            POST   /choices                                 | everybody  | 303
            GET    /download/cmm-authority.crt              | everybody  | 200
            GET    /download/{file}                         | everybody  | 404
            GET    /drills                                  | viewer     | 200
            POST   /drills                                  | technician | 422
            GET    /drills/{id}                             | viewer     | 404
            GET    /drills/{id}/events                      | viewer     | 404
            POST   /drills/{id}/stop                        | technician | 404
            POST   /test-machines                           | admin      | 422
            POST   /test-machines/end                       | admin      | 422
            GET    /demo                                    | admin      | 200
            POST   /demo                                    | admin      | 303
            POST   /demo/life                               | admin      | 303
            POST   /demo/remove                             | admin      | 303
            GET    /enrolment                               | admin      | 200
            POST   /enrolment                               | admin      | 422
            POST   /enrolment/{id}/revoke                   | admin      | 303
            GET    /favicon.ico                             | everybody  | 200
            GET    /fleet                                   | viewer     | 200
            GET    /fleet/events                            | viewer     | 200
            GET    /health                                  | everybody  | 200
            GET    /health/live                             | everybody  | 200
            GET    /health/ready                            | everybody  | 200
            GET    /health/started                          | everybody  | 200
            GET    /holidays                                | viewer     | 200
            POST   /holidays                                | admin      | 422
            POST   /holidays/{id}/date                      | admin      | 422
            POST   /holidays/{id}/remove                    | admin      | 303
            GET    /login                                   | everybody  | 200 303
            POST   /login                                   | everybody  | 422
            GET    /metrics                                 | viewer     | 200
            POST   /outages/{id}/correction                 | technician | 404
            POST   /outages/{id}/withdrawal                 | technician | 404
            GET    /notices                                 | viewer     | 200
            POST   /notices                                 | viewer     | 422
            GET    /notices/log                             | technician | 200
            GET    /notices/log/{id}                        | technician | 404
            POST   /notices/test                            | viewer     | 200
            GET    /on-call                                 | viewer     | 200
            GET    /on-call/groups/new                      | admin      | 200
            POST   /on-call/groups/new                      | admin      | 422
            GET    /on-call/groups/{id}                     | admin      | 404
            POST   /on-call/groups/{id}                     | admin      | 404
            POST   /on-call/groups/{id}/remove              | admin      | 404
            POST   /on-call/groups/{id}/stand-ins           | admin      | 404
            POST   /on-call/groups/{id}/stand-ins/{standIn}/end | admin  | 404
            POST   /on-call/steps                           | admin      | 422
            POST   /on-call/steps/{id}/remove               | admin      | 303
            GET    /password-link                           | everybody  | 200
            POST   /password-link                           | everybody  | 422
            GET    /register                                | everybody  | 200
            POST   /register                                | everybody  | 422
            GET    /catch-up                                | viewer     | 200
            GET    /incidents                               | viewer     | 200
            GET    /incidents/events                        | viewer     | 200
            GET    /incidents/{id}                          | viewer     | 404
            GET    /incidents/{id}/events                   | viewer     | 404
            POST   /incidents/acknowledge                   | technician | 303
            POST   /incidents/{id}/acknowledge              | technician | 404
            POST   /incidents/{id}/assign                   | technician | 404
            POST   /incidents/{id}/close                    | technician | 404
            POST   /incidents/{id}/note                     | technician | 404
            POST   /incidents/{id}/snooze                   | technician | 404
            POST   /incidents/{id}/start                    | technician | 404
            GET    /maintenance                             | viewer     | 200
            POST   /maintenance                             | technician | 422
            GET    /maintenance/{id}                        | viewer     | 404
            POST   /maintenance/{id}/end                    | technician | 404
            GET    /rules                                   | viewer     | 200
            GET    /rules/new                               | admin      | 200
            POST   /rules/new                               | admin      | 422
            POST   /rules/trials                            | admin      | 400
            GET    /rules/trials/{id}                      | admin      | 404
            POST   /rules/trials/{id}/stop                 | admin      | 404
            GET    /rules/{id}                              | viewer     | 404
            POST   /rules/{id}                              | admin      | 404
            POST   /rules/{id}/reset                        | admin      | 404
            GET    /servers/new                             | technician | 200
            POST   /servers/new                             | technician | 422
            GET    /servers/{code}                          | viewer     | 404
            GET    /servers/{code}/rules                    | viewer     | 404
            GET    /servers/{code}/edit                     | technician | 404
            GET    /servers/{code}/events                   | viewer     | 404
            POST   /servers/{code}/edit                     | technician | 404
            POST   /servers/{code}/restore                  | technician | 404
            GET    /servers/{code}/retire                   | technician | 404
            POST   /servers/{code}/retire                   | technician | 404
            GET    /setup                                   | everybody  | 303
            POST   /setup                                   | everybody  | 422
            GET    /sites                                   | viewer     | 200
            POST   /sites                                   | admin      | 422
            GET    /sites/{id}/edit                         | admin      | 404
            POST   /sites/{id}/edit                         | admin      | 404
            POST   /sites/{id}/remove                       | admin      | 404
            GET    /trust                                   | everybody  | 200
            POST   /trust/names                             | admin      | 422
            GET    /users                                   | admin      | 200
            POST   /users                                   | admin      | 422
            POST   /users/registration                      | admin      | 303
            GET    /users/{id}                              | admin      | 404
            POST   /users/{id}                              | admin      | 404
            POST   /users/{id}/password-link                | admin      | 404
            POST   /users/{id}/sessions/{session}/end       | admin      | 404
            POST   /users/{id}/turn-down                    | admin      | 404
            DELETE /api/v1/session                          | viewer     | 204
            POST   /logout                                  | everybody  | 303
            """;

    /** Classes that hand routes to the router below the REST layer; each route has its line above. */
    private static final Map<String, Long> RAW_ROUTES = Map.of("AssetRoute", 2L, "SamplesRoute", 2L);

    private final Institution institution;

    RolesIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void everyEndpointStandsInTheTable() {
        DeployedEndpoints deployed = DeployedEndpoints.besides(Path.of(System.getProperty("cmm.server.jar")));
        assertThat(missing(deployed.resources(), TABLE)).isEmpty();
        assertThat(deployed.rawRoutes()).isEqualTo(RAW_ROUTES);
    }

    @Test
    void anEndpointWithoutALineTurnsTheTableRed() {
        SortedSet<String> deployed = new TreeSet<>(List.of("GET /api/v1/rules", "DELETE /api/v1/brand-new"));
        assertThat(missing(deployed, "GET /api/v1/rules | viewer | 200")).containsExactly("DELETE /api/v1/brand-new");
    }

    @Test
    void everyoneIsLetInOrRefusedAsTheTableSays() {
        List<String> faults = walk(TABLE, knocking());
        assertThat(faults).isEmpty();
    }

    @Test
    void aWrongLineTurnsTheTableRed() {
        Map<Credential, Guest> viewer = Map.of(institution.token(Role.VIEWER), Guest.VIEWER);
        assertThat(walk("GET /api/v1/users | viewer | 200", viewer)).hasSize(1);
        assertThat(walk("GET /api/v1/rules | admin | 200", viewer)).hasSize(1);
    }

    private static SortedSet<String> missing(SortedSet<String> deployed, String table) {
        SortedSet<String> missing = new TreeSet<>(deployed);
        missing.removeAll(Endpoint.read(table).stream().map(Endpoint::address).collect(Collectors.toSet()));
        return missing;
    }

    /** Everybody at the same time: a stream of events takes seconds to begin. */
    private List<String> walk(String table, Map<Credential, Guest> knocking) {
        List<Endpoint> endpoints = Endpoint.read(table);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> walks = knocking.entrySet().stream()
                    .map(who -> threads.submit(() -> walk(endpoints, who.getKey(), who.getValue())))
                    .toList();
            return walks.stream().map(RolesIT::faults).flatMap(List::stream).toList();
        }
    }

    private static List<String> faults(Future<List<String>> walk) {
        try {
            return walk.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> walk(List<Endpoint> endpoints, Credential credential, Guest guest) {
        return endpoints.stream()
                .map(endpoint ->
                        endpoint.fault(guest, institution.call(endpoint.call().as(credential))))
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    /** Everybody, and what they amount to. */
    private Map<Credential, Guest> knocking() {
        Map<Credential, Guest> all = new LinkedHashMap<>();
        all.put(Credential.NONE, Guest.EVERYBODY);
        for (Role role : Role.values()) {
            Guest guest = Guest.valueOf(role.name());
            all.put(institution.logIn(role), guest);
            all.put(institution.browse(role), guest);
            all.put(institution.token(role), guest);
        }
        all.put(institution.enrol("role-table"), Guest.AGENT);
        worthless().forEach(credential -> all.put(credential, Guest.EVERYBODY));
        return all;
    }

    /** What was good once, or never. */
    private List<Credential> worthless() {
        Credential admin = institution.logIn(Role.ADMIN);
        Credential expired = institution.token(admin, "expired token", Role.ADMIN);
        institution.sql("UPDATE api_token SET expires_at = now() - interval '1 s' WHERE label = 'expired token'");
        Credential revoked = institution.token(admin, "revoked token", Role.ADMIN);
        institution.sql("UPDATE api_token SET revoked_at = now() WHERE label = 'revoked token'");
        Credential ended = institution.logIn(Role.ADMIN).named("ended session");
        institution.call(Call.delete("/api/v1/session").as(ended)).expect(204);
        String token = admin.headers().getLast();
        return List.of(
                newcomer(),
                expired,
                revoked,
                ended,
                Credential.bearer("forger", token.substring("Bearer ".length(), token.length() - 4) + "AAAA"),
                Credential.bearer("guesser", "cmm_guessed"));
    }

    /** Somebody who registered and waits; no endpoint gives them a credential, so one is put into the database. */
    private Credential newcomer() {
        institution.call(Call.put("/api/v1/registration").json("{'open':true}").as(institution.token(Role.ADMIN)));
        institution
                .call(Call.post("/api/v1/registration")
                        .json("{'name':'Newcomer','email':'new@example.org','password':'%s'}", Institution.PASSWORD))
                .expect(202);
        institution.sql("""
                INSERT INTO api_token (user_id, label, role, fingerprint, created_at, expires_at)
                SELECT id, 'newcomer', 'viewer', encode(sha256('cmm_newcomer'), 'hex'), now(), now() + interval '1 hour'
                  FROM cmm_user WHERE name = 'Newcomer'
                """);
        return Credential.bearer("newcomer", "cmm_newcomer");
    }
}
