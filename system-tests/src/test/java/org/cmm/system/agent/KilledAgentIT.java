package org.cmm.system.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.cmm.process.RunningAgent;
import org.cmm.process.RunningServer;
import org.cmm.system.KnownAgents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent has measured is stored exactly once, whoever is killed in the middle of it. */
class KilledAgentIT {

    private static final long SEED = 20_261_124;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Set<Long> measured = new HashSet<>();
    private RunningServer server;

    @BeforeEach
    void startServer() {
        server = RunningServer.start(folder);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void everythingTheAgentSpooledIsStoredExactlyOnce() throws Exception {
        String token = token();
        measureAndDie("--token", token);
        measureAndDie();
        try (RunningAgent agent = start()) {
            awaitRow();
            server.kill();
            awaitRow();
            die(agent);
        }
        server = RunningServer.launch(folder, server.port());
        measureAndDie();
        server.awaitReady();
        try (RunningAgent agent = start()) {
            awaitRow();
            server.killDatabase();
            awaitRow();
            die(agent);
        }
        deliverWhatIsLeft();

        try (Connection database = server.database()) {
            Set<Long> stored = KnownAgents.times(database);
            assertThat(measured).hasSizeGreaterThan(50);
            assertThat(stored).as("times of stored samples").containsAll(measured);
            assertThat(KnownAgents.count(database, "SELECT count(*) FROM sample"))
                    .as("stored, against all that the agent ever had acknowledged")
                    .isEqualTo(spool().acknowledged())
                    .isEqualTo(stored.size());
            System.out.printf(
                    "5 kills of the agent, 1 of the server, 1 of the database: %d rows, each stored once%n",
                    stored.size());
        }
    }

    private void measureAndDie(String... settings) throws Exception {
        try (RunningAgent agent = start(settings)) {
            awaitRow();
            die(agent);
        }
    }

    private RunningAgent start(String... settings) {
        String[] all = new String[settings.length + 4];
        System.arraycopy(settings, 0, all, 4, settings.length);
        System.arraycopy(new String[] {"--interval", "40ms", "--delivery-interval", "200ms"}, 0, all, 0, 4);
        return RunningAgent.start(home(), server.url(), all);
    }

    private void die(RunningAgent agent) throws Exception {
        TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(1_000));
        assertThat(agent.isAlive()).as(agent.log()).isTrue();
        agent.kill();
        measured.addAll(spool().times());
    }

    /** An agent that takes no more samples in our time delivers those of its predecessors. */
    private void deliverWhatIsLeft() throws Exception {
        try (RunningAgent last =
                RunningAgent.start(home(), server.url(), "--interval", "1h", "--delivery-interval", "200ms")) {
            await(() -> spool().drained());
            assertThat(last.stop()).isZero();
        }
    }

    private void awaitRow() throws Exception {
        Set<Long> before = spool().times();
        await(() -> !before.containsAll(spool().times()));
    }

    private SpoolFiles spool() {
        return new SpoolFiles(RunningAgent.data(home()).resolve("spool"));
    }

    private Path home() {
        return folder.resolve("agent");
    }

    private String token() throws Exception {
        try (Connection database = server.database()) {
            return KnownAgents.token(database);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("what is waited for within 90 s").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
