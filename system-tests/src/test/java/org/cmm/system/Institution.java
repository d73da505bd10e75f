package org.cmm.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cmm.process.RunningServer;
import org.cmm.process.TrustedCertificates;

/** A running server with people of every role in it; test classes share one, see {@link SharedServer}. */
public final class Institution implements AutoCloseable {

    /** Everybody's password; easy to find again where it must not be. */
    public static final String PASSWORD = "grep for this password 7431";

    /** What people may be, least first. */
    public enum Role {
        VIEWER,
        TECHNICIAN,
        ADMIN;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Path data;
    private final RunningServer server;
    private final HttpClient http;
    private final HttpClient https;
    private final Map<Role, String> logins = new EnumMap<>(Role.class);
    private final Map<Role, Credential> tokens = new EnumMap<>(Role.class);

    private Institution(Path data, RunningServer server) {
        this.data = data;
        this.server = server;
        this.http = client().build();
        this.https =
                client().sslContext(TrustedCertificates.of(server.authority())).build();
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
    }

    /** Starts the server, follows its setup link and gives each role to somebody. */
    public static Institution open() {
        try {
            Path data = Files.createTempDirectory("cmm-institution");
            Institution opened = new Institution(data, RunningServer.start(data));
            opened.people();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void people() {
        call(Call.post("/api/v1/setup")
                        .json(
                                "{'token':'%s','name':'Awa Admin','email':'admin@example.org','password':'%s'}",
                                setupToken(), PASSWORD))
                .expect(201);
        logins.put(Role.ADMIN, "admin@example.org");
        Credential admin = logIn(Role.ADMIN);
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                invite(admin, role);
            }
            tokens.put(role, token(admin, role.word() + "'s token", role));
        }
    }

    private void invite(Credential admin, Role role) {
        logins.put(role, invite(admin, role.word(), role));
    }

    /** A new person, who can log in with the answer and {@link #PASSWORD}. */
    private String invite(Credential admin, String name, Role role) {
        JsonNode invited = call(Call.post("/api/v1/users")
                        .json("{'name':'%1$s','email':'%1$s@example.org','role':'%2$s'}", name, role.word())
                        .as(admin))
                .expect(201)
                .json();
        String url = invited.at("/link/url").asText();
        call(Call.post("/api/v1/password-link")
                        .json("{'token':'%s','password':'%s'}", url.substring(url.indexOf('=') + 1), PASSWORD))
                .expect(204);
        return name + "@example.org";
    }

    /** An API token of somebody whom no other test knows, so that they may change themselves. */
    public Credential tokenOfSomebodyNew(String name, Role role) {
        JsonNode session = session(invite(token(Role.ADMIN), name, role));
        Credential own = Credential.bearer(name, session.get("accessToken").asText());
        return token(own, name, role);
    }

    private String setupToken() {
        String link = server.setupLink();
        return link.substring(link.indexOf('=') + 1);
    }

    /** A new session of somebody with this role, as a program has it. */
    public Credential logIn(Role role) {
        return Credential.bearer(
                role.word() + "'s session",
                session(Objects.requireNonNull(logins.get(role)))
                        .get("accessToken")
                        .asText());
    }

    /** A new session of somebody with this role, as a browser has it. */
    public Credential browse(Role role) {
        return Credential.cookie(
                role.word() + "'s browser",
                session(Objects.requireNonNull(logins.get(role)))
                        .get("accessToken")
                        .asText());
    }

    private JsonNode session(String login) {
        return call(Call.post("/api/v1/session").json("{'login':'%s','password':'%s'}", login, PASSWORD))
                .expect(200)
                .json();
    }

    /** A new API token that its owner gives this role. */
    public Credential token(Credential owner, String label, Role role) {
        JsonNode created = call(Call.post("/api/v1/api-tokens")
                        .json("{\"label\":\"%s\",\"role\":\"%s\",\"days\":1}", label, role.word())
                        .as(owner))
                .expect(201)
                .json();
        return Credential.bearer(label, created.get("secret").asText());
    }

    /** An API token of this role that every test may use and none may end. */
    public Credential token(Role role) {
        return Objects.requireNonNull(tokens.get(role));
    }

    /** A token that so many machines may enrol with. */
    public String enrolmentToken(String label, int uses) {
        return call(Call.post("/api/v1/enrolment-tokens")
                        .json("{'label':'%s','uses':%d}", label, uses)
                        .as(token(Role.ADMIN)))
                .expect(201)
                .json()
                .get("token")
                .asText();
    }

    /** Enrols a machine of this name and gives its agent's secret. */
    public Credential enrol(String host) {
        String token = enrolmentToken(host, 1);
        JsonNode enrolled = call(Call.post("/api/v1/agent/enrolment").json("""
                                {'token':'%s','hostName':'%2$s','machineId':'machine-%2$s','agentVersion':'test',
                                 'addresses':['192.0.2.7']}""", token, host))
                .expect(200)
                .json();
        return Credential.bearer("agent of " + host, enrolled.get("secret").asText());
    }

    public Answer call(Call call) {
        return call.send(http, url());
    }

    /** The same over TLS, as from another machine. */
    public Answer callEncrypted(Call call) {
        return call.send(https, server.httpsUrl());
    }

    public HttpClient http() {
        return http;
    }

    public String url() {
        return server.url();
    }

    /** What its {@code CMM_DATA} names. */
    public Path data() {
        return data;
    }

    public RunningServer server() {
        return server;
    }

    /** All that the server has written to its output until now. */
    public String log() {
        try {
            return Files.readString(data.resolve("server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes what no endpoint lets anybody change, such as the end of a token. */
    public void sql(String statement) {
        try (Connection database = server.database();
                var prepared = database.prepareStatement(statement)) {
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    @Override
    public void close() {
        http.close();
        https.close();
        server.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
