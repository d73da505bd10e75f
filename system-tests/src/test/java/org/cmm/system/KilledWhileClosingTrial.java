package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.cmm.process.RunningServer;
import org.cmm.system.Institution.Role;
import org.cmm.system.StoredHistory.RollupTier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Machines deliver what they measure and what they measured in the past 400 days while the server, its database or both
 * are killed as they write roll-ups, let go of what is too old, and close days. In the end every sample and roll-up
 * that is still to be kept is compared with what was sent. CMM waits minutes before it closes anything, so this takes
 * more than ten.
 */
class KilledWhileClosingTrial {

    private static final long SEED = Long.getLong("killed.seed", 20_261_129);
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final int MACHINES = 6;

    private static final Duration SAMPLES_KEPT = Duration.ofDays(20);
    private static final Duration FIVE_MINUTES_KEPT = Duration.ofDays(40);
    private static final Duration HOURS_KEPT = Duration.ofDays(100);
    private static final Duration DAYS_KEPT = Duration.ofDays(500);

    /** Days are closed when they have been over for so long. */
    private static final Duration GRACE = Duration.ofHours(6);
    /** What is over is rolled up by then. */
    private static final Duration ROLLED = Duration.ofMinutes(3);

    private enum Moment {
        ROLLING_UP(100_000),
        DROPPING(60_000),
        CLOSING(400_000),
        WRITING_BLOCKS(2_000);

        private final int longestMicros;

        Moment(int longestMicros) {
            this.longestMicros = longestMicros;
        }
    }

    private enum Victim {
        SERVER,
        DATABASE,
        BOTH
    }

    private final Random random = new Random(SEED);
    private final Institution institution = Institution.open();
    private final List<BacklogMachine> machines = new ArrayList<>();
    private final PastDays past = new PastDays(random);
    private RunningServer server = institution.server();

    @AfterEach
    void close() {
        machines.forEach(BacklogMachine::end);
        server.close();
        institution.close();
    }

    @Test
    void historyIsWhatWasSentHoweverOftenServerAndDatabaseAreKilled() throws Exception {
        System.out.printf("The seed is %d%n", SEED);
        keepLittle();
        startMachines();

        somethingToDo();
        kill(Victim.SERVER, Moment.ROLLING_UP);
        kill(Victim.DATABASE, Moment.DROPPING);
        kill(Victim.DATABASE, Moment.WRITING_BLOCKS);
        kill(Victim.DATABASE, Moment.WRITING_BLOCKS);

        somethingToDo();
        kill(Victim.DATABASE, Moment.ROLLING_UP);
        kill(Victim.SERVER, Moment.CLOSING);

        somethingToDo();
        kill(Victim.BOTH, Moment.ROLLING_UP);
        kill(Victim.SERVER, Moment.DROPPING);
        kill(Victim.BOTH, Moment.WRITING_BLOCKS);

        comeToRest();
        try (StoredHistory history = StoredHistory.of(server)) {
            compare(history);
        }
    }

    private void keepLittle() {
        institution
                .call(Call.put("/api/v1/history/disk/retention")
                        .json(
                                "{'samples':%d,'fiveMinutes':%d,'hour':%d,'day':%d}",
                                SAMPLES_KEPT.toDays(),
                                FIVE_MINUTES_KEPT.toDays(),
                                HOURS_KEPT.toDays(),
                                DAYS_KEPT.toDays())
                        .as(institution.token(Role.ADMIN)))
                .expect(200);
    }

    private void startMachines() throws SQLException {
        try (Connection database = server.database()) {
            for (int number = 0; number < MACHINES; number++) {
                String code = "closing-" + number;
                machines.add(
                        new BacklogMachine(server.url(), code, KnownAgents.add(database, code), random.nextLong()));
            }
        }
        machines.forEach(Thread::start);
    }

    /** Half of the machines deliver the past in its order before anything of now, so that it is news to CMM. */
    private void somethingToDo() {
        for (int number = 0; number < MACHINES; number++) {
            BacklogMachine machine = machines.get(number);
            if (number % 2 == 0) {
                machine.send(past.inOrder());
            } else {
                machine.live();
                machine.send(past.mixedUp());
            }
        }
        past.nextTurn();
    }

    private void kill(Victim victim, Moment moment) throws Exception {
        await(moment);
        TimeUnit.MICROSECONDS.sleep(random.nextInt(moment.longestMicros));
        System.out.printf("%s Killing %s while %s%n", Instant.now(), victim, moment);
        if (victim != Victim.SERVER) {
            server.killDatabase();
        }
        if (victim != Victim.DATABASE) {
            server.kill();
            server = RunningServer.launch(institution.data(), server.port());
        }
        server.awaitReady();
    }

    private void await(Moment moment) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (StoredHistory history = StoredHistory.of(server)) {
            long most = 0;
            while (true) {
                long tooOld = moment == Moment.DROPPING ? history.daysOfRows("sample", SAMPLES_KEPT) : 0;
                most = Math.max(most, tooOld);
                boolean now =
                        switch (moment) {
                            case ROLLING_UP -> history.isWritten("rollup_5min");
                            case DROPPING -> tooOld < most;
                            case CLOSING -> history.closing() > 0;
                            case WRITING_BLOCKS -> history.isWritten("sample_block");
                        };
                if (now) {
                    return;
                }
                assertThat(System.nanoTime()).as("%s did not come", moment).isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
    }

    /** Everything is delivered, rolled up, closed, and what is too old is gone. */
    private void comeToRest() throws Exception {
        machines.forEach(BacklogMachine::live);
        TimeUnit.SECONDS.sleep(20);
        machines.forEach(BacklogMachine::quiet);
        for (BacklogMachine machine : machines) {
            Eventually.become(PATIENCE, machine::idle, idle -> idle);
        }
        try (StoredHistory history = StoredHistory.of(server)) {
            Eventually.become(
                    PATIENCE,
                    () -> history.marks()
                            + history.closing()
                            + history.daysOfRows("sample", GRACE)
                            + history.daysOfRows("rollup_5min", GRACE)
                            + history.daysOfRows("sample_block", SAMPLES_KEPT),
                    left -> left == 0);
        }
    }

    private void compare(StoredHistory history) throws SQLException {
        Instant now = Instant.now();
        assertThat(history.strayTables()).as("tables that belong to nobody").isEmpty();
        int samples = 0;
        for (BacklogMachine machine : machines) {
            SentSamples sent = machine.acknowledged();
            history.compareSamples(machine.code(), sent, now.minus(SAMPLES_KEPT), now);
            history.compareRollups(
                    machine.code(), sent, RollupTier.FIVE_MINUTES, now.minus(FIVE_MINUTES_KEPT), now.minus(ROLLED));
            history.compareRollups(machine.code(), sent, RollupTier.HOUR, now.minus(HOURS_KEPT), now.minus(ROLLED));
            history.compareRollups(machine.code(), sent, RollupTier.DAY, now.minus(DAYS_KEPT), now.minus(ROLLED));
            samples += sent.count();
        }
        System.out.printf("%,d samples and their roll-ups are as they were sent%n", samples);
        assertThat(samples).as("samples that were sent").isGreaterThan(100_000);
    }
}
