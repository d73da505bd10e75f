package org.cmm.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cmm.core.random.Weibull;
import org.cmm.core.reliability.AgeReplacement;
import org.cmm.core.reliability.Optimum;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Part.Renewal;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.simulation.Experiment;
import org.cmm.core.simulation.Sum;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Estimates;
import org.junit.jupiter.api.Test;

/**
 * What the simulation finds best is what the formula says is best, and where prevention never pays it finds that too.
 */
class OptimumTest {

    private static final int REPLICATIONS = 30;
    private static final double LEVEL = 0.99;

    /** By how much each costs more than the first. */
    private static List<Estimate> dearer(double shape, List<Care> cares) {
        Scenario one = Setup.unwatched(Parts.costing(new Weibull(shape, 1_000), Renewal.AS_NEW, 5, 1), cares.getFirst())
                .machines(50)
                .lasting(20_000, 40_000)
                .scenario();
        List<Policy> policies = IntStream.range(0, cares.size())
                .mapToObj(index -> new Policy("policy " + index, Policy.Noticing.USERS, cares.get(index), Map.of(), 0))
                .toList();
        Experiment experiment = new Experiment(
                new Scenario(
                        one.name(),
                        one.start(),
                        one.warmUp(),
                        one.length(),
                        one.sites(),
                        one.machines(),
                        one.crew(),
                        one.reporting(),
                        one.monitoring(),
                        policies),
                ClosedForms.SEED);
        double[][] costs = new double[cares.size()][REPLICATIONS];
        for (int number = 0; number < REPLICATIONS; number++) {
            var totals = experiment.replication(number).policies();
            for (int policy = 0; policy < costs.length; policy++) {
                costs[policy][number] = totals.get(policy).of(Sum.PARTS_XAF);
            }
        }
        List<Estimate> dearer = new ArrayList<>();
        for (int policy = 1; policy < costs.length; policy++) {
            dearer.add(Estimates.difference(costs[policy], costs[0], LEVEL));
        }
        return dearer;
    }

    private static Care byAge(double age) {
        return new Care.ByAge(Setup.hours(age));
    }

    @Test
    void theBestAgeIsBestInTheSimulationToo() {
        Optimum.At best = (Optimum.At) new AgeReplacement(new Weibull(2.5, 1_000), 1, 5).best();
        assertThat(dearer(
                        2.5,
                        List.of(
                                byAge(best.time()),
                                byAge(best.time() * 0.7),
                                byAge(best.time() * 1.4),
                                new Care.RunToFailure())))
                .allSatisfy(estimate -> assertThat(estimate.lower()).isPositive());
    }

    @Test
    void noAgeGainsAnythingWhereFailuresDoNotComeWithAge() {
        assertThat(dearer(0.8, List.of(new Care.RunToFailure(), byAge(250), byAge(500), byAge(2_000))))
                .allSatisfy(estimate -> assertThat(estimate.lower()).isPositive());
    }
}
