package org.cmm.server.simulation;

import java.util.List;
import org.cmm.core.evidence.Evidence;
import org.cmm.core.evidence.EvidenceFile;
import org.cmm.core.simulation.Findings;
import org.cmm.core.simulation.Replication;
import org.cmm.protocol.Version;

/** The bundle of an experiment that was run: the same wherever it ran. */
final class EvidenceOf {

    private EvidenceOf() {}

    /** @param replications all that were run, in the order of their numbers */
    static List<EvidenceFile> run(ExperimentFile file, List<Replication> replications) {
        ExperimentFile ran = file.withReplications(replications.size());
        return new Evidence(
                        ran.experiment(),
                        replications,
                        Findings.of(ran.scenario(), replications, ReplicationTarget.LEVEL),
                        ran.write(),
                        ran.seed(),
                        Version.here(),
                        "./cmm experiment run %s --out FOLDER".formatted(Evidence.PARAMETERS))
                .files();
    }
}
