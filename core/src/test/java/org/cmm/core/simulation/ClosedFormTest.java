package org.cmm.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Gamma;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Weibull;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.WorkingHours;
import org.junit.jupiter.api.Test;

/** The engine against textbook results; `./cmm experiment verify` does the same more precisely. */
class ClosedFormTest {

    private static final long SEED = 20_261_129;
    private static final Care RUN = new Care.RunToFailure();

    @Test
    void availabilityIsTimeBetweenFailuresOverThatAndRepairWhateverTheLaws() {
        Part part = Worlds.part(new Weibull(0.8, 500), new Lognormal(2, 0.8), new Fixed(0));
        double up = part.life().mean();
        double down = part.repair().corrective().mean();

        Worlds world = Worlds.of(part, Worlds.users(RUN)).machines(200).lasting(5000, 20_000);

        near(world, Sum.UP_HOURS, Sum.MACHINE_HOURS, up / (up + down));
    }

    @Test
    void monitoringRacesAFaultToItsFailure() {
        Part part = Worlds.warned(
                Worlds.part(new Exponential(2000), 10, 0.5),
                new Exponential(48),
                new Sign.Delay(new Exponential(6), 0.9));

        Worlds world = Worlds.of(part, Worlds.monitored(new Care.OnCondition()))
                .machines(500)
                .lasting(10_000, 20_000);

        near(world, Sum.PREVENTED, Sum.FAULTS, 0.8);
        near(world, Sum.UP_HOURS, Sum.MACHINE_HOURS, 0.998807157);
    }

    @Test
    void renewalByAgeCostsWhatBarlowAndProschanSay() {
        Part part = Worlds.costing(Worlds.part(new Weibull(2.5, 1000), 0, 0), 5, 1);

        Worlds byAge = Worlds.of(part, Worlds.users(new Care.ByAge(Worlds.hours(493.046958))))
                .machines(200)
                .lasting(20_000, 20_000);
        Worlds toFailure = Worlds.of(part, Worlds.users(RUN)).machines(200).lasting(20_000, 20_000);

        near(byAge, Sum.PARTS_XAF, Sum.MACHINE_HOURS, 0.003462043);
        near(toFailure, Sum.PARTS_XAF, Sum.MACHINE_HOURS, 0.005635302);
    }

    @Test
    void renewalByAgeAlsoTakesTime() {
        Part part = Worlds.part(new Weibull(2.5, 1000), 8, 1);

        Worlds world = Worlds.of(part, Worlds.users(new Care.ByAge(Worlds.hours(392.547362))))
                .machines(400)
                .lasting(20_000, 20_000);

        near(world, Sum.UP_HOURS, Sum.MACHINE_HOURS, 0.995714407);
    }

    @Test
    void minimalRepairLeavesAPartAsOldAsItWas() {
        Part part = Worlds.asOld(Worlds.costing(Worlds.part(new Weibull(2.5, 1000), 0, 0), 5, 1));
        Care periodic = new Care.Periodic(new Care.When.Every(Worlds.hours(446.658388)), new Care.Work.Renew());

        Worlds world = Worlds.of(part, Worlds.users(periodic)).machines(200).lasting(200, 446.658388 * 80);

        near(world, Sum.PARTS_XAF, Sum.MACHINE_HOURS, 0.003731412);
    }

    @Test
    void renewalInBlocksCostsWhatTheRenewalFunctionSays() {
        Part part = Worlds.costing(Worlds.part(new Gamma(2, 500), 0, 0), 10, 1);
        Care periodic = new Care.Periodic(new Care.When.Every(Worlds.hours(344.105336)), new Care.Work.Renew());

        Worlds world = Worlds.of(part, Worlds.users(periodic)).machines(200).lasting(200, 344.105336 * 80);

        near(world, Sum.PARTS_XAF, Sum.MACHINE_HOURS, 0.007475195);
    }

    @Test
    void aFewTechniciansKeepMachinesWaiting() {
        Part part = Worlds.part(new Exponential(100), new Exponential(8), new Fixed(0));

        Worlds world = Worlds.of(part, Worlds.users(RUN))
                .machines(20)
                .lasting(10_000, 100_000)
                .mendedBy(3, WorkingHours.ALWAYS);

        near(world, Sum.UP_HOURS, Sum.MACHINE_HOURS, 0.918867);
    }

    @Test
    void inspectionsFindWhatWouldHaveFailed() {
        double every = 100;
        Law delay = new Exponential(every);
        Part part = Worlds.several(Worlds.warned(Worlds.part(new Exponential(40), 0, 0), delay, new Sign.Hidden()));
        Care inspected =
                new Care.Periodic(new Care.When.Every(Worlds.hours(every)), new Care.Work.Inspect(new Fixed(0), 1));

        Worlds world = Worlds.of(part, Worlds.users(inspected)).machines(40).lasting(every, every * 200);

        near(world, Sum.FAILURES, Sum.FAULTS, 0.367879);
    }

    @Test
    void silenceIsNoticedHalfAHeartbeatBeforeTheLimitOnAverage() {
        Part part = Worlds.part(new Exponential(50), 1, 0);

        Worlds world = Worlds.of(part, Worlds.monitored(RUN))
                .machines(1)
                .lasting(0, 300_000)
                .reported(new org.cmm.core.scenario.Reporting(new Fixed(100), WorkingHours.ALWAYS));

        near(world, Sum.NOTICING_HOURS, Sum.NOTICED, 75 / 3600.0);
    }

    @Test
    void aNewMachineIsAvailableAsMarkovSays() {
        Part part = Worlds.part(new Exponential(100), new Exponential(5), new Fixed(0));
        Worlds world = Worlds.of(part, Worlds.users(RUN)).machines(10_000).lasting(0, 5);

        near(world, totals -> totals.of(Sum.UP_AT_END) / 10_000, 0.969044655);
        near(world.lasting(0, 100), Sum.UP_HOURS, Sum.MACHINE_HOURS, 0.954648526);
    }

    @Test
    void durationsOfTheTestsAreExact() {
        assertThat(Worlds.hours(0.5)).isEqualTo(Duration.ofMinutes(30));
    }

    private static void near(Worlds world, Sum numerator, Sum denominator, double expected) {
        near(world, totals -> totals.of(numerator) / totals.of(denominator), expected);
    }

    /** Within four standard errors, of which the simulation may be one percent. */
    private static void near(Worlds world, ToDoubleFunction<Totals> figure, double expected) {
        Experiment experiment = new Experiment(world.scenario(), SEED);
        double[] figures = IntStream.range(0, 12)
                .mapToDouble(number -> figure.applyAsDouble(
                        experiment.replication(number).policies().getFirst()))
                .toArray();
        double mean =
                IntStream.range(0, 12).mapToDouble(i -> figures[i]).average().orElseThrow();
        double squares = IntStream.range(0, 12)
                .mapToDouble(i -> (figures[i] - mean) * (figures[i] - mean))
                .sum();
        double error = Math.sqrt(squares / 11 / 12);
        assertThat(error).isLessThan(expected * 0.01);
        assertThat(mean).isCloseTo(expected, within(4 * error));
    }
}
