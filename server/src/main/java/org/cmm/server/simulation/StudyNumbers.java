package org.cmm.server.simulation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.simulation.Replication;
import org.cmm.core.simulation.Sum;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Estimates;
import org.cmm.server.simulation.Studies.Point;

/** The hours down at the points of studies, worked out once for each state that a point is in. */
@Singleton
class StudyNumbers {

    private static final double YEAR_HOURS = 365.25 * 24;
    private static final int MOST_KEPT = 2_000;

    private final ExperimentTable table;
    private final Map<Integer, OfPoint> kept = new LinkedHashMap<>();

    StudyNumbers(ExperimentTable table) {
        this.table = table;
    }

    /**
     * @param done replications that it is made of
     * @param hours down of a machine and year, for each policy
     * @param saved hours less than under the first policy, for each policy; of the first itself nothing
     */
    record OfPoint(int done, List<Estimate> hours, List<Estimate> saved) {}

    /** Without replications there are no numbers yet. */
    OfPoint of(Point point) {
        synchronized (kept) {
            OfPoint known = kept.get(point.experiment());
            if (known != null && known.done() == point.done()) {
                return known;
            }
        }
        OfPoint found = found(table.replications(point.experiment()));
        synchronized (kept) {
            kept.put(point.experiment(), found);
            while (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return found;
    }

    private static OfPoint found(List<Replication> replications) {
        if (replications.isEmpty()) {
            return new OfPoint(0, List.of(), List.of());
        }
        List<Estimate> hours = new ArrayList<>();
        List<Estimate> saved = new ArrayList<>();
        double[] first = hours(replications, 0);
        for (int policy = 0; policy < replications.getFirst().policies().size(); policy++) {
            double[] mine = hours(replications, policy);
            hours.add(Estimates.mean(mine, ReplicationTarget.LEVEL));
            saved.add(Estimates.difference(first, mine, ReplicationTarget.LEVEL));
        }
        return new OfPoint(replications.size(), hours, saved);
    }

    private static double[] hours(List<Replication> replications, int policy) {
        return replications.stream()
                .map(replication -> replication.policies().get(policy))
                .mapToDouble(totals -> YEAR_HOURS * (1 - totals.of(Sum.UP_HOURS) / totals.of(Sum.MACHINE_HOURS)))
                .toArray();
    }
}
