package org.cmm.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Never;
import org.cmm.core.random.Uniform;
import org.cmm.core.random.Weibull;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.Sign;
import org.cmm.core.simulation.Verdict.Change;
import org.cmm.core.simulation.Verdict.Reason;
import org.cmm.core.statistics.Ratio;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final Care RUN = new Care.RunToFailure();
    private static final Part DISK_FILLS = Worlds.warned(
            Worlds.part(new Exponential(2000), 10, 0.5), new Exponential(48), new Sign.Delay(new Exponential(6), 0.9));

    /** The headline case in a school lab with power cuts. */
    private static final Worlds SCHOOL = Worlds.of(
                    DISK_FILLS, Worlds.users(RUN), Worlds.monitored(new Care.OnCondition()))
            .machines(30)
            .powered(new Cuts(new Exponential(92), new Lognormal(1.066, 0.8), Duration.ZERO));

    @Test
    void monitoringThatPreventsFailuresIsSaidToHelpAndWhy() {
        Scenario scenario = SCHOOL.scenario();
        Findings findings = found(scenario, 40);

        Verdict verdict = Judgement.of(scenario, findings, 1);

        assertThat(verdict.downtime()).isEqualTo(Change.LESS);
        assertThat(verdict.reasons())
                .anyMatch(reason -> reason instanceof Reason.Prevented prevented
                        && prevented.share() > 0.75
                        && prevented.share() < 0.85);
        assertThat(verdict.reasons()).anyMatch(Reason.Mains.class::isInstance);
        double saved = findings.policies()
                .get(1)
                .difference(Measure.DOWNTIME)
                .orElseThrow()
                .estimate()
                .mean();
        assertThat(saved).isCloseTo(-(42.5656 - 10.4493) * 0.96, within(2.0));
    }

    @Test
    void commonRandomNumbersAreWorthFiveTimesAsManyReplicationsInASchoolWithPowerCuts() {
        Findings findings = found(SCHOOL.scenario(), 100);

        double won = findings.policies()
                .get(1)
                .difference(Measure.DOWNTIME)
                .orElseThrow()
                .won()
                .value();

        assertThat(won).isGreaterThan(5);
    }

    @Test
    void renewingPartsThatDoNotWearIsSaidNotToPay() {
        Part part = Worlds.costing(Worlds.part(new Weibull(0.8, 1000), 8, 1), 5000, 5000);
        Scenario scenario = Worlds.of(part, Worlds.users(RUN), Worlds.users2(new Care.ByAge(Duration.ofHours(500))))
                .machines(50)
                .lasting(0, 20_000)
                .scenario();

        Verdict verdict = Judgement.of(scenario, found(scenario, 20), 1);

        assertThat(verdict.downtime()).isNotEqualTo(Change.LESS);
        assertThat(verdict.cost()).isEqualTo(Change.MORE);
        assertThat(verdict.reasons().getFirst()).isEqualTo(new Reason.NoWear(List.of("part"), 1.0));
    }

    @Test
    void lookingMoreRarelyThanFaultsTakeToFailIsSaidSo() {
        Care yearly =
                new Care.Periodic(new Care.When.Every(Duration.ofDays(90)), new Care.Work.Inspect(new Fixed(0.1), 1));
        Scenario scenario = Worlds.of(DISK_FILLS, Worlds.users(RUN), Worlds.users2(yearly))
                .machines(30)
                .scenario();

        Verdict verdict = Judgement.of(scenario, found(scenario, 20), 1);

        assertThat(verdict.reasons()).contains(new Reason.LooksTooRarely("part", 48, 90 * 24));
    }

    @Test
    void nothingThatHappensIsNoFigureAtAll() {
        Scenario scenario = Worlds.of(Worlds.part(new Never(), new Fixed(1), new Fixed(1)), Worlds.users(RUN))
                .scenario();

        Findings findings = found(scenario, 5);

        assertThat(findings.policies().getFirst().of(Measure.TIME_TO_REPAIR)).isInstanceOf(Ratio.Undefined.class);
        assertThat(findings.policies().getFirst().of(Measure.AVAILABILITY))
                .isInstanceOfSatisfying(
                        Ratio.Known.class,
                        known -> assertThat(known.estimate().mean()).isEqualTo(1));
    }

    @Test
    void wearIsTheHazardThatGrowsWithAge() {
        assertThat(Judgement.wears(new Weibull(1.5, 1000))).isTrue();
        assertThat(Judgement.wears(new Uniform(10, 20))).isTrue();
        assertThat(Judgement.wears(new Weibull(1, 1000))).isFalse();
        assertThat(Judgement.wears(new Exponential(5))).isFalse();
        assertThat(Judgement.wears(new Lognormal(4.1, 1.4))).isFalse();
    }

    private static Findings found(Scenario scenario, int replications) {
        Experiment experiment = new Experiment(scenario, 11);
        return Findings.of(
                scenario,
                IntStream.range(0, replications)
                        .mapToObj(experiment::replication)
                        .toList(),
                0.95);
    }
}
