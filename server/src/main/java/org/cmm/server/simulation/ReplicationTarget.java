package org.cmm.server.simulation;

import java.util.ArrayList;
import java.util.List;
import org.cmm.core.simulation.Replication;
import org.cmm.core.simulation.Sum;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Estimates;
import org.cmm.core.statistics.SequentialRule;

/**
 * How many replications an experiment is to have. Whether they are enough is asked at the ends of batches alone, so the
 * answer does not depend on threads or on where a run was interrupted.
 */
final class ReplicationTarget {

    /** Whether replications are enough is asked after so many. */
    static final int BATCH = 20;

    static final double LEVEL = 0.95;
    private static final double COARSEST = 0.99;

    private final ExperimentFile file;

    ReplicationTarget(ExperimentFile file) {
        this.file = file;
    }

    /** How many there are to be before the next look, or in the end: then no more than there are. */
    int next(List<Replication> done) {
        if (file.halfWidth().isEmpty()) {
            return file.replications();
        }
        int most = Math.ceilDiv(file.replications(), BATCH) * BATCH;
        double precision = Math.min(file.halfWidth().getAsDouble(), COARSEST);
        SequentialRule rule = new SequentialRule(precision, BATCH, Math.min(2 * BATCH, most), most);
        int look = Math.max(rule.least(), Math.ceilDiv(done.size(), BATCH) * BATCH);
        if (done.size() < look) {
            return Math.min(file.replications(), look);
        }
        return switch (rule.after(done.size(), downtimes(done))) {
            case SequentialRule.Run(int total) -> Math.min(file.replications(), total);
            case SequentialRule.Precise _, SequentialRule.Exhausted _ -> done.size();
        };
    }

    /** Share of the time that machines are down under each policy; as precise as the hours down of a year. */
    private List<Estimate> downtimes(List<Replication> done) {
        List<Estimate> estimates = new ArrayList<>();
        for (int policy = 0; policy < file.scenario().policies().size(); policy++) {
            int one = policy;
            double[] shares = done.stream()
                    .map(each -> each.policies().get(one))
                    .mapToDouble(totals -> 1 - totals.of(Sum.UP_HOURS) / totals.of(Sum.MACHINE_HOURS))
                    .toArray();
            estimates.add(Estimates.mean(shares, LEVEL));
        }
        return estimates;
    }
}
