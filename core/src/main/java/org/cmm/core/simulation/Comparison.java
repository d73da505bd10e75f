package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.simulation.Findings.Difference;
import org.cmm.core.simulation.Findings.OfPolicy;
import org.cmm.core.statistics.Estimates;
import org.cmm.core.statistics.Ratio;
import org.cmm.core.statistics.VarianceRatio;

/** One policy and the first. */
record Comparison(Scenario scenario, List<Replication> replications, double level, int policy) {

    OfPolicy findings() {
        Map<Measure, Ratio> measures = new EnumMap<>(Measure.class);
        List<Difference> differences = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            measures.put(measure, ratio(measure));
            if (policy > 0 && !measure.isRatio()) {
                differences.add(difference(measure));
            }
        }
        String name = scenario.policies().get(policy).name();
        return new OfPolicy(name, measures, differences, avoidedHour());
    }

    private Ratio ratio(Measure measure) {
        if (measure.isRatio()) {
            return Ratio.of(overs(measure, policy), unders(measure, policy), level);
        }
        return new Ratio.Known(Estimates.mean(values(measure, policy), level));
    }

    private Difference difference(Measure measure) {
        double[] mine = values(measure, policy);
        double[] first = values(measure, 0);
        return new Difference(measure, Estimates.difference(mine, first, level), VarianceRatio.of(mine, first));
    }

    /** XAF that an hour of downtime less costs more than the first policy; below 0 where it saves both. */
    private Ratio avoidedHour() {
        double[] cost = new double[replications.size()];
        double[] hours = new double[replications.size()];
        for (int index = 0; index < cost.length; index++) {
            Totals mine = replications.get(index).policies().get(policy);
            Totals first = replications.get(index).policies().getFirst();
            cost[index] = Measure.COST.over(mine) - Measure.COST.over(first);
            hours[index] = Measure.DOWNTIME.over(first) - Measure.DOWNTIME.over(mine);
        }
        return Ratio.of(cost, hours, level);
    }

    private double[] values(Measure measure, int of) {
        double[] values = overs(measure, of);
        double[] unders = unders(measure, of);
        for (int index = 0; index < values.length; index++) {
            values[index] /= unders[index];
        }
        return values;
    }

    private double[] overs(Measure measure, int of) {
        return replications.stream()
                .mapToDouble(each -> measure.over(each.policies().get(of)))
                .toArray();
    }

    private double[] unders(Measure measure, int of) {
        return replications.stream()
                .mapToDouble(each -> measure.under(each.policies().get(of), scenario))
                .toArray();
    }
}
