package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cmm.core.history.Tier;
import org.cmm.server.history.Archive.Life;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Samples, roll-ups and blocks on the real database, against what one works out from the samples alone. */
@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class HistoryIT {

    private static final Instant BEGIN = Instant.parse("2024-03-10T20:00:00Z");

    /** Each costs the writer's pause after a failure; more of them by {@code -Dhistory.cuts=}. */
    private static final int CUTS = Integer.getInteger("history.cuts", 12);

    private static final int SEEDS = Integer.getInteger("history.seeds", 15);

    @Inject
    Archive archive;

    @Inject
    HistoryLoop resident;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void onlyTheTestsLivesWrite() {
        resident.stop();
        archive.itIs(BEGIN);
    }

    @Test
    void whateverComesHoweverLateEndsInTheRollUpsOfThePlainSamples() throws Exception {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Deliveries machine = new Deliveries(archive, seed);
            Random random = new Random(seed);
            Life life = archive.begin();
            for (int step = 0; step < 40; step++) {
                life = oneThing(machine, life, random);
            }
            machine.deliverAll(life);
            archive.itIs(machine.newest().plus(Duration.ofDays(2)));
            life.rollups().write();
            if (random.nextBoolean()) {
                closeEverything(machine, life);
            }
            machine.compareAll();
        }
    }

    private Life oneThing(Deliveries machine, Life life, Random random) throws SQLException {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> machine.measureAndDeliver(life);
            case 4 -> machine.measureAndKeep();
            case 5 -> machine.deliverSomeKept(life);
            case 6 -> machine.deliverAgain(life);
            case 7 -> {
                return archive.begin();
            }
            case 8 -> closeEverything(machine, life);
            default -> {
                archive.itIs(machine.newest().plusSeconds(random.nextInt(600)));
                life.rollups().write();
            }
        }
        return life;
    }

    @Test
    void sqlReadsClosedDaysAndOpenOnesAsOne() throws Exception {
        Deliveries machine = new Deliveries(archive, 8);
        Life life = archive.begin();
        for (int delivery = 0; delivery < 12; delivery++) {
            machine.deliver(life, machine.measure(machine.newest().plusSeconds(700), 100, 60));
            machine.measureAndKeep();
        }
        closeEverything(machine, life);
        machine.deliverAll(life);
        archive.itIs(machine.newest().plus(Duration.ofDays(2)));
        life.rollups().write();
        machine.compareSql();
    }

    /** Closes all days that lie behind the newest sample. */
    private void closeEverything(Deliveries machine, Life life) throws SQLException {
        archive.itIs(machine.newest().plusSeconds(40));
        life.rollups().write();
        for (Instant day = Archive.day(BEGIN);
                day.plus(Duration.ofDays(1)).isBefore(machine.newest());
                day = day.plus(Duration.ofDays(1))) {
            archive.close(life, Tier.SAMPLES, day);
            archive.close(life, Tier.FIVE_MINUTES, day);
        }
    }

    @Test
    void connectionsCutAtAnyMomentLeaveNothingUndone() throws Exception {
        Deliveries machine = new Deliveries(archive, 99);
        Random random = new Random(7);
        for (int cut = 0; cut < CUTS; cut++) {
            Life life = archive.begin();
            machine.measureAndDeliver(life);
            machine.measureAndKeep();
            machine.deliverSomeKept(life);
            archive.itIs(machine.newest().plus(Duration.ofMinutes(random.nextInt(120))));
            Thread killer = Thread.ofVirtual().start(() -> cutSoon(random.nextInt(12_000)));
            try {
                closeEverything(machine, life);
            } catch (SQLException | RuntimeException e) {
                // that was the cut; the next life goes on
            }
            killer.join();
        }
        Life last = archive.begin();
        machine.deliverAll(last);
        archive.itIs(machine.newest().plus(Duration.ofDays(2)));
        last.rollups().write();
        machine.compareAll();
        closeEverything(machine, last);
        machine.compareAll();
    }

    /** Ends whoever is in the middle of something with history's tables. */
    private void cutSoon(int micros) {
        try {
            Thread.sleep(Duration.ofNanos(micros * 1_000L));
            jdbi.useHandle(db -> db.execute("""
                    SELECT pg_terminate_backend(pid) FROM (
                        SELECT DISTINCT pid FROM pg_locks JOIN pg_class ON pg_class.oid = relation
                        WHERE relname ~ '^(sample|rollup)' AND pid <> pg_backend_pid()) busy
                    """));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRollUpIsThereAsSoonAsItsIntervalIsOver() {
        Deliveries machine = new Deliveries(archive, 3);
        Life life = archive.begin();
        machine.deliver(life, machine.measure(BEGIN, 40, 10));
        archive.itIs(BEGIN.plusSeconds(400));
        life.rollups().write();
        assertThat(archive.read(Tier.FIVE_MINUTES, machine.server(), BEGIN, BEGIN.plusSeconds(300)))
                .singleElement()
                .satisfies(row -> assertThat(row.numbers()).startsWith(30, 1, 0, 290));
    }

    @Test
    void aRollUpOfAFewSamplesSaysSo() {
        Deliveries machine = new Deliveries(archive, 4);
        Life life = archive.begin();
        machine.deliver(life, machine.measure(BEGIN, 3, 10));
        archive.itIs(BEGIN.plusSeconds(400));
        life.rollups().write();
        assertThat(archive.read(Tier.FIVE_MINUTES, machine.server(), BEGIN, BEGIN.plusSeconds(300)))
                .singleElement()
                .satisfies(row -> assertThat(row.numbers()).startsWith(3, 0.1));
    }

    @Test
    void lateSamplesRepairTheirIntervalsOnceAndNoOthers() {
        Deliveries machine = new Deliveries(archive, 5);
        Life life = archive.begin();
        machine.deliver(life, machine.measure(BEGIN, 400, 10));
        archive.itIs(BEGIN.plusSeconds(8_000));
        life.rollups().write();
        List<Instant> late = new ArrayList<>();
        for (int second = 605; second < 900; second += 10) {
            late.add(BEGIN.plusSeconds(second));
        }
        machine.deliver(life, machine.measureAt(late));
        assertThat(marks(machine)).isEqualTo(1);
        List<String> before = versions(machine);
        life.rollups().write();
        List<String> after = versions(machine);
        after.removeAll(before);
        assertThat(after).hasSize(1);
        archive.itIs(BEGIN.plus(Duration.ofDays(2)));
        life.rollups().write();
        machine.compareAll();
    }

    private int marks(Deliveries machine) {
        return jdbi.withHandle(db -> db.createQuery("SELECT count(*) FROM rollup_due WHERE server_id = ?")
                .bind(0, machine.server())
                .mapTo(Integer.class)
                .one());
    }

    /** Where each roll-up of five minutes lies: a row that was written again lies elsewhere. */
    private List<String> versions(Deliveries machine) {
        return new ArrayList<>(
                jdbi.withHandle(db -> db.createQuery("SELECT at || ' ' || ctid FROM rollup_5min WHERE server_id = ?")
                        .bind(0, machine.server())
                        .mapTo(String.class)
                        .list()));
    }

    @Test
    void whatIsOlderThanItsTierGoesAndTheCoarserTiersStay() throws Exception {
        Deliveries machine = new Deliveries(archive, 6);
        Life life = archive.begin();
        machine.deliver(life, machine.measure(BEGIN, 400, 60));
        archive.itIs(BEGIN.plus(Duration.ofDays(2)));
        life.rollups().write();
        closeEverything(machine, life);
        archive.itIs(BEGIN.plus(Duration.ofDays(33)));
        archive.letGo(Duration.ZERO);
        assertThat(archive.read(Tier.SAMPLES, machine.server(), BEGIN, archive.instant()))
                .isEmpty();
        assertThat(archive.read(Tier.FIVE_MINUTES, machine.server(), BEGIN, archive.instant()))
                .hasSize(80);
        archive.itIs(BEGIN.plus(Duration.ofDays(450)));
        archive.letGo(Duration.ZERO);
        assertThat(archive.read(Tier.FIVE_MINUTES, machine.server(), BEGIN, archive.instant()))
                .isEmpty();
        assertThat(archive.read(Tier.HOUR, machine.server(), BEGIN, archive.instant()))
                .hasSize(7);
        assertThat(archive.read(Tier.DAY, machine.server(), Archive.day(BEGIN), archive.instant()))
                .hasSize(2);
    }
}
