package org.cmm.server.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.simulation.Experiment;
import org.cmm.core.simulation.Fidelity;

/**
 * An experiment as somebody writes it down: what is simulated, with which chances, and how often.
 *
 * @param replications how many are run at most
 * @param halfWidth enough are run once the 95 % interval of every policy's hours down is no wider than this share of
 *     them to either side; empty to run them all
 * @param fidelity whether monitoring is simulated by its delays or sample by sample
 * @param sources where parameters come from, by their path in the file: a mark (S sourced, R recalled, A assumed, C
 *     computed) and words
 */
public record ExperimentFile(
        Scenario scenario,
        long seed,
        int replications,
        OptionalDouble halfWidth,
        Fidelity fidelity,
        Map<String, String> sources) {

    public static final int MOST_BYTES = 1 << 20;
    public static final int MOST_REPLICATIONS = 100_000;
    public static final int USUAL_REPLICATIONS = 100;

    public ExperimentFile {
        sources = Collections.unmodifiableMap(new TreeMap<>(sources));
    }

    /**
     * The same of another world.
     *
     * @param origins where its parameters come from
     */
    public ExperimentFile with(Scenario other, Map<String, String> origins) {
        return new ExperimentFile(other, seed, replications, halfWidth, fidelity, origins);
    }

    /** The same with another seed. */
    public ExperimentFile withSeed(long other) {
        return new ExperimentFile(scenario, other, replications, halfWidth, fidelity, sources);
    }

    /** The same with exactly so many replications. */
    public ExperimentFile withReplications(int count) {
        return new ExperimentFile(scenario, seed, count, OptionalDouble.empty(), fidelity, sources);
    }

    /** Ready to be run. */
    public Experiment experiment() {
        return new Experiment(scenario, seed, fidelity);
    }

    /** What came of reading. */
    public sealed interface Read {

        record Sound(ExperimentFile file) implements Read {}

        /** @param faults all of them, up to a hundred */
        record Faulty(List<FileFault> faults) implements Read {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Reads a file, which must be no longer than {@link #MOST_BYTES}. */
    public static Read read(String json) {
        return FileReader.read(json);
    }

    /**
     * The file with everything that was left out said, always in the same order: the same experiment, the same bytes.
     */
    public String write() {
        return JsonText.of(FileWriter.write(this));
    }

    /** SHA-256 of what decides the results: the file without its sources. */
    public String fingerprint() {
        String parameters = with(scenario, Map.of()).write();
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(parameters.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
