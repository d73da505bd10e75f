package org.cmm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.cmm.agent.ReceivingServer.Mood;
import org.cmm.agent.ReceivingServer.Received;
import org.cmm.agent.spool.Limits;
import org.cmm.agent.spool.Spool;
import org.cmm.agent.spool.SpooledBatch;
import org.cmm.protocol.Endpoints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a process of its own, against a server that misbehaves. */
class AgentIT {
    private static final int KILLS = 6;
    private static final long SEED = 20_261_123;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final List<Process> started = new ArrayList<>();
    private ReceivingServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new ReceivingServer();
    }

    @AfterEach
    void stopEverything() {
        started.forEach(Process::destroyForcibly);
        server.close();
    }

    @Test
    void enrolsDeliversAndStopsCleanly() throws Exception {
        Process agent = startAgent("--token", "T");
        await(() ->
                server.inOrder().size() >= 20 && !server.latest(Endpoints.FACTS).isEmpty());

        assertThat(startAgent().waitFor())
                .as("a second agent in the same folder")
                .isEqualTo(2);
        assertThat(stop(agent)).isZero();

        assertThat(server.latest(Endpoints.ENROLMENT)).contains("\"token\":\"T\"");
        assertThat(server.latest(Endpoints.FACTS)).contains("\"logicalCpus\":").contains("\"samplingMillis\":");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("identity"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                .isEqualTo("rwx------");
        assertThat(server.inOrder()).hasSize((int) acknowledged());
    }

    @Test
    void tellsAnOlderServerWhatThatKnows() throws Exception {
        server.knowsNot("samplingMillis");
        startAgent("--token", "T");
        await(() -> server.latest(Endpoints.FACTS).contains("\"deliverySeconds\":")
                && !server.latest(Endpoints.FACTS).contains("samplingMillis"));
    }

    @Test
    void takesTheTokenOutOfItsFileOnceTheServerKnowsIt() throws Exception {
        Path config = directory.resolve("agent.ini");
        Files.writeString(config, "token=T\ninterval=100ms\n");
        startAgent("--config", config.toString());

        await(() -> server.inOrder().size() >= 2);

        assertThat(server.latest(Endpoints.ENROLMENT)).contains("\"token\":\"T\"");
        assertThat(config).hasContent("interval=100ms\n");
    }

    @Test
    void losesNothingHoweverOftenItIsKilledAndTheLinkBreaks() throws Exception {
        var measured = new HashSet<Received>();
        Mood[] moods = {Mood.TAKE, Mood.TAKE_AND_HANG_UP, Mood.HANG_UP, Mood.BUSY, Mood.HANG, Mood.FORGET_LAYOUTS};
        for (int kill = 0; kill < KILLS; kill++) {
            server.mood(moods[kill % moods.length]);
            Process agent = startAgent("--token", "T");
            long before = bytesSpooled();
            await(() -> bytesSpooled() != before);
            TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(1_200));
            agent.destroyForcibly().waitFor();
            measured.addAll(spooled());
        }
        server.mood(Mood.TAKE);
        Set<Long> epochsBefore = epochs(measured);
        epochsBefore.addAll(epochs(server.inOrder()));
        Process last = startAgent();
        await(() -> !epochsBefore.containsAll(epochs(server.inOrder())));
        assertThat(stop(last)).isZero();

        assertThat(measured).hasSizeGreaterThan(KILLS);
        assertThat(server.inOrder()).containsAll(measured).hasSize((int) acknowledged());
        assertThat(server.conflicts()).isZero();
        assertThat(timesGoUpInEachEpoch()).isTrue();
        System.out.printf(
                "%d kills: %d rows measured and acknowledged, %d came twice, none lost%n",
                KILLS, acknowledged(), server.duplicates());
    }

    @Test
    void tellsWhenItWasKilledAndWhenItStopped() throws Exception {
        Process killed = startAgent("--token", "T");
        await(() -> server.latest(Endpoints.EVENTS).contains("agent-started") && noEventWaits());
        killed.destroyForcibly().waitFor();

        Process again = startAgent();
        await(() -> server.latest(Endpoints.EVENTS).contains("agent-killed") && noEventWaits());
        assertThat(server.latest(Endpoints.EVENTS))
                .contains("\"sinceMillis\":1")
                .doesNotContain("machine-started");
        assertThat(stop(again)).isZero();

        assertThat(server.latest(Endpoints.EVENTS)).contains("agent-stopped").doesNotContain("agent-killed");
        assertThat(data().resolve("running")).doesNotExist();
    }

    @Test
    void givesUpOnlyTheRowsThatTheServerWillNeverTake() throws Exception {
        server.mood(Mood.REFUSE_ODD_ROWS);
        Process agent = startAgent("--token", "T");
        await(() -> server.inOrder().size() >= 10);

        assertThat(stop(agent)).isZero();

        assertThat(server.inOrder()).allMatch(row -> row.atMillis() / 20 % 2 == 0);
        assertThat(acknowledged()).isGreaterThan(server.inOrder().size());
    }

    @Test
    void keepsMeasuringWhenItsSecretIsRevoked() throws Exception {
        server.mood(Mood.REVOKE);
        Process agent = startAgent("--token", "T");
        await(() -> bytesSpooled() > 0);
        assertThat(stop(agent)).isZero();
        Set<Received> kept = spooled();

        server.mood(Mood.TAKE);
        Process again = startAgent();
        await(() -> server.inOrder().containsAll(kept));

        assertThat(stop(again)).isZero();
    }

    @Test
    void enrolsAgainWithANewTokenAfterItsSecretWasRevoked() throws Exception {
        Process agent = startAgent("--token", "T");
        await(() -> server.inOrder().size() >= 3);
        assertThat(stop(agent)).isZero();
        server.revoke();
        int before = server.inOrder().size();

        Process again = startAgent("--token", "NEW");
        await(() -> server.inOrder().size() >= before + 3);

        assertThat(stop(again)).isZero();
        assertThat(server.latest(Endpoints.ENROLMENT)).contains("\"token\":\"NEW\"");
    }

    @Test
    void stopsWithinTwoSecondsWhileTheLinkHangs() throws Exception {
        server.mood(Mood.HANG);
        Process agent = startAgent("--token", "T");
        await(() -> server.hanging() > 0);

        long asked = System.nanoTime();
        assertThat(stop(agent)).isZero();

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void saysEveryFaultAndEndsWithCodeTwo() throws Exception {
        Process agent = JavaProgram.start(Main.class, "--intervall", "3s");
        started.add(agent);

        assertThat(agent.waitFor()).isEqualTo(2);
    }

    @Test
    void tellsItsStatusWhetherItRunsOrNot() throws Exception {
        Process agent = startAgent("--token", "T");
        await(() -> server.inOrder().size() >= 3);
        await(() -> status() == 0);

        server.mood(Mood.BUSY);
        await(() -> status() == 1);

        assertThat(stop(agent)).isZero();
        assertThat(status()).isEqualTo(2);
    }

    private int status() {
        try {
            return JavaProgram.start(Main.class, "status", "--language", "fr", "--data-directory", data().toString())
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Process startAgent(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--server",
                server.url(),
                "--data-directory",
                data().toString(),
                "--interval",
                "20ms",
                "--delivery-interval",
                "50ms"));
        arguments.addAll(List.of(more));
        Process agent = JavaProgram.start(Main.class, arguments.toArray(String[]::new));
        started.add(agent);
        return agent;
    }

    private static int stop(Process agent) throws InterruptedException {
        agent.destroy();
        assertThat(agent.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return agent.exitValue();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", PATIENCE).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static Set<Long> epochs(Collection<Received> rows) {
        return rows.stream().map(Received::epoch).collect(Collectors.toCollection(HashSet::new));
    }

    private boolean timesGoUpInEachEpoch() {
        var latest = new HashMap<Long, Long>();
        return server.inOrder().stream().allMatch(row -> {
            Long before = latest.put(row.epoch(), row.atMillis());
            return before == null || before < row.atMillis();
        });
    }

    private boolean noEventWaits() {
        try {
            return Files.readString(data().resolve("events")).contains("\"waiting\":[]");
        } catch (IOException e) {
            return false;
        }
    }

    private long bytesSpooled() {
        File[] files = spoolDirectory().toFile().listFiles((folder, name) -> name.endsWith(".segment"));
        return files == null ? 0 : Arrays.stream(files).mapToLong(File::length).sum();
    }

    /** What waits, read from a copy, so that the agent itself has to repair what it left behind. */
    private Set<Received> spooled() throws IOException {
        Path copy = Files.createTempDirectory(directory, "copy");
        try (var files = Files.list(spoolDirectory())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        var rows = new HashSet<Received>();
        try (var spool =
                Spool.open(copy, new Limits(64 << 20, Duration.ofDays(30))).spool()) {
            for (var batch = spool.oldest(2_000); batch.isPresent(); batch = spool.oldest(2_000)) {
                rows.addAll(received(batch.get()));
                spool.acknowledge(batch.get());
            }
        }
        return rows;
    }

    private static List<Received> received(SpooledBatch batch) {
        return batch.rows().stream()
                .map(row -> new Received(row.anchor().epoch(), row.row().atMillis()))
                .toList();
    }

    /** How many rows were ever acknowledged: the larger of the two numbers in the file. */
    private long acknowledged() throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(spoolDirectory().resolve("acknowledged")));
        return Math.max(bytes.getLong(0), bytes.capacity() >= 24 ? bytes.getLong(12) : 0);
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path spoolDirectory() {
        return data().resolve("spool");
    }
}
