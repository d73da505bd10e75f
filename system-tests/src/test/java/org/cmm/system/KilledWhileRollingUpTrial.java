package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.cmm.process.RunningServer;
import org.cmm.protocol.SampleRow;
import org.cmm.system.StoredHistory.RollupTier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Roll-ups are those of the samples when database and server are killed as they are written. The closing of days, for
 * which CMM waits minutes, is killed by {@link KilledWhileClosingTrial}.
 */
class KilledWhileRollingUpTrial {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MACHINES = 3;

    private final Random random = new Random(20);
    private final PastDays past = new PastDays(random);
    private final List<BacklogMachine> machines = new ArrayList<>();

    @TempDir
    Path data;

    @Test
    void rollUpsAreThoseOfTheSamplesWhoeverWasKilledMeanwhile() throws Exception {
        RunningServer server = RunningServer.start(data);
        int port = server.port();
        try {
            startMachines(server);
            awaitIdle();
            awaitRolledUp(server);
            machines.forEach(machine -> machine.send(past.day(9, true)));
            awaitWriting(server);
            server.killDatabase();
            server.kill();
            server = RunningServer.launch(data, port);
            server.awaitReady();
            awaitIdle();
        } finally {
            machines.forEach(BacklogMachine::end);
        }
        try (RunningServer last = server;
                StoredHistory history = StoredHistory.of(last)) {
            Eventually.become(PATIENCE, () -> difference(history), String::isEmpty);
        }
    }

    /** What they send first is of now, so that all the rest is late and marked for its roll-ups. */
    private void startMachines(RunningServer server) throws Exception {
        try (Connection database = server.database()) {
            for (int number = 0; number < MACHINES; number++) {
                String code = "rolling-" + number;
                BacklogMachine machine =
                        new BacklogMachine(server.url(), code, KnownAgents.add(database, code), random.nextLong());
                machine.send(List.of(new BacklogMachine.Piece(
                        List.of(new SampleRow(System.currentTimeMillis(), BacklogMachine.values(random))), true)));
                machine.send(past.day(30 + number, true).subList(0, 3));
                machines.add(machine);
            }
        }
        machines.forEach(Thread::start);
    }

    private void awaitIdle() throws InterruptedException {
        for (BacklogMachine machine : machines) {
            Eventually.become(PATIENCE, machine::idle, idle -> idle);
        }
    }

    /** From here on only marks are worked off, so the next who writes roll-ups does that. */
    private static void awaitRolledUp(RunningServer server) throws Exception {
        try (StoredHistory history = StoredHistory.of(server)) {
            Eventually.become(PATIENCE, history::marks, marks -> marks == 0);
        }
    }

    private static void awaitWriting(RunningServer server) throws Exception {
        try (StoredHistory history = StoredHistory.of(server)) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!history.isWritten("rollup_5min")) {
                assertThat(System.nanoTime()).as("nobody writes roll-ups").isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
    }

    /** What is not as it was sent, in the words of the assertion that found it; empty when all is. */
    private String difference(StoredHistory history) throws Exception {
        Instant now = Instant.now();
        Instant from = now.minus(Duration.ofDays(399));
        try {
            assertThat(history.marks()).as("intervals that wait").isZero();
            for (BacklogMachine machine : machines) {
                history.compareSamples(machine.code(), machine.acknowledged(), from, now);
                for (RollupTier tier : RollupTier.values()) {
                    history.compareRollups(machine.code(), machine.acknowledged(), tier, from, now);
                }
            }
            return "";
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        }
    }
}
