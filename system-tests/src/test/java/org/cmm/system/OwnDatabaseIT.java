package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.cmm.process.FreePort;
import org.cmm.process.RunningServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that CMM does not run itself: late, away for a while, one that cannot be brought to this version, and one
 * that asks for no password.
 */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class OwnDatabaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** The last two migrations are to run again: the first would succeed, the second finds its column there. */
    private static final String BREAK_THE_UPGRADE = """
            CREATE SCHEMA aside;
            ALTER TABLE rule SET SCHEMA aside;
            ALTER TABLE alert SET SCHEMA aside;
            ALTER TABLE heartbeat SET SCHEMA aside;
            ALTER DOMAIN severity SET SCHEMA aside;
            DELETE FROM flyway_schema_history WHERE version >= '040';
            INSERT INTO server (code, name) VALUES ('kept', 'Kept through it all');
            """;

    private final Institution institution;

    @TempDir
    Path folder;

    private String databaseUrl = "";
    private int databasePort;

    OwnDatabaseIT(Institution institution) {
        this.institution = institution;
    }

    @BeforeAll
    void makeADatabase() throws Exception {
        URI known = known();
        databasePort = known.getPort();
        try (Connection connection = administrator()) {
            execute(connection, "CREATE DATABASE own OWNER cmm");
        }
        databaseUrl = "jdbc:postgresql://127.0.0.1:%d/own".formatted(databasePort);
    }

    @Test
    @Order(1)
    void waitsForADatabaseThatComesLateAndForOneThatIsAwayForAWhile() throws Exception {
        int port = FreePort.find();
        try (RunningServer server = launch(port)) {
            Eventually.become(PATIENCE, this::log, text -> text.contains("waiting for the database"));
            assertThat(log()).doesNotContain(secret("database-password"));
            try (Doorway open = Doorway.open(port, databasePort)) {
                server.awaitReady();
                assertThat(open.isOpen()).isTrue();
            }
            Eventually.become(PATIENCE, () -> ready(server), status -> status == 503);
            try (Doorway again = Doorway.open(port, databasePort)) {
                Eventually.become(PATIENCE, () -> ready(server), status -> status == 200);
                assertThat(again.isOpen()).isTrue();
            }
        }
    }

    @Test
    @Order(2)
    void aFailedUpgradeChangesNothingAndSaysWhatToDo() throws Exception {
        try (Connection connection = connection()) {
            execute(connection, BREAK_THE_UPGRADE);

            try (RunningServer server = launch(databasePort)) {
                assertThatThrownBy(server::awaitReady).hasMessageContaining("the server ended");
            }

            assertThat(log())
                    .contains("could not be brought to this version, and nothing in it was changed")
                    .contains("V050__enrolment_again.sql")
                    .contains("Start the version you had before");
            assertThat(KnownAgents.count(connection, "SELECT count(*) FROM server WHERE code = 'kept'"))
                    .isEqualTo(1);
            assertThat(KnownAgents.count(
                            connection, "SELECT count(*) FROM flyway_schema_history WHERE version >= '040'"))
                    .as("migrations that stayed applied")
                    .isZero();
            assertThat(KnownAgents.count(
                            connection,
                            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' " + "AND tablename = 'alert'"))
                    .as("tables of a migration that succeeded before the broken one")
                    .isZero();
        }
    }

    @Test
    @Order(3)
    void aDatabaseThatTakesItsUserWithoutAPasswordIsUsed() throws Exception {
        try (Connection connection = administrator()) {
            execute(connection, "CREATE ROLE trusted LOGIN");
            execute(connection, "CREATE DATABASE trusting OWNER trusted");
            Path rules = Path.of(one(connection, "SHOW hba_file"));
            String before = Files.readString(rules);
            Files.writeString(rules, "host trusting trusted 127.0.0.1/32 trust\n" + before);
            try {
                execute(connection, "SELECT pg_reload_conf()");
                startsWithoutAPassword();
            } finally {
                Files.writeString(rules, before);
                execute(connection, "SELECT pg_reload_conf()");
            }
        }
    }

    private void startsWithoutAPassword() throws IOException {
        try (RunningServer server = launch("postgresql://trusted@127.0.0.1:%d/trusting".formatted(databasePort))) {
            server.awaitReady();
            assertThat(ready(server)).isEqualTo(200);
        }
        assertThat(log()).doesNotContain("ERROR", "WARN");
    }

    @Test
    @Order(4)
    void aDatabaseThatWantsAPasswordSaysAtOnceThatNoneWasGiven() throws Exception {
        try (RunningServer server = launch("postgresql://cmm@127.0.0.1:%d/own".formatted(databasePort))) {
            assertThatThrownBy(server::awaitReady).hasMessageContaining("the server ended");
        }
        assertThat(log())
                .contains("asks for a password, and none was given")
                .contains("CMM_DATABASE_PASSWORD_FILE")
                .doesNotContain("waiting for the database");
    }

    private RunningServer launch(int port) throws IOException {
        return RunningServer.launch(
                folder,
                Map.of(
                        "CMM_DATABASE_URL",
                        "postgresql://cmm@127.0.0.1:%d/own".formatted(port),
                        "CMM_DATABASE_PASSWORD_FILE",
                        institution.data().resolve("keys/database-password").toString()));
    }

    /** Without a password, on a log of its own. */
    private RunningServer launch(String url) throws IOException {
        Files.deleteIfExists(folder.resolve("server.log"));
        return RunningServer.launch(folder, Map.of("CMM_DATABASE_URL", url));
    }

    private int ready(RunningServer server) {
        return Call.get("/health/ready").send(institution.http(), server.url()).status();
    }

    private URI known() throws SQLException {
        try (Connection connection = institution.server().database()) {
            return URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
        }
    }

    private Connection administrator() throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(databasePort),
                "postgres",
                secret("database-master-password"));
    }

    private Connection connection() throws SQLException, IOException {
        return DriverManager.getConnection(databaseUrl, "cmm", secret("database-password"));
    }

    private String secret(String name) throws IOException {
        return Files.readString(institution.data().resolve("keys").resolve(name))
                .strip();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("server.log"));
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
