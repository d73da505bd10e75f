package org.cmm.core.simulation;

import java.util.List;
import java.util.function.Consumer;
import org.cmm.core.random.RandomStreams;
import org.cmm.core.scenario.Scenario;

/**
 * All policies of a scenario in the same worlds. Immutable: replications may be run on any number of threads in any
 * order, and each comes out the same.
 */
public final class Experiment {

    private final Scenario scenario;
    private final RandomStreams streams;
    private final Fidelity fidelity;

    /** @param seed any number; the same one gives the same results, to the last bit */
    public Experiment(Scenario scenario, long seed, Fidelity fidelity) {
        this.scenario = scenario;
        this.fidelity = fidelity;
        streams = RandomStreams.of(seed);
    }

    /** With monitoring by delays. */
    public Experiment(Scenario scenario, long seed) {
        this(scenario, seed, Fidelity.DELAYS);
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
                .map(policy -> new Run(world, policy, fidelity, Trace.NONE).totals())
                .toList();
        return new Replication(number, totals);
    }

    /**
     * Runs one policy of one replication once more and tells all that happens, in its order.
     *
     * @param policy its place in the scenario, from 0
     */
    public Totals follow(int number, int policy, Consumer<Happening> follower) {
        World world = new World(scenario, streams, number);
        return new Run(world, scenario.policies().get(policy), fidelity, new Following(follower)).totals();
    }
}
