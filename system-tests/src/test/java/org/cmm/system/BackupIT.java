package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.cmm.process.RunningServer;
import org.cmm.process.ServerVerb;
import org.cmm.system.Institution.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an institution would lose with its disk comes back from one file, on another machine. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class BackupIT {

    /** What goes on changing on a server that nobody uses. */
    private static final List<String> RESTLESS = List.of("heartbeat", "cmm_downtime");

    private final Institution institution;

    @TempDir
    Path folder;

    private Path backup = Path.of("");

    BackupIT(Institution institution) {
        this.institution = institution;
    }

    @BeforeAll
    void takeOne(@TempDir Path forAll) {
        institution.enrol("backed-up");
        backup = forAll.resolve("whole.zip");
        ServerVerb taken = ServerVerb.run(institution.data(), "backup", backup.toString());
        assertThat(taken.code()).as(taken.said()).isZero();
    }

    @Test
    void aRestoredCmmHoldsTheSameRowsAndKnowsTheSamePeopleAndAgents() throws Exception {
        Path data = folder.resolve("restored");
        Path file = folder.resolve("quiet.zip");
        try (Connection original = institution.server().database()) {
            Map<String, String> before = contents(original);
            assertThat(ServerVerb.run(institution.data(), "backup", file.toString())
                            .code())
                    .isZero();

            ServerVerb restored = ServerVerb.run(data, "restore", file.toString());

            assertThat(restored.code()).as(restored.said()).isZero();
            try (RunningServer server = RunningServer.start(data);
                    HttpClient http = HandMadeAgent.client();
                    Connection copy = server.database()) {
                assertThat(contents(copy)).isEqualTo(before);
                assertThat(Call.get("/api/v1/servers")
                                .as(institution.token(Role.VIEWER))
                                .send(http, server.url())
                                .status())
                        .isEqualTo(200);
                assertThat(Call.post("/api/v1/sites")
                                .json("{'name':'New after the restore','zone':'Africa/Douala'}")
                                .as(institution.token(Role.ADMIN))
                                .send(http, server.url())
                                .status())
                        .as("a number that the sequence has not given before")
                        .isEqualTo(201);
            }
        }
    }

    @Test
    void aBackupTakenUnderLoadThroughAPipeHoldsEverySampleAcknowledgedBeforeIt() throws Exception {
        Path file = folder.resolve("loaded.zip");
        Path data = folder.resolve("loaded");
        Sender sender = new Sender(
                institution.url(),
                "under-load",
                institution.enrol("under-load").headers().get(1).substring("Bearer ".length()));
        sender.start();
        try {
            Eventually.become(Duration.ofMinutes(1), sender::acknowledged, count -> count > 1_000);
            long acknowledged = sender.acknowledged();

            pipeBackup(file);

            long sent = sender.sent();
            pipeRestore(file, data);
            try (RunningServer server = RunningServer.start(data);
                    Connection copy = server.database()) {
                assertThat(KnownAgents.count(copy, """
                                SELECT count(*) FROM sample JOIN server ON id = server_id WHERE name = 'under-load'
                                """)).isBetween(acknowledged, sent);
            }
        } finally {
            sender.end();
            sender.join();
        }
    }

    @Test
    void nobodyElseMayReadABackupAndAnExistingFileStays() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");

        ServerVerb again = ServerVerb.run(institution.data(), "backup", backup.toString());

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.said()).contains("exists already").contains(backup.toString());
    }

    @Test
    void aRestoreIntoACmmThatHoldsDataIsRefused() {
        ServerVerb refused = ServerVerb.run(institution.data(), "restore", backup.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.said()).contains("already holds data").contains("CMM_DATA");
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsChanged() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        Path cutOff = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        Path other = Files.writeString(folder.resolve("other.zip"), "a letter to the mayor");
        Path changed = changed(folder.resolve("changed.zip"));
        Path data = folder.resolve("untouched");

        for (Path file : List.of(cutOff, other, changed)) {
            ServerVerb refused = ServerVerb.run(data, "restore", file.toString());

            assertThat(refused.code()).as(refused.said()).isEqualTo(1);
            assertThat(refused.said()).contains(file.toString()).doesNotContain("Exception");
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void aRestoreThatWasKilledKeepsTheServerAwayUntilItIsDoneAgain() throws Exception {
        Path data = folder.resolve("killed");
        Process restore = ServerVerb.start(data, Redirect.PIPE, "restore", backup.toString());
        try (BufferedReader said = restore.errorReader()) {
            while (!said.readLine().contains("rows of")) {
                // its own words tell when it is in the middle
            }
            restore.destroyForcibly().waitFor();
        }

        ServerVerb start = ServerVerb.run(data);
        ServerVerb again = ServerVerb.run(data, "restore", backup.toString());

        assertThat(start.code()).isEqualTo(1);
        assertThat(start.said()).contains("run the restore again");
        assertThat(again.code()).as(again.said()).isZero();
        try (RunningServer server = RunningServer.start(data);
                Connection copy = server.database();
                Connection original = institution.server().database()) {
            assertThat(contents(copy).get("cmm_user"))
                    .isEqualTo(contents(original).get("cmm_user"));
        }
    }

    private void pipeBackup(Path file) throws IOException, InterruptedException {
        Process taken = ServerVerb.start(institution.data(), Redirect.to(file.toFile()), "backup", "-");
        String said = new String(taken.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(taken.waitFor()).as(said).isZero();
    }

    private static void pipeRestore(Path file, Path data) throws IOException, InterruptedException {
        Process restored = ServerVerb.start(data, Redirect.PIPE, "restore", "-");
        try (OutputStream in = restored.getOutputStream()) {
            Files.copy(file, in);
        }
        String said = new String(restored.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(restored.waitFor()).as(said).isZero();
    }

    /** The backup with one row more, as a sound ZIP file. */
    private Path changed(Path file) throws IOException {
        try (ZipFile original = new ZipFile(backup.toFile());
                ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(original.entries())) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(original.getInputStream(entry).readAllBytes());
                if (entry.getName().equals("tables/site.copy")) {
                    copy.write(
                            "9\tSmuggled in\tAfrica/Douala\t2026-01-01 00:00:00+00\n".getBytes(StandardCharsets.UTF_8));
                }
                copy.closeEntry();
            }
        }
        return file;
    }

    /** A digest of each table's rows. */
    private static Map<String, String> contents(Connection database) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        for (String table : tables(database)) {
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT count(*) || ' ' || md5(string_agg(t::text, E'\\n' ORDER BY t::text)) FROM %s t"
                                    .formatted(table))) {
                row.next();
                contents.put(table, String.valueOf(row.getString(1)));
            }
        }
        return contents;
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                           AND relname <> 'flyway_schema_history'
                        """)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        tables.removeAll(RESTLESS);
        return tables;
    }
}
