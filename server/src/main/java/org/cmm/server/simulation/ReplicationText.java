package org.cmm.server.simulation;

import org.cmm.core.simulation.Replication;
import org.cmm.core.simulation.Sum;
import org.cmm.server.platform.Spelling;
import org.cmm.server.simulation.FoundResults.Results;

/** Replications as a table for other programs: a line for each replication and policy. */
final class ReplicationText {

    private ReplicationText() {}

    static String csv(Results results) {
        StringBuilder text = new StringBuilder("replication,policy,events");
        for (Sum sum : Sum.values()) {
            text.append(',').append(Spelling.of(sum).replace('-', '_'));
        }
        text.append("\r\n");
        for (Replication replication : results.replications()) {
            for (int policy = 0; policy < replication.policies().size(); policy++) {
                var totals = replication.policies().get(policy);
                String name = results.findings().policies().get(policy).name();
                text.append(replication.number())
                        .append(',')
                        .append(quoted(name))
                        .append(',')
                        .append(totals.events());
                for (Sum sum : Sum.values()) {
                    text.append(',').append(Numbers.text(totals.of(sum)));
                }
                text.append("\r\n");
            }
        }
        return text.toString();
    }

    /** What a spreadsheet might take for a formula is told that it is text. */
    private static String quoted(String name) {
        String safe = name.matches("[=+\\-@].*") ? "'" + name : name;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
