package org.cmm.core.evidence;

import java.util.ArrayList;
import java.util.List;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.simulation.Experiment;
import org.cmm.core.simulation.Findings;
import org.cmm.core.simulation.Measure;
import org.cmm.core.simulation.Replication;

/**
 * The bundle of an experiment. The same experiment, seed and number of replications give the same bytes, on any machine
 * and any number of threads, so nothing in it tells a date or how long it took.
 *
 * @param parameters the experiment as its file says it
 * @param seed that it was run with
 * @param version of CMM that ran it
 * @param command that makes the same bundle from the file of the parameters
 */
public record Evidence(
        Experiment experiment,
        List<Replication> replications,
        Findings findings,
        String parameters,
        long seed,
        String version,
        String command) {

    /** What the parameters are called in the bundle. */
    public static final String PARAMETERS = "experiment.json";

    public Evidence {
        replications = List.copyOf(replications);
    }

    /** All files, but for one with their checksums, which whoever writes them adds. */
    public List<EvidenceFile> files() {
        Table results = Tables.results(findings);
        Table differences = Tables.differences(findings);
        List<EvidenceFile> files = new ArrayList<>();
        files.add(EvidenceFile.of("README.txt", Readme.of(this)));
        files.add(EvidenceFile.of(PARAMETERS, parameters));
        files.add(EvidenceFile.of("results.csv", results.csv()));
        files.add(EvidenceFile.of("results.tex", results.latex("What each policy came to")));
        files.add(EvidenceFile.of("differences.csv", differences.csv()));
        files.add(EvidenceFile.of("differences.tex", differences.latex("Paired differences from the first policy")));
        files.add(EvidenceFile.of(
                "verdicts.csv", Tables.verdicts(experiment.scenario(), findings).csv()));
        files.add(replications(experiment.scenario(), replications));
        files.add(new EvidenceFile("events.csv", new EventLog(experiment, replications.size())::write));
        files.add(EvidenceFile.of("downtime.svg", new StackPlot(findings, Measure.CAUSES).svg()));
        files.add(EvidenceFile.of(
                "availability.svg",
                IntervalPlot.of(findings, Measure.AVAILABILITY, "availability, share of the time")
                        .svg()));
        files.add(EvidenceFile.of(
                "cost.svg",
                IntervalPlot.of(findings, Measure.COST, "cost of a year, XAF").svg()));
        files.add(EvidenceFile.of(
                "difference.svg",
                IntervalPlot.ofDifferences(
                                findings,
                                Measure.DOWNTIME,
                                "hours down of a machine and year, less those of the first policy")
                        .svg()));
        files.add(EvidenceFile.of(
                "convergence.svg",
                ConvergencePlot.of(experiment.scenario(), replications, findings.level())
                        .svg()));
        return files;
    }

    /** Every sum of every replication by itself. */
    public static EvidenceFile replications(Scenario scenario, List<Replication> replications) {
        return new EvidenceFile("replications.csv", out -> Tables.replications(scenario, replications, out));
    }
}
