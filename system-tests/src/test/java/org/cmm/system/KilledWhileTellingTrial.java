package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cmm.process.RunningServer;
import org.cmm.system.Institution.Role;
import org.cmm.system.SlowListeners.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers share one database and tell people of incidents; one is killed while both are sending, and then the other
 * while it is alone. Counted in the outbox, and by whoever was told.
 */
class KilledWhileTellingTrial {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PEOPLE = Role.values().length;
    private static final int CHANNELS = 4;
    private static final int LINES = PEOPLE * CHANNELS;

    /** A process sends so many at once, so one more under way are two processes'. */
    private static final int MOST_OF_ONE_PROCESS = 8;

    private final SlowListeners listeners = new SlowListeners();
    private final Institution institution = Institution.open();
    private int told;

    @TempDir
    Path secondFolder;

    @AfterEach
    void close() {
        listeners.close();
        institution.close();
    }

    @Test
    void nobodyMissesAnythingAndNothingIsToldTwiceButUnderItsOwnKey() throws Exception {
        everybodyWantsNotices();
        try (Connection database = institution.server().database();
                RunningServer second = second(database)) {
            incidents(database, 3);
            allTold(database);
            listeners.hold();
            incidents(database, 2);
            Eventually.become(PATIENCE, listeners::underWay, count -> count > MOST_OF_ONE_PROCESS);
            kill(institution.server(), database);
            incidents(database, 3);
            allTold(database);
            assertThat(countOf(database, "unknown"))
                    .as("attempts that the kill cut")
                    .isPositive();

            listeners.hold();
            incidents(database, 2);
            Eventually.become(PATIENCE, listeners::underWay, count -> count > 0);
            kill(second, database);
        }
        try (RunningServer again =
                RunningServer.launch(institution.data(), institution.server().port())) {
            again.awaitReady();
            try (Connection database = again.database()) {
                incidents(database, 2);
                allTold(database);
                assertEachToldOnce(database);
                assertOrder(database);
            }
        }
    }

    /** In a folder of its own, with the same key for the channels' secrets. */
    private RunningServer second(Connection database) throws Exception {
        Path keys = Files.createDirectories(secondFolder.resolve("keys"));
        Path first = institution.data().resolve("keys");
        Files.copy(first.resolve("channel-key"), keys.resolve("channel-key"));
        String url = database.getMetaData().getURL().replace("jdbc:postgresql://", "postgresql://cmm@");
        RunningServer second = RunningServer.launch(
                secondFolder,
                Map.of(
                        "CMM_DATABASE_URL",
                        url,
                        "CMM_DATABASE_PASSWORD_FILE",
                        first.resolve("database-password").toString()));
        second.awaitReady();
        return second;
    }

    /** What the dead one was sending is another's after two minutes; those are given instead of waited for. */
    private void kill(RunningServer server, Connection database) throws Exception {
        server.kill();
        String killed = one(database, "SELECT now()::text");
        listeners.release();
        Eventually.become(PATIENCE, listeners::underWay, count -> count == 0);
        TimeUnit.SECONDS.sleep(2);
        execute(database, """
                UPDATE notice SET claimed_until = now()
                WHERE state = 'sending' AND claimed_until < '%s'::timestamptz + interval '2 minutes'
                """.formatted(killed));
    }

    private void everybodyWantsNotices() {
        List<Integer> channels = IntStream.range(0, CHANNELS)
                .mapToObj(number -> institution
                        .call(Call.post("/api/v1/channels")
                                .json(
                                        "{'kind':'webhook','name':'%1$d','settings':{'url':'%2$s'},'secrets':{'secret':'s'}}",
                                        number, listeners.url("/" + number))
                                .as(institution.token(Role.ADMIN)))
                        .expect(201)
                        .json()
                        .get("id")
                        .asInt())
                .toList();
        String addresses = channels.stream().map("'%d':''"::formatted).collect(Collectors.joining(","));
        for (Role role : Role.values()) {
            institution
                    .call(Call.put("/api/v1/me/notices").json("""
                                    {'language':'fr','zone':'Africa/Douala','severities':['critical'],'sites':[],
                                     'quietFrom':'00:00','quietUntil':'00:00','criticalAlways':true,
                                     'addresses':{%s}}""", addresses).as(institution.logIn(role)))
                    .expect(200);
        }
    }

    private void incidents(Connection database, int count) throws SQLException {
        for (int next = 0; next < count; next++) {
            execute(database, """
                    WITH machine AS (
                        INSERT INTO server (code, name) VALUES ('told-%d', 'a machine') RETURNING id),
                    known AS (
                        INSERT INTO incident (server_id, stage, severity, worst, told, opened_at, raises, flapping)
                        SELECT id, 'closed', 'critical', 'critical', 'critical', now(), '{}', false FROM machine
                        RETURNING id)
                    INSERT INTO incident_entry (incident_id, at, kind, severity, audible)
                    SELECT id, now(), 'opened', 'critical', true FROM known
                    """.formatted(told++));
        }
    }

    private static void allTold(Connection database) throws Exception {
        Eventually.become(
                PATIENCE,
                () -> KnownAgents.count(database, "SELECT count(*) FROM notice WHERE state NOT IN ('sent', 'merged')")
                        + KnownAgents.count(database, "SELECT count(*) FROM incident_entry WHERE noticed_at IS NULL"),
                waiting -> waiting == 0);
    }

    private void assertEachToldOnce(Connection database) throws SQLException {
        assertThat(KnownAgents.count(database, "SELECT count(*) FROM notice WHERE incident_id IS NOT NULL"))
                .as("one notice for each incident, person and channel")
                .isEqualTo((long) told * LINES);
        assertThat(KnownAgents.count(database, """
                        SELECT count(*) FROM (SELECT notice_id FROM delivery_attempt WHERE outcome = 'accepted'
                            GROUP BY notice_id HAVING count(*) > 1) AS twice
                        """))
                .as("keys that were taken twice on record")
                .isZero();
        Map<String, Long> times =
                listeners.heard().stream().collect(Collectors.groupingBy(Heard::key, Collectors.counting()));
        Map<String, Integer> attempts = new HashMap<>();
        each(database, """
                SELECT n.key::text, count(*) FROM notice n JOIN delivery_attempt a ON a.notice_id = n.id GROUP BY n.key
                """, row -> attempts.put(row.getString(1), row.getInt(2)));
        each(database, "SELECT key::text FROM notice WHERE state = 'sent'", row -> assertThat(times)
                .as("what was sent was heard")
                .containsKey(row.getString(1)));
        times.forEach((key, count) -> assertThat(count)
                .as("%s was heard only as often as it was tried", key)
                .isLessThanOrEqualTo(attempts.getOrDefault(key, 0)));
        assertThat(times.values().stream().filter(count -> count > 1))
                .as("told again under the same key")
                .isNotEmpty();
    }

    /** What one person is told on one channel comes in order, whoever sends it; a digest stands for what it tells. */
    private void assertOrder(Connection database) throws SQLException {
        Map<String, long[]> events = new HashMap<>();
        each(
                database,
                """
                SELECT n.key::text, n.user_id, min(coalesce(m.event_id, n.event_id)), max(coalesce(m.event_id, n.event_id))
                FROM notice n LEFT JOIN notice m ON m.digest_id = n.id WHERE n.state = 'sent' GROUP BY n.id
                """,
                row -> events.put(row.getString(1), new long[] {row.getLong(2), row.getLong(3), row.getLong(4)}));
        Map<String, Long> last = new HashMap<>();
        List<String> seen = new ArrayList<>();
        for (Heard one : listeners.heard()) {
            long[] event = events.get(one.key());
            if (event == null || seen.contains(one.key())) {
                continue;
            }
            seen.add(one.key());
            String line = event[0] + " at " + one.path();
            assertThat(event[1]).as("user %s, after %s", line, last).isGreaterThan(last.getOrDefault(line, 0L));
            last.put(line, event[2]);
        }
        assertThat(last).hasSize(LINES);
    }

    private static int countOf(Connection database, String outcome) throws SQLException {
        return (int) KnownAgents.count(
                database, "SELECT count(*) FROM delivery_attempt WHERE outcome = '%s'".formatted(outcome));
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection database, String query, Reader reader) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static String one(Connection database, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        each(database, query, row -> values.add(row.getString(1)));
        return values.getFirst();
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
