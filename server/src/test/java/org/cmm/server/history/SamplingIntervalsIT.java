package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cmm.core.history.Tier;
import org.cmm.server.history.Archive.Life;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What so many samples cover is known from what the agent told. */
@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class SamplingIntervalsIT {

    private static final Instant BEGIN = Instant.parse("2021-06-14T08:00:00Z");

    @Inject
    Archive archive;

    @Inject
    HistoryLoop resident;

    @Inject
    Jdbi jdbi;

    private Deliveries machine;
    private Life life;

    @BeforeEach
    void onlyTheTestsLivesWrite() {
        resident.stop();
        archive.itIs(BEGIN);
        machine = new Deliveries(archive, 31);
        life = archive.begin();
    }

    @Test
    void aSampleThatIsMissingIsMissedFromTheFirstIntervalOn() {
        archive.intervals.told(machine.server(), 60_000);
        delivers(0, 120, 240, 300, 600, 660, 780, 840, 900);
        archive.itIs(BEGIN.plusSeconds(1_000));
        life.rollups().write();
        assertThat(coverage()).containsExactly(0.6, 0.2, 0.8);
    }

    @Test
    void theNextLifeKnowsWhatWasToldToTheOneBefore() {
        archive.intervals.told(machine.server(), 60_000);
        delivers(0, 240, 300);
        archive.itIs(BEGIN.plusSeconds(400));
        archive.intervals.forget(List.of(machine.server()));
        archive.begin().rollups().write();
        assertThat(coverage()).containsExactly(0.4);
    }

    @Test
    void anAgentThatTellsNothingIsTakenToMeasureAtItsShortestDistance() {
        archive.intervals.told(machine.server(), 0);
        delivers(0, 60, 180, 240, 300);
        archive.itIs(BEGIN.plusSeconds(400));
        life.rollups().write();
        assertThat(coverage()).containsExactly(0.8);
    }

    @Test
    void whatHeldAtItsTimeHoldsForAnIntervalThatIsMadeAnew() {
        archive.intervals.told(machine.server(), 60_000);
        delivers(0, 120, 240);
        archive.itIs(BEGIN.plusSeconds(420));
        archive.intervals.told(machine.server(), 10_000);
        delivers(300, 360, 420, 440, 460, 600, 620, 640, 900);
        archive.itIs(BEGIN.plusSeconds(1_000));
        life.rollups().write();
        assertThat(coverage())
                .as("the second by its shortest distance, because it changed within")
                .containsExactly(0.6, 0.3333, 0.1);
        delivers(60);
        life.rollups().write();
        assertThat(coverage().getFirst()).isEqualTo(0.8);
    }

    @Test
    void whoChangesItAllTheTimeFillsNoTable() {
        for (int second = 0; second < 200; second++) {
            archive.itIs(BEGIN.plusSeconds(second));
            archive.intervals.told(machine.server(), 1_000 + second);
        }
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        db -> db.createQuery("SELECT count(*) FROM sampling_interval WHERE server_id = ?")
                                .bind(0, machine.server())
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(50);
    }

    private void delivers(int... seconds) {
        for (int second : seconds) {
            machine.deliver(life, machine.measureAt(List.of(BEGIN.plusSeconds(second))));
        }
    }

    private List<Double> coverage() {
        return archive.read(Tier.FIVE_MINUTES, machine.server(), BEGIN, BEGIN.plus(Duration.ofMinutes(15))).stream()
                .map(row -> row.numbers()[1])
                .toList();
    }
}
