package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.cmm.core.history.Tier;
import org.cmm.server.history.Archive.Life;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes for a time of which something is gone already, or after something went wrong, spoils nothing. */
@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class HistoryUpkeepIT {

    private static final Instant BEGIN = Instant.parse("2023-06-14T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

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
    void aSampleThatComesAgainWhenTheOthersAreGoneLeavesTheRollUpsOfAllOfThem() throws Exception {
        Deliveries machine = new Deliveries(archive, 11);
        Life life = archive.begin();
        SampleRows day = machine.measure(BEGIN, 1_440, 60);
        machine.deliver(life, day);
        archive.itIs(BEGIN.plus(DAY.multipliedBy(2)));
        life.rollups().write();
        archive.close(life, Tier.SAMPLES, BEGIN);
        archive.close(life, Tier.FIVE_MINUTES, BEGIN);
        archive.itIs(BEGIN.plus(DAY.multipliedBy(33)));
        archive.letGo(Duration.ZERO);
        List<String> before = rollups(machine);
        comesAgain(machine, day);
        assertThat(rollups(machine)).as("after the samples").isEqualTo(before);

        archive.itIs(BEGIN.plus(DAY.multipliedBy(400)));
        archive.letGo(Duration.ZERO);
        List<String> coarse = rollups(machine, Tier.HOUR);
        comesAgain(machine, day);
        assertThat(rollups(machine, Tier.HOUR)).as("after the five minutes").isEqualTo(coarse);
        assertThat(coarse).hasSize(24);
    }

    @Test
    void fiveMinutesStayUntilTheHourIsMadeOfThem() {
        Deliveries machine = new Deliveries(archive, 16);
        Life life = archive.begin();
        archive.itIs(BEGIN.plus(DAY.multipliedBy(380)));
        machine.deliver(life, machine.measure(BEGIN, 20, 60));
        life.rollups().write();
        archive.letGo(life);
        assertThat(rollups(machine, Tier.FIVE_MINUTES)).hasSize(4);
        assertThat(rollups(machine, Tier.HOUR)).as("more of it may come").isEmpty();

        archive.itIs(BEGIN.plus(DAY.multipliedBy(380)).plusSeconds(60));
        life.rollups().write();
        archive.letGo(life);
        assertThat(rollups(machine, Tier.FIVE_MINUTES)).isEmpty();
        assertThat(rollups(machine, Tier.HOUR)).hasSize(1);
    }

    /** In this life and in the next, which looks on disk for what the one before has not rolled up. */
    private void comesAgain(Deliveries machine, SampleRows day) {
        Life life = archive.begin();
        machine.deliver(life, machine.measureAt(List.of(Instant.ofEpochMilli(day.at()[77]))));
        life.rollups().write();
        archive.begin().rollups().write();
    }

    @Test
    void whatComesInPartsLongAfterwardsIsRolledUpWhole() {
        archive.itIs(BEGIN.plus(DAY.multipliedBy(40)));
        Deliveries machine = new Deliveries(archive, 12);
        Life life = archive.begin();
        machine.deliver(life, machine.measure(BEGIN.plus(DAY.multipliedBy(2)), 1, 10));
        for (int part = 0; part < 3; part++) {
            machine.deliver(life, machine.measure(BEGIN.plusSeconds(part * 100L), 10, 10));
            life.rollups().write();
        }
        assertThat(archive.read(Tier.FIVE_MINUTES, machine.server(), BEGIN, BEGIN.plus(DAY)))
                .singleElement()
                .satisfies(row -> assertThat(row.numbers()).startsWith(30, 1));
    }

    @Test
    void whatIsTooOldGoesWhenItIsRolledUpAndNobodyAddsToIt() {
        archive.itIs(BEGIN.plus(DAY.multipliedBy(40)));
        Deliveries machine = new Deliveries(archive, 13);
        Life life = archive.begin();
        machine.deliver(life, machine.measure(BEGIN.plus(DAY.multipliedBy(2)), 1, 10));
        machine.deliver(life, machine.measure(BEGIN, 30, 10));
        archive.letGo(Duration.ZERO);
        assertThat(samples(machine)).as("until roll-ups are made").isEqualTo(30);
        life.rollups().write();
        archive.letGo(Compaction.QUIET);
        assertThat(samples(machine)).as("while somebody may add to it").isEqualTo(30);
        archive.letGo(Duration.ZERO);
        assertThat(samples(machine)).isZero();
        assertThat(archive.read(Tier.FIVE_MINUTES, machine.server(), BEGIN, BEGIN.plus(DAY)))
                .hasSize(1);
    }

    private int samples(Deliveries machine) {
        return archive.read(Tier.SAMPLES, machine.server(), BEGIN, BEGIN.plus(DAY))
                .size();
    }

    /** As when the answer to the commit was lost, or another process did it. */
    @Test
    void aDayThatWentUnnoticedIsMadeAnew() {
        Deliveries machine = new Deliveries(archive, 14);
        Life life = archive.begin();
        machine.deliver(life, machine.measure(BEGIN.plus(DAY), 30, 10));
        machine.deliver(life, machine.measure(BEGIN, 30, 10));
        jdbi.useHandle(db -> db.execute("DROP TABLE sample_20230614"));
        machine.deliver(life, machine.measure(BEGIN.plusSeconds(400), 20, 10));
        assertThat(samples(machine)).isEqualTo(20);
    }

    @Test
    void hoursAreMadeInTheirOrderSoThatNoneIsForgottenAfterAFault() {
        Deliveries machine = new Deliveries(archive, 15);
        machine.deliver(archive.begin(), machine.measure(BEGIN, 1_400, 1_800));
        archive.itIs(BEGIN.plusSeconds(1_400 * 1_800).plus(DAY));
        archive.begin().rollups().write();
        List<String> hours = rollups(machine, Tier.HOUR);
        jdbi.useHandle(db -> {
            db.execute("DELETE FROM rollup_1h WHERE server_id = ?", machine.server());
            db.execute("""
                    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN RAISE EXCEPTION 'no disk for this hour'; END $$;
                    CREATE TRIGGER refuse BEFORE INSERT ON rollup_1h FOR EACH ROW
                    WHEN (NEW.at = '%s') EXECUTE FUNCTION refuse()
                    """.formatted(BEGIN.plusSeconds(550 * 3_600)));
        });
        try {
            Life life = archive.begin();
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> life.rollups().write());
            List<String> written = rollups(machine, Tier.HOUR);
            assertThat(written).as("written before the fault").isNotEmpty().isEqualTo(hours.subList(0, written.size()));
        } finally {
            jdbi.useHandle(db -> db.execute("DROP FUNCTION refuse CASCADE"));
        }
        archive.begin().rollups().write();
        assertThat(rollups(machine, Tier.HOUR)).isEqualTo(hours).hasSize(700);
    }

    private List<String> rollups(Deliveries machine) {
        return List.of(Tier.FIVE_MINUTES, Tier.HOUR, Tier.DAY).stream()
                .flatMap(tier -> rollups(machine, tier).stream())
                .toList();
    }

    private List<String> rollups(Deliveries machine, Tier tier) {
        return archive.read(tier, machine.server(), BEGIN, BEGIN.plus(DAY.multipliedBy(40))).stream()
                .map(row -> tier + " " + Instant.ofEpochMilli(row.at()) + " " + Arrays.toString(row.numbers()))
                .toList();
    }
}
