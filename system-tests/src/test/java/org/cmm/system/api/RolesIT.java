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

/** Every endpoint of the running server, with everybody who may knock. A new endpoint needs a line in the table. */
@ExtendWith(SharedServer.class)
class RolesIT {

    static final String TABLE = RoleTable.API + RoleTable.PAGES + RoleTable.LEAVING;

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
