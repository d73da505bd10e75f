package org.cmm.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cmm.core.metric.Metrics;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Never;
import org.cmm.core.random.Uniform;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.FalseAlarms;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Reporting;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.WorkingHours;
import org.junit.jupiter.api.Test;

/** Delays that are computed, against CMM's own evaluator and incident rules on every sample. */
class FidelityTest {

    private static final double SECOND = 1.0 / 3600;
    private static final Reporting NEVER_REPORTED = new Reporting(new Fixed(1e6), WorkingHours.ALWAYS);

    @Property(tries = 12)
    void aFillingDiskIsSeenAtTheSameSampleEitherWay(@ForAll long seed) {
        Part disk = Worlds.warned(
                Worlds.part(new Exponential(300), 5, 0.5),
                new Uniform(6, 60),
                new Sign.Ramp(Metrics.FILESYSTEM_UTILIZATION.name(), 0.5, 1));

        assertSameAlerts(Worlds.of(disk, Worlds.monitored(new Care.OnCondition())), seed);
    }

    @Property(tries = 12)
    void leakingMemoryIsSeenAtTheSameSampleEitherWay(@ForAll long seed) {
        Part memory = Worlds.warned(
                Worlds.part(new Exponential(300), 2, 0.1),
                new Uniform(2, 20),
                new Sign.Ramp(Metrics.MEMORY_UTILIZATION.name(), 0.55, 1));

        assertSameAlerts(Worlds.of(memory, Worlds.monitored(new Care.OnCondition())), seed);
    }

    /** A program that takes more and more, or a hot processor that slows itself down. */
    @Property(tries = 12)
    void aBusierAndBusierProcessorIsSeenAtTheSameSampleEitherWay(@ForAll long seed) {
        Part processor = Worlds.warned(
                Worlds.part(new Exponential(300), 2, 0.1),
                new Uniform(4, 60),
                new Sign.Ramp(Metrics.CPU_UTILIZATION.name(), 0.35, 1));

        assertSameAlerts(Worlds.of(processor, Worlds.monitored(new Care.OnCondition())), seed);
    }

    /** Such as a battery: what shows is no metric of CMM's. */
    @Property(tries = 12)
    void aFaultThatShowsInNoMetricIsSeenAtTheSameTimeEitherWay(@ForAll long seed) {
        Part battery = Worlds.warned(
                Worlds.part(new Exponential(300), 2, 0.1),
                new Uniform(4, 60),
                new Sign.Delay(new Exponential(10), 0.8));

        assertSameAlerts(Worlds.of(battery, Worlds.monitored(new Care.OnCondition())), seed);
    }

    @Test
    void twoPartsThatShowInTheSameMetricAreSeenEitherWay() {
        Part runaway = Worlds.warned(
                Worlds.part(new Exponential(300), 2, 0.1),
                new Uniform(4, 60),
                new Sign.Ramp(Metrics.CPU_UTILIZATION.name(), 0.35, 1));
        Scenario scenario = Worlds.of(runaway, Worlds.monitored(new Care.OnCondition()))
                .machines(8)
                .lasting(0, 24 * 60)
                .reported(NEVER_REPORTED)
                .scenario(List.of(runaway, Worlds.named(runaway, "hot")));

        Totals delays = run(scenario, 1, Fidelity.DELAYS);
        Totals samples = run(scenario, 1, Fidelity.SAMPLES);

        // Of two at the same time the second finds the alert raised, which people are not told of again.
        assertThat(delays.of(Sum.PREVENTED)).isGreaterThan(60);
        assertThat(samples.of(Sum.PREVENTED)).isCloseTo(delays.of(Sum.PREVENTED), withinPercentage(10));
        assertThat(samples.of(Sum.FALSE_ALERTS)).isZero();
    }

    @Property(tries = 12)
    void aMachineThatFallsSilentIsToldOfAtTheSameTimeEitherWay(@ForAll long seed) {
        Part part = Worlds.part(new Exponential(100), new Exponential(3), new Fixed(0));

        assertSameAlerts(Worlds.of(part, Worlds.monitored(new Care.RunToFailure())), seed);
    }

    @Test
    void cutsHideMachinesForTheSameTimeEitherWay() {
        Part part = Worlds.part(new Exponential(100), new Exponential(30), new Fixed(0));
        Cuts cuts = new Cuts(new Exponential(40), new Exponential(4), Duration.ZERO);
        Worlds world = Worlds.of(part, Worlds.monitored(new Care.RunToFailure()))
                .powered(cuts)
                .linked(cuts);

        for (long seed = 1; seed <= 12; seed++) {
            Totals delays = run(world, seed, Fidelity.DELAYS);
            Totals samples = run(world, seed, Fidelity.SAMPLES);

            // A cut that begins while a silence is still waited for is told apart by samples, not by the formula.
            assertThat(samples.of(Sum.FAILURES)).isCloseTo(delays.of(Sum.FAILURES), within(2.0));
            assertThat(noticing(samples)).isCloseTo(noticing(delays), within(0.25));
        }
    }

    private static double noticing(Totals totals) {
        return totals.of(Sum.NOTICING_HOURS) / totals.of(Sum.NOTICED);
    }

    @Test
    void burstsOfWorkMakeAboutAsManyFalseAlarmsAsTheScenarioSays() {
        Worlds world = Worlds.of(Worlds.part(new Never(), 0, 0), Worlds.monitored(new Care.RunToFailure()))
                .machines(10)
                .lasting(0, 24 * 7 * 8)
                .alarmed(new FalseAlarms(1, new Fixed(0.1), 0, new Fixed(0)));

        double alarms = run(world, 1, Fidelity.SAMPLES).of(Sum.FALSE_ALERTS);

        assertThat(alarms).isBetween(40.0, 100.0);
    }

    @Test
    void followingARunTellsEverythingAndChangesNothing() {
        Part disk = Worlds.warned(
                Worlds.part(new Exponential(300), 5, 0.5), new Uniform(6, 60), new Sign.Delay(new Exponential(9), 0.7));
        Worlds world = Worlds.of(disk, Worlds.monitored(new Care.OnCondition()))
                .machines(5)
                .powered(new Cuts(new Exponential(100), new Exponential(3), Duration.ZERO));
        Experiment experiment = new Experiment(world.scenario(), 4);
        List<Happening> all = new ArrayList<>();

        Totals followed = experiment.follow(0, 0, all::add);

        assertThat(followed).isEqualTo(experiment.replication(0).policies().getFirst());
        assertThat(all).isSortedAccordingTo((one, other) -> Double.compare(one.at(), other.at()));
        assertThat(all.stream().filter(each -> each.what() == What.FAILED).count())
                .isEqualTo((long) followed.of(Sum.FAILURES));
        assertThat(all)
                .anyMatch(
                        each -> each.what() == What.POWER_OFF && each.machine().isEmpty());
    }

    private static void assertSameAlerts(Worlds world, long seed) {
        Totals delays = run(world, seed, Fidelity.DELAYS);
        Totals samples = run(world, seed, Fidelity.SAMPLES);

        for (Sum sum : List.of(Sum.FAULTS, Sum.FAILURES, Sum.PREVENTED, Sum.ALERTS, Sum.WARNINGS, Sum.NOTICED)) {
            assertThat(samples.of(sum)).as(sum.name()).isEqualTo(delays.of(sum));
        }
        for (Sum sum : List.of(Sum.WARNING_HOURS, Sum.NOTICING_HOURS, Sum.UP_HOURS)) {
            assertThat(samples.of(sum)).as(sum.name()).isCloseTo(delays.of(sum), within(SECOND));
        }
        assertThat(samples.of(Sum.ALERTS)).isPositive();
    }

    private static Totals run(Worlds world, long seed, Fidelity fidelity) {
        Worlds short1 = world.length() == 8766
                ? world.machines(4).lasting(0, 24 * 60).reported(NEVER_REPORTED)
                : world.reported(NEVER_REPORTED);
        return run(short1.scenario(), seed, fidelity);
    }

    private static Totals run(Scenario scenario, long seed, Fidelity fidelity) {
        return new Experiment(scenario, seed, fidelity)
                .replication(0)
                .policies()
                .getFirst();
    }
}
