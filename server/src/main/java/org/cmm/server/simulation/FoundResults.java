package org.cmm.server.simulation;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.simulation.Findings;
import org.cmm.core.simulation.Replication;

/** What experiments tell, worked out once for each state that they are in and looked at again and again. */
@Singleton
class FoundResults {

    /** Fewer tell nothing. */
    static final int FEWEST = 2;

    private static final int MOST_KEPT = 16;

    private final ExperimentTable table;
    private final Map<Key, Results> kept = new LinkedHashMap<>();

    FoundResults(ExperimentTable table) {
        this.table = table;
    }

    private record Key(int id, int done) {}

    /** @param replications in the order of their numbers */
    record Results(ExperimentFile file, List<Replication> replications, Findings findings) {}

    /** Empty while there are too few replications. */
    Optional<Results> of(StoredExperiment experiment) {
        if (experiment.done() < FEWEST) {
            return Optional.empty();
        }
        Key key = new Key(experiment.id(), experiment.done());
        Optional<Results> known = known(key);
        if (known.isPresent()) {
            return known;
        }
        ExperimentFile file = experiment.read();
        List<Replication> replications = table.replications(experiment.id()).stream()
                .limit(experiment.done())
                .toList();
        if (replications.size() < FEWEST) {
            return Optional.empty();
        }
        Results results =
                new Results(file, replications, Findings.of(file.scenario(), replications, ReplicationTarget.LEVEL));
        keep(key, results);
        return Optional.of(results);
    }

    private synchronized Optional<Results> known(Key key) {
        return Optional.ofNullable(kept.get(key));
    }

    private synchronized void keep(Key key, Results results) {
        kept.keySet().removeIf(old -> old.id() == key.id());
        kept.put(key, results);
        while (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
