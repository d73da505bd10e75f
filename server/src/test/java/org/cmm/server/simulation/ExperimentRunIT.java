package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.cmm.core.simulation.Experiment;
import org.cmm.core.simulation.Replication;
import org.cmm.server.platform.GivenTime;
import org.cmm.server.platform.RealDatabase;
import org.cmm.server.simulation.Experiments.Begun;
import org.cmm.server.simulation.StoredExperiment.State;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Experiments in the background, on the real database. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class ExperimentRunIT {

    private static final ExperimentFile SCHOOL = Presets.find("school-lab").orElseThrow();

    @Inject
    Experiments experiments;

    @Inject
    ExperimentTable table;

    @Inject
    Studies studies;

    @Inject
    ExperimentRunner resident;

    @Inject
    GivenTime clock;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void begin() throws InterruptedException {
        resident.stop();
        jdbi.useHandle(db -> db.execute("DELETE FROM study"));
        jdbi.useHandle(db -> db.execute("DELETE FROM experiment"));
    }

    @Test
    void whatIsKeptIsWhatTheEngineSaysOnAnyNumberOfThreads() throws Exception {
        int one = begun(of(25, OptionalDouble.empty()));
        work(UUID.randomUUID(), 1);
        int other = begun(of(25, OptionalDouble.empty()));
        work(UUID.randomUUID(), 3);
        Experiment engine = new Experiment(SCHOOL.scenario(), SCHOOL.seed());
        List<Replication> all =
                IntStream.range(0, 25).mapToObj(engine::replication).toList();
        assertThat(table.replications(one)).isEqualTo(all);
        assertThat(table.replications(other)).isEqualTo(all);
        assertThat(stored(one).state()).isEqualTo(State.DONE);
        assertThat(stored(one).done()).isEqualTo(25);
    }

    @Test
    void whatAKilledProcessHadBegunGoesOnWhenItsClaimRunsOut() throws Exception {
        int id = begun(of(12, OptionalDouble.empty()));
        UUID killed = UUID.randomUUID();
        StoredExperiment claimed =
                table.claim(killed, clock.instant(), ExperimentRunner.LEASE).orElseThrow();
        Experiment engine = new Experiment(SCHOOL.scenario(), SCHOOL.seed());
        table.keep(id, killed, List.of(engine.replication(0), engine.replication(1)), Duration.ofMillis(8));
        assertThat(claimed.id()).isEqualTo(id);
        assertThat(table.claim(UUID.randomUUID(), clock.instant(), ExperimentRunner.LEASE))
                .isEmpty();
        clock.moveOn(ExperimentRunner.LEASE.plusSeconds(1));
        work(UUID.randomUUID(), 2);
        assertThat(stored(id).state()).isEqualTo(State.DONE);
        assertThat(table.replications(id))
                .isEqualTo(IntStream.range(0, 12).mapToObj(engine::replication).toList());
        assertThat(table.keep(id, killed, List.of(engine.replication(2)), Duration.ZERO))
                .isEmpty();
        assertThat(table.end(id, killed, State.FAILED, clock.instant())).isFalse();
    }

    @Test
    void itStopsOnceItIsPreciseEnoughAndOnlyAtTheEndOfABatch() throws Exception {
        int rough = begun(of(2_000, OptionalDouble.of(0.2)));
        int never = begun(of(60, OptionalDouble.of(0.0001)));
        work(UUID.randomUUID(), 2);
        work(UUID.randomUUID(), 2);
        assertThat(stored(rough).done()).isLessThan(2_000);
        assertThat(stored(rough).done() % ReplicationTarget.BATCH).isZero();
        assertThat(stored(never).done()).isEqualTo(60);
    }

    @Test
    void whatIsCancelledEndsWithWhatItHas() throws Exception {
        int waiting = begun(of(10, OptionalDouble.empty()));
        experiments.cancel(waiting);
        assertThat(stored(waiting).state()).isEqualTo(State.CANCELLED);
        int running = begun(of(100_000, OptionalDouble.empty()));
        StoredExperiment claimed = table.claim(UUID.randomUUID(), clock.instant(), ExperimentRunner.LEASE)
                .orElseThrow();
        assertThat(claimed.id()).isEqualTo(running);
        experiments.cancel(running);
        assertThat(stored(running).state()).isEqualTo(State.RUNNING);
        clock.moveOn(ExperimentRunner.LEASE.plusSeconds(1));
        work(UUID.randomUUID(), 2);
        assertThat(stored(running).state()).isEqualTo(State.CANCELLED);
        assertThat(stored(running).done()).isZero();
    }

    @Test
    void whatIsRemovedIsNoLongerListedAndComesBack() {
        int id = begun(of(10, OptionalDouble.empty()));
        experiments.remove(id);
        assertThat(experiments.list(Long.MAX_VALUE, 10)).isEmpty();
        experiments.restore(id);
        assertThat(experiments.list(Long.MAX_VALUE, 10))
                .extracting(StoredExperiment::id)
                .containsExactly(id);
    }

    @Test
    void aStudyThatIsRemovedTakesItsExperimentsWithItAndBringsThemBack() throws Exception {
        int id = studied();
        work(UUID.randomUUID(), 1);
        assertThat(studies.find(id)).get().satisfies(study -> {
            assertThat(study.done()).isEqualTo(1);
            assertThat(study.most()).isEqualTo(2);
        });

        studies.remove(id);

        assertThat(studies.list(Long.MAX_VALUE, 10)).isEmpty();
        assertThat(studies.count()).isZero();
        assertThat(table.claim(UUID.randomUUID(), clock.instant(), ExperimentRunner.LEASE))
                .isEmpty();
        assertThat(studies.points(id))
                .allSatisfy(point ->
                        assertThat(stored(point.experiment()).removedAt()).isNotNull());
        studies.restore(id);
        assertThat(studies.list(Long.MAX_VALUE, 10))
                .extracting(Studies.Stored::id)
                .containsExactly(id);
        assertThat(studies.points(id)).extracting(Studies.Point::done).containsExactly(2, 0);
    }

    @Test
    void afterAMonthAStudyIsGoneAndAPointOfOneThatIsKeptNever() {
        int gone = studied();
        int kept = studied();
        studies.remove(gone);
        experiments.remove(studies.points(kept).getFirst().experiment());

        table.deleteRemovedBefore(clock.instant().plus(Duration.ofDays(1)));

        assertThat(studies.find(gone)).isEmpty();
        assertThat(studies.points(gone)).isEmpty();
        assertThat(studies.points(kept)).hasSize(2);
    }

    @Test
    void onlySoManyStudiesGoOnAtATime() {
        for (int number = 0; number < Studies.MOST_UNFINISHED; number++) {
            studied();
        }
        assertThat(begunStudy()).isInstanceOf(Studies.Begun.TooMany.class);
    }

    private int studied() {
        return ((Studies.Begun.Number) begunStudy()).id();
    }

    private Studies.Begun begunStudy() {
        ExperimentFile base = of(2, OptionalDouble.empty());
        Study study = new Study(Study.Kind.SWEEP, List.of(new Study.Axis("reporting.delay", List.of("1 h", "2 h"))));
        return studies.begin(base, study, ((Study.Points.Sound) study.points(base)).files(), "Awa");
    }

    @Test
    void whatWouldKeepTheServerBusyForDaysIsRefused() {
        ExperimentFile large = Presets.find("ministry").orElseThrow();
        assertThat(experiments.begin(large.withSeed(1).withReplications(100_000), "Awa"))
                .isInstanceOf(Begun.TooLarge.class);
        assertThat(Presets.NAMES).allSatisfy(name -> assertThat(
                        ExperimentSize.of(Presets.find(name).orElseThrow()).timesTooLarge())
                .isEmpty());
    }

    private static ExperimentFile of(int replications, OptionalDouble halfWidth) {
        return new ExperimentFile(
                SCHOOL.scenario(), SCHOOL.seed(), replications, halfWidth, SCHOOL.fidelity(), SCHOOL.sources());
    }

    private int begun(ExperimentFile file) {
        return switch (experiments.begin(file, "Awa")) {
            case Begun.Number(int id) -> id;
            case Begun.TooLarge _, Begun.TooMany _ -> throw new AssertionError();
        };
    }

    private StoredExperiment stored(int id) {
        return experiments.find(id).orElseThrow();
    }

    private void work(UUID owner, int processors) throws InterruptedException, ExecutionException {
        StoredExperiment next =
                table.claim(owner, clock.instant(), ExperimentRunner.LEASE).orElseThrow();
        try (ExecutorService threads = ExperimentRunner.threads(processors + 1)) {
            new ExperimentRun(next, table, owner, threads, () -> false).run(clock);
        }
    }
}
