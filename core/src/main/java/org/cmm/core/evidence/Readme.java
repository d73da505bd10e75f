package org.cmm.core.evidence;

/** What lies in a bundle and how to make it again. */
final class Readme {

    private Readme() {}

    static String of(Evidence evidence) {
        return """
                %s

                Made by Cloud Maintenance Manager %s
                Seed %d, %d replications, intervals of %s %%

                To make the same files, to the last byte:

                    %s

                SHA256SUMS holds the checksum of each file: sha256sum -c SHA256SUMS

                experiment.json    all parameters
                results.csv, .tex  every measure of every policy with its interval
                differences.csv, .tex  each policy less the first, pair by pair: the same failures met both;
                                   real says whether the interval excludes 0, variance_ratio what pairing won
                verdicts.csv       whether each policy is worth it, and why
                replications.csv   every sum of every replication; hours, counts and XAF after the warm-up
                events.csv         all that happened, hours since the start with the warm-up: whole replications,
                                   up to about %d lines
                *.svg              plots

                Measures: downtime and its causes are hours of a machine and year; failures, prevented and renewals
                are those of a machine and year; alerts and false_alerts those of a machine and week; warning,
                time_to_notice and time_to_repair are mean hours; work_hours, visits, spares and costs are those of
                all machines in a year, in XAF where they are money. Estimates are means over replications, or ratios
                of sums by the jackknife; intervals are Student's t over replications.

                Le même contenu en français : les fichiers ci-dessus suffisent à refaire l'expérience, octet par octet,
                avec la commande indiquée. Les durées sont en heures, l'argent en francs CFA.
                """.formatted(
                        evidence.experiment().scenario().name(),
                        evidence.version(),
                        evidence.seed(),
                        evidence.replications().size(),
                        Figures.rounded(evidence.findings().level() * 100),
                        evidence.command(),
                        EventLog.MOST);
    }
}
