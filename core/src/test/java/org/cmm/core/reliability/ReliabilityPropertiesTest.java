package org.cmm.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.cmm.core.random.Empirical;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Gamma;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Never;
import org.cmm.core.random.Uniform;
import org.cmm.core.random.Weibull;
import org.cmm.core.reliability.Optimum.At;
import org.cmm.core.reliability.Optimum.NeverPays;
import org.cmm.core.reliability.Optimum.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of the models with any parameters. */
class ReliabilityPropertiesTest {

    static List<Law> laws() {
        return List.of(
                new Exponential(100),
                new Weibull(0.7, 100),
                new Weibull(2.5, 100),
                new Lognormal(4, 0.5),
                new Gamma(3, 30),
                new Uniform(20, 80),
                new Fixed(50),
                new Empirical(List.of(10.0, 50.0, 50.0, 90.0)),
                new Never());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void theCappedMeanIsTheIntegralOfSurvival(Law law) {
        double area = 0;
        double step = 0.001;
        for (int index = 0; index < 150_000; index++) {
            area += law.survival((index + 0.5) * step) * step;
            if (index % 30_000 == 29_999) {
                assertThat(CappedMean.of(law, (index + 1) * step)).isCloseTo(area, within(2e-4 * area));
            }
        }
        assertThat(CappedMean.of(law, 1e9)).isCloseTo(Math.min(law.mean(), 1e9), within(1e-9 * 1e9));
    }

    @Property(tries = 10)
    void noAgeIsBetterThanTheBest(
            @ForAll @DoubleRange(min = 1.2, max = 6) double shape,
            @ForAll @DoubleRange(min = 1.5, max = 50) double failed) {
        AgeReplacement model = new AgeReplacement(new Weibull(shape, 700), 1, failed);
        double least = model.costRateOfWaiting();
        double searched = Double.POSITIVE_INFINITY;
        for (double age = 10; age < 3_000; age *= 1.0005) {
            if (model.costRate(age) < least) {
                least = model.costRate(age);
                searched = age;
            }
        }
        double found = model.best() instanceof At at ? at.rate() : model.costRateOfWaiting();
        assertThat(found).isLessThanOrEqualTo(least * (1 + 1e-9));
        if (searched < 2_900 && model.best() instanceof At at) {
            assertThat(at.time()).isCloseTo(searched, within(1e-3 * searched));
        }
    }

    @Property(tries = 10)
    void replacingByAgeNeverPaysWhereFailuresDoNotComeWithAge(
            @ForAll @DoubleRange(min = 0.3, max = 1) double shape,
            @ForAll @DoubleRange(min = 1.01, max = 1_000) double failed) {
        NeverPays never = new NeverPays(Reason.HAZARD_DOES_NOT_GROW);
        assertThat(new AgeReplacement(new Weibull(shape, 700), 1, failed).best())
                .isEqualTo(never);
        assertThat(new AgeReplacement(new Gamma(shape, 700), 1, failed).best()).isEqualTo(never);
        assertThat(new AgeReplacement(new Exponential(700), 1, failed).best()).isEqualTo(never);
        assertThat(new MinimalRepair(shape, 700, 1, failed).best()).isEqualTo(never);
        assertThat(new BlockReplacement(new Gamma(shape, 700), 1, failed).best())
                .isEqualTo(never);
    }

    @Test
    void everyReasonNotToPreventIsNamed() {
        assertThat(new AgeReplacement(new Weibull(3, 700), 5, 5).best())
                .isEqualTo(new NeverPays(Reason.FAILURE_COSTS_NO_MORE));
        assertThat(new AgeReplacement(new Lognormal(4, 1.4), 1, 1.1).best())
                .isEqualTo(new NeverPays(Reason.PREVENTION_COSTS_TOO_MUCH));
        assertThat(new AgeReplacement(new Never(), 1, 5).best()).isEqualTo(new NeverPays(Reason.HAZARD_DOES_NOT_GROW));
        assertThat(new BlockReplacement(new Gamma(2, 500), 9, 10).best())
                .isEqualTo(new NeverPays(Reason.PREVENTION_COSTS_TOO_MUCH));
    }

    @Test
    void whatAlwaysFailsAtOneAgeIsReplacedJustBefore() {
        assertThat(new AgeReplacement(new Fixed(50), 1, 5).best())
                .isInstanceOfSatisfying(
                        At.class,
                        at -> assertThat(at.time()).isCloseTo(50, within(1e-9)).isLessThan(50));
        assertThat(new AgeReplacement(new Empirical(List.of(40.0, 50.0, 60.0)), 1, 20).best())
                .isInstanceOfSatisfying(
                        At.class,
                        at -> assertThat(at.time()).isCloseTo(40, within(1e-9)).isLessThan(40));
    }

    /** The stepwise solution, which serves laws without a formula, against the formula. */
    @Test
    void renewalsInStepsAreRenewals() {
        RenewalFunction exact = RenewalFunction.of(new Gamma(2, 500), 5_000);
        RenewalFunction steps = RenewalFunction.Stepwise.of(new Gamma(2, 500), 5_000);
        for (double time = 100; time <= 5_000; time += 350) {
            double erlang = time / 1_000 - 0.25 + Math.exp(-time / 250) / 4;
            assertThat(exact.failures(time)).isCloseTo(erlang, within(1e-12));
            assertThat(steps.failures(time)).isCloseTo(erlang, within(2e-6));
        }
        At block = (At) new BlockReplacement(new Weibull(2.5, 1_000), 1, 5).best();
        At age = (At) new AgeReplacement(new Weibull(2.5, 1_000), 1, 5).best();
        assertThat(block.rate()).isBetween(age.rate(), age.rate() * 1.1);
    }

    @Test
    void aTechnicianForEachMachineLeavesNoQueue() {
        MachineRepairman alone = new MachineRepairman(4, 4, 0.01, 0.2);
        assertThat(alone.waiting()).isZero();
        assertThat(alone.availability()).isCloseTo(new RenewedUnit(100, 5).availability(), within(1e-14));
        MachineRepairman crowd = new MachineRepairman(5_000, 1, 1, 1);
        assertThat(crowd.busy()).isCloseTo(1, within(1e-9));
        assertThat(crowd.down()).isCloseTo(4_999, within(1e-6));
    }

    @Test
    void checksMoreOftenCostMoreAndPreventMore() {
        Inspection model = new Inspection(0.01, new Weibull(1.5, 100));
        assertThat(model.failing(10)).isLessThan(model.failing(100));
        Inspection.Costs costs = new Inspection.Costs(1, 2, 50);
        assertThat(model.costRate(30, costs))
                .isLessThan(model.costRate(3, costs))
                .isLessThan(model.costRate(900, costs));
        assertThat(model.failureRate(1e7)).isCloseTo(0.01, within(1e-6));
    }

    /** At the break-even rate the watched machine is as available as the one that nobody watches. */
    @Property(tries = 100)
    void falseAlarmsBreakEvenWhereTheyEatTheGain(
            @ForAll @DoubleRange(min = 0.1, max = 1) double sensitivity,
            @ForAll @DoubleRange(min = 0.05, max = 1) double needless) {
        Race race = new Race(1 / 2_000.0, 1 / 48.0, 1 / 6.0, sensitivity, 0.5, 10);
        double rate = new FalseAlarms(0, needless, 0.5, 0.3).breakEvenRate(race);
        assertThat(new FalseAlarms(rate, needless, 0.5, 0.3).availability(race))
                .isCloseTo(race.reactive().availability(), within(1e-12));
        double money = new FalseAlarms(0, needless, 0.5, 0.3).breakEvenRate(race, new FalseAlarms.Prices(100, 20));
        assertThat(money).isPositive().isLessThan(rate);
    }

    @Test
    void aWatchThatSavesNothingBearsNoFalseAlarm() {
        Race race = new Race(1 / 2_000.0, 1 / 48.0, 1 / 6.0, 0.9, 20, 10);
        assertThat(race.cut()).isNegative();
        assertThat(new FalseAlarms(0, 1, 1, 1).breakEvenRate(race)).isZero();
        Race good = new Race(1 / 2_000.0, 1 / 48.0, 1 / 6.0, 0.9, 1, 10);
        assertThat(new FalseAlarms(0, 0, 1, 1).breakEvenRate(good)).isInfinite();
        assertThat(new FalseAlarms(0.5, 0, 1, 2).workRate()).isOne();
    }

    @Test
    void aModelThatCannotBeIsRefusedInWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Race(0, 1, 1, 0.5, 1, 1))
                .withMessage("race: rate of defects must be more than 0 and finite, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Exceedances(1.5, 1))
                .withMessage("exceedances: chance must be 0 to 1, was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MachineRepairman(5, 0, 1, 1))
                .withMessage("machine repairman: technicians must be 1 or more, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlockReplacement(new Never(), 1, 1))
                .withMessage("block replacement: mean life must be more than 0 and finite, was Infinity");
    }
}
