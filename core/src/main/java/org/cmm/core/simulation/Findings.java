package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Ratio;
import org.cmm.core.statistics.VarianceRatio;

/**
 * What an experiment's replications tell, with intervals.
 *
 * @param replications how many there are
 * @param level of all intervals, such as 0.95
 * @param policies in the scenario's order; the first is what the others are compared with
 */
public record Findings(int replications, double level, List<OfPolicy> policies) {

    /**
     * What is known of one policy.
     *
     * @param measures a value for each
     */
    public record OfPolicy(String name, Map<Measure, Ratio> measures, List<Difference> differences, Ratio avoidedHour) {

        public OfPolicy {
            measures = Map.copyOf(measures);
            differences = List.copyOf(differences);
        }

        public Ratio of(Measure measure) {
            Ratio ratio = measures.get(measure);
            return ratio == null ? new Ratio.Undefined() : ratio;
        }

        /** From the first policy; nothing for that one itself. */
        public Optional<Difference> difference(Measure measure) {
            return differences.stream()
                    .filter(difference -> difference.measure() == measure)
                    .findFirst();
        }
    }

    /**
     * By how much a policy is more than the first one.
     *
     * @param won by common random numbers
     */
    public record Difference(Measure measure, Estimate estimate, VarianceRatio won) {

        /** Whether it is more than chance. */
        public boolean isReal() {
            return estimate.excludesZero();
        }
    }

    public Findings {
        policies = List.copyOf(policies);
    }

    /**
     * Of replications of a scenario.
     *
     * @param replications in the order of their numbers
     */
    public static Findings of(Scenario scenario, List<Replication> replications, double level) {
        List<OfPolicy> all = new ArrayList<>();
        for (int policy = 0; policy < scenario.policies().size(); policy++) {
            all.add(new Comparison(scenario, replications, level, policy).findings());
        }
        return new Findings(replications.size(), level, all);
    }
}
