package org.cmm.core.simulation;

import java.util.ArrayList;
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
    private final long seed;
    private final Fidelity fidelity;

    /** @param seed any number; the same one gives the same results, to the last bit */
    public Experiment(Scenario scenario, long seed, Fidelity fidelity) {
        this.scenario = scenario;
        this.seed = seed;
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
     * What went on in a stretch of one policy's run; the run is made again up to its end.
     *
     * @param policy its place in the scenario, from 0
     * @param from hours since the start, warm-up counted
     */
    public Timeline timeline(int number, int policy, double from, double to) {
        List<Happening> happenings = new ArrayList<>();
        new Experiment(scenario.until(Hours.duration(to)), seed, fidelity).follow(number, policy, happenings::add);
        return Timeline.of(happenings, from, to);
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
