package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.cmm.process.RunningServer;
import org.cmm.system.Institution.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server is killed while it tells people of incidents: counted in its outbox, and by whoever was told. */
class KilledWhileTellingIT {

    private static final int INCIDENTS = 60;
    private static final int PEOPLE = 3;
    private static final int KILLS = 3;

    private final Map<String, Integer> heard = new ConcurrentHashMap<>();
    private final Institution institution = Institution.open();
    private HttpServer counterpart;

    @BeforeEach
    void listen() throws IOException {
        counterpart = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        counterpart.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        counterpart.createContext("/", this::hear);
        counterpart.start();
    }

    @AfterEach
    void close() {
        counterpart.stop(0);
        institution.close();
    }

    /** Takes it, and then takes its time to say so: the server dies in between now and then. */
    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            heard.merge(exchange.getRequestHeaders().getFirst("webhook-id"), 1, Integer::sum);
            TimeUnit.MILLISECONDS.sleep(150);
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nobodyMissesAnythingAndNothingIsToldTwiceButUnderItsOwnKey() throws Exception {
        everybodyWantsNotices();
        Random dice = new Random(3);
        RunningServer server = institution.server();
        int port = server.port();
        int told = 0;
        for (int life = 0; life <= KILLS; life++) {
            for (int next = 0; next < INCIDENTS / (KILLS + 1); next++) {
                incident(server, told++);
            }
            if (life < KILLS) {
                TimeUnit.MILLISECONDS.sleep(300 + dice.nextInt(2_500));
                server.kill();
                server = RunningServer.launch(institution.data(), port);
                server.awaitReady();
            }
        }
        try (RunningServer last = server;
                Connection database = last.database()) {
            Eventually.become(
                    Duration.ofMinutes(4),
                    () -> KnownAgents.count(
                                    database, "SELECT count(*) FROM notice WHERE state NOT IN ('sent', 'merged')")
                            + KnownAgents.count(
                                    database, "SELECT count(*) FROM incident_entry WHERE noticed_at IS NULL"),
                    waiting -> waiting == 0);
            assertThat(KnownAgents.count(database, "SELECT count(*) FROM notice WHERE incident_id IS NOT NULL"))
                    .as("one notice for each incident and person")
                    .isEqualTo((long) INCIDENTS * PEOPLE);
            assertThat(KnownAgents.count(
                            database,
                            "SELECT count(DISTINCT (incident_id, user_id)) FROM notice WHERE incident_id IS NOT NULL"))
                    .isEqualTo((long) INCIDENTS * PEOPLE);
            Map<String, Integer> unknown = unknownAttempts(database);
            assertThat(heard.keySet()).as("what was sent was heard").containsAll(unknown.keySet());
            heard.forEach((key, times) -> assertThat(times)
                    .as("notice %s is repeated only where nobody can know whether it arrived", key)
                    .isLessThanOrEqualTo(1 + unknown.getOrDefault(key, 0)));
        }
    }

    private void everybodyWantsNotices() {
        String address = "http://127.0.0.1:" + counterpart.getAddress().getPort() + "/hook";
        int channel = institution
                .call(Call.post("/api/v1/channels")
                        .json(
                                "{'kind':'webhook','name':'hook','settings':{'url':'%s'},'secrets':{'secret':'s3cret'}}",
                                address)
                        .as(institution.token(Role.ADMIN)))
                .expect(201)
                .json()
                .get("id")
                .asInt();
        for (Role role : Role.values()) {
            institution
                    .call(Call.put("/api/v1/me/notices").json("""
                                    {'language':'fr','zone':'Africa/Douala','severities':['critical'],'sites':[],
                                     'quietFrom':'00:00','quietUntil':'00:00','criticalAlways':true,
                                     'addresses':{'%d':''}}""", channel).as(institution.logIn(role)))
                    .expect(200);
        }
    }

    private static void incident(RunningServer server, int number) throws SQLException {
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            statement.execute("""
                    WITH machine AS (
                        INSERT INTO server (code, name) VALUES ('told-%1$d', 'a machine') RETURNING id),
                    known AS (
                        INSERT INTO incident (server_id, stage, severity, worst, told, opened_at, raises, flapping)
                        SELECT id, 'closed', 'critical', 'critical', 'critical', now(), '{}', false FROM machine
                        RETURNING id)
                    INSERT INTO incident_entry (incident_id, at, kind, severity, audible)
                    SELECT id, now(), 'opened', 'critical', true FROM known
                    """.formatted(number));
        }
    }

    /** By the key of each sent notice: attempts of which nobody knows how they ended. */
    private static Map<String, Integer> unknownAttempts(Connection database) throws SQLException {
        Map<String, Integer> unknown = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT n.key::text, count(*) FILTER (WHERE a.outcome <> 'accepted') AS unknown
                        FROM notice n JOIN delivery_attempt a ON a.notice_id = n.id WHERE n.state = 'sent'
                        GROUP BY n.key
                        """)) {
            while (rows.next()) {
                unknown.put(rows.getString(1), rows.getInt(2));
            }
        }
        return unknown;
    }
}
