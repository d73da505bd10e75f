package org.cmm.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Never;
import org.cmm.core.random.Uniform;
import org.cmm.core.random.Weibull;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Crew;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.FalseAlarms;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Reporting;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.Stock;
import org.cmm.core.scenario.WorkingHours;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final Care RUN = new Care.RunToFailure();
    private static final Reporting NEVER_REPORTED = new Reporting(new Fixed(1e6), WorkingHours.ALWAYS);

    @Test
    void theSameSeedGivesTheSameReplicationInAnyOrderOnAnyThread() {
        Worlds world = Worlds.of(
                        Worlds.part(new Weibull(1.5, 300), 8, 1),
                        Worlds.users(RUN),
                        Worlds.monitored(new Care.ByAge(Duration.ofHours(200))))
                .machines(20)
                .powered(cuts(90, 5))
                .mendedBy(2, WorkingHours.OFFICE);
        Experiment experiment = new Experiment(world.scenario(), 7);

        List<Replication> inOrder =
                IntStream.range(0, 8).mapToObj(experiment::replication).toList();
        List<Replication> inParallel = IntStream.range(0, 8)
                .parallel()
                .mapToObj(experiment::replication)
                .toList();

        assertThat(inParallel).isEqualTo(inOrder);
        assertThat(inOrder.get(0).policies()).isNotEqualTo(inOrder.get(1).policies());
    }

    @Test
    void allTimeOfAllMachinesIsSomeState() {
        Part part = Worlds.warned(
                Worlds.part(new Exponential(100), 6, 1), new Uniform(10, 40), new Sign.Delay(new Exponential(20), 0.9));
        Totals totals = Worlds.of(part, Worlds.monitored(new Care.OnCondition()))
                .machines(30)
                .lasting(100, 2000)
                .powered(cuts(50, 3))
                .linked(cuts(70, 2))
                .alarmed(new FalseAlarms(1, new Fixed(0.5), 0.3, new Fixed(1)))
                .mendedBy(8, WorkingHours.OFFICE)
                .run(3);

        double states = totals.of(Sum.UP_HOURS)
                + totals.of(Sum.POWER_HOURS)
                + totals.of(Sum.PLANNED_HOURS)
                + totals.of(Sum.UNNEEDED_HOURS)
                + totals.of(Sum.HARDWARE_HOURS);

        assertThat(totals.of(Sum.MACHINE_HOURS)).isCloseTo(60_000, within(1e-6));
        assertThat(states).isCloseTo(60_000, within(1e-6));
        assertThat(totals.of(Sum.UNNEEDED_HOURS)).isPositive();
        assertThat(totals.of(Sum.PREVENTED)).isPositive();
        assertThat(totals.of(Sum.NOTICED)).isCloseTo(totals.of(Sum.FAILURES), within(10.0));
    }

    @Test
    void aPowerCutTakesAllMachinesOfASiteDownTogether() {
        Worlds world = Worlds.of(Worlds.part(new Never(), 1, 1), Worlds.users(RUN))
                .machines(10)
                .lasting(0, 100_000)
                .powered(cuts(96, 4));

        Totals totals = world.run(1);

        assertThat(totals.of(Sum.POWER_HOURS) / totals.of(Sum.MACHINE_HOURS)).isCloseTo(0.04, within(0.003));
        assertThat(totals.of(Sum.UP_AT_END)).isIn(0.0, 10.0);
    }

    @Test
    void partsDoNotAgeWhileTheMainsAreOff() {
        Worlds world = Worlds.of(Worlds.part(new Exponential(100), 0, 0), Worlds.users(RUN))
                .machines(200)
                .lasting(0, 10_000)
                .powered(new Cuts(new Fixed(10), new Fixed(10), Duration.ZERO));

        assertThat(world.run(1).of(Sum.FAILURES)).isCloseTo(200 * 50, within(400.0));
    }

    @Test
    void stressedPartsAgeFasterAfterACut() {
        Part part = Worlds.stressed(Worlds.part(new Exponential(100), 0, 0), 3);
        Worlds world = Worlds.of(part, Worlds.users(RUN))
                .machines(200)
                .lasting(0, 10_000)
                .powered(new Cuts(new Fixed(90), new Fixed(10), Duration.ofHours(30)));

        assertThat(world.run(1).of(Sum.FAILURES)).isCloseTo(200 * (60 + 3 * 30), within(700.0));
    }

    @Test
    void nobodyNoticesASilentMachineWhileItsWholeSiteIsSilent() {
        Cuts long12 = new Cuts(new Fixed(12), new Fixed(12), Duration.ZERO);
        Worlds world = Worlds.of(Worlds.part(new Exponential(50), 0, 0), Worlds.monitored(RUN))
                .machines(300)
                .lasting(0, 4800)
                .reported(NEVER_REPORTED);

        double heard = delay(world.run(1));
        double cut = delay(world.linked(long12).run(1));

        assertThat(heard).isCloseTo((75 + 35) / 3600.0, within(0.001));
        assertThat(cut).isCloseTo(12 * 0.5 / 2 * 1.0 + 75 / 3600.0, within(0.3));
    }

    private static double delay(Totals totals) {
        return totals.of(Sum.NOTICING_HOURS) / totals.of(Sum.NOTICED);
    }

    @Test
    void workGoesOnInWorkingHoursOnly() {
        Part part = Worlds.part(new Fixed(100), 10, 0);
        Totals totals = Worlds.of(part, Worlds.users(RUN))
                .lasting(0, 150)
                .mendedBy(1, WorkingHours.OFFICE)
                .run(1);

        // Fails on Friday at 04:00; 8 hours of work from 07:30, and 2 on Monday: mended at 09:30.
        assertThat(totals.of(Sum.MENDED)).isZero();
        Totals later = Worlds.of(part, Worlds.users(RUN))
                .lasting(0, 250)
                .mendedBy(1, WorkingHours.OFFICE)
                .run(1);
        assertThat(later.of(Sum.MENDING_HOURS)).isEqualTo(77.5);
    }

    @Test
    void aRepairWaitsForItsSparePart() {
        Part part = Worlds.stocked(Worlds.part(new Fixed(100), 1, 0), new Stock(1, new Fixed(500)));
        Totals totals = Worlds.of(part, Worlds.users(RUN)).lasting(0, 1000).run(1);

        // The first is there. The second fails at 201 and waits for the one ordered at 100, which comes at 600.
        assertThat(totals.of(Sum.SPARES)).isEqualTo(3);
        assertThat(totals.of(Sum.MENDING_HOURS)).isEqualTo(1 + 400 + 1);
    }

    @Test
    void anEmptyShelfIsFilledWhenSomethingFails() {
        Part part = Worlds.stocked(Worlds.part(new Fixed(100), 1, 0), new Stock(0, new Fixed(50)));
        Totals totals = Worlds.of(part, Worlds.users(RUN)).lasting(0, 200).run(1);

        assertThat(totals.of(Sum.MENDING_HOURS)).isEqualTo(51);
    }

    @Test
    void falseAlarmsComeAtTheirRateAndCostTime() {
        Worlds world = Worlds.of(Worlds.part(new Never(), 0, 0), Worlds.monitored(RUN))
                .machines(100)
                .lasting(0, 8736)
                .alarmed(new FalseAlarms(0.5, new Fixed(0.25), 0.1, new Fixed(2)));

        Totals totals = world.run(1);

        double alarms = totals.of(Sum.FALSE_ALERTS);
        assertThat(alarms).isCloseTo(2600, within(200.0));
        assertThat(totals.of(Sum.UNNEEDED_HOURS)).isCloseTo(alarms * 0.1 * 2, within(120.0));
        assertThat(totals.of(Sum.TECHNICIAN_HOURS))
                .isCloseTo(alarms * 0.25 + totals.of(Sum.UNNEEDED_HOURS), within(1.0));
    }

    @Test
    void aVisitGoesFromMachineToMachineWithOneWay() {
        Care visit =
                new Care.Periodic(new Care.When.Every(Duration.ofDays(90)), new Care.Work.Inspect(new Fixed(0.5), 1));
        Crew crew = new Crew(OptionalInt.of(1), WorkingHours.OFFICE, new Fixed(2), 1000, 20_000);

        Totals totals = Worlds.of(
                        Worlds.warned(Worlds.part(new Never(), 0, 0), new Fixed(1), new Sign.Hidden()),
                        Worlds.users(visit))
                .machines(10)
                .lasting(0, 24 * 365)
                .mendedBy(crew)
                .run(1);

        assertThat(totals.of(Sum.VISITS)).isEqualTo(4);
        assertThat(totals.of(Sum.TECHNICIAN_HOURS)).isEqualTo(4 * (2 + 10 * 0.5));
        assertThat(totals.of(Sum.WORK_XAF)).isEqualTo(4 * (20_000 + 7 * 1000.0));
    }

    @Test
    void wearlessPartsGainNothingFromRenewalByAge() {
        Part part = Worlds.part(new Weibull(0.8, 1000), 8, 1);
        Worlds world = Worlds.of(part, Worlds.users(RUN), Worlds.users2(new Care.ByAge(Duration.ofHours(400))))
                .machines(400)
                .lasting(0, 20_000);

        Replication both = new Experiment(world.scenario(), 5).replication(0);

        assertThat(both.policies().get(1).of(Sum.UP_HOURS))
                .isLessThan(both.policies().get(0).of(Sum.UP_HOURS));
    }

    private static Cuts cuts(double between, double length) {
        return new Cuts(new Exponential(between), new Exponential(length), Duration.ZERO);
    }
}
