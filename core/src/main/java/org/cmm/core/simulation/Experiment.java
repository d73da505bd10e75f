package org.cmm.core.simulation;

import java.util.List;
import org.cmm.core.random.RandomStreams;
import org.cmm.core.scenario.Scenario;

/**
 * All policies of a scenario in the same worlds. Immutable: replications may be run on any number of threads in any
 * order, and each comes out the same.
 */
public final class Experiment {

    private final Scenario scenario;
    private final RandomStreams streams;

    /** @param seed any number; the same one gives the same results, to the last bit */
    public Experiment(Scenario scenario, long seed) {
        this.scenario = scenario;
        streams = RandomStreams.of(seed);
    }

    public Scenario scenario() {
        return scenario;
    }

    /**
     * Runs one replication.
     *
     * @param number from 0
     */
    public Replication replication(int number) {
        World world = new World(scenario, streams, number);
        List<Totals> totals = scenario.policies().stream()
                .map(policy -> new Run(world, policy, Trace.NONE).totals())
                .toList();
        return new Replication(number, totals);
    }
}
