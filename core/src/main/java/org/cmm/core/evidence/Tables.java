package org.cmm.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.simulation.Findings;
import org.cmm.core.simulation.Findings.OfPolicy;
import org.cmm.core.simulation.Judgement;
import org.cmm.core.simulation.Measure;
import org.cmm.core.simulation.Replication;
import org.cmm.core.simulation.Sum;
import org.cmm.core.simulation.Totals;
import org.cmm.core.simulation.Verdict;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Ratio;

/** What was found, in rows. */
final class Tables {

    private Tables() {}

    /** Every measure of every policy, with its interval. */
    static Table results(Findings findings) {
        List<List<String>> rows = new ArrayList<>();
        for (OfPolicy policy : findings.policies()) {
            for (Measure measure : Measure.values()) {
                rows.add(row(policy.name(), name(measure), policy.of(measure)));
            }
            if (policy != findings.policies().getFirst()) {
                rows.add(row(policy.name(), "xaf_per_avoided_hour", policy.avoidedHour()));
            }
        }
        return new Table(List.of("policy", "measure", "estimate", "lower", "upper"), rows);
    }

    private static List<String> row(String policy, String measure, Ratio value) {
        return switch (value) {
            case Ratio.Known(Estimate estimate) ->
                List.of(
                        policy,
                        measure,
                        Figures.rounded(estimate.mean()),
                        Figures.rounded(estimate.lower()),
                        Figures.rounded(estimate.upper()));
            case Ratio.Unbounded(double ratio) ->
                List.of(policy, measure, Figures.rounded(ratio), "-Infinity", "Infinity");
            case Ratio.Undefined _ -> List.of(policy, measure, "", "", "");
        };
    }

    /** Each policy less the first one, pair by pair. */
    static Table differences(Findings findings) {
        List<List<String>> rows = new ArrayList<>();
        for (OfPolicy policy : findings.policies()) {
            for (Findings.Difference difference : policy.differences()) {
                Estimate estimate = difference.estimate();
                rows.add(List.of(
                        policy.name(),
                        name(difference.measure()),
                        Figures.rounded(estimate.mean()),
                        Figures.rounded(estimate.lower()),
                        Figures.rounded(estimate.upper()),
                        difference.isReal() ? "yes" : "no",
                        Figures.rounded(difference.won().value())));
            }
        }
        return new Table(List.of("policy", "measure", "difference", "lower", "upper", "real", "variance_ratio"), rows);
    }

    /** Whether each policy is worth it, and why. */
    static Table verdicts(Scenario scenario, Findings findings) {
        List<List<String>> rows = new ArrayList<>();
        for (int policy = 1; policy < findings.policies().size(); policy++) {
            Verdict verdict = Judgement.of(scenario, findings, policy);
            String reasons = verdict.reasons().stream()
                    .map(Record.class::cast)
                    .map(Record::toString)
                    .collect(Collectors.joining("; "));
            rows.add(List.of(
                    findings.policies().get(policy).name(),
                    verdict.downtime().name().toLowerCase(Locale.ROOT),
                    verdict.cost().name().toLowerCase(Locale.ROOT),
                    reasons));
        }
        return new Table(List.of("policy", "downtime", "cost", "reasons"), rows);
    }

    /** Every sum of every replication, with all its digits. */
    static void replications(Scenario scenario, List<Replication> replications, Consumer<String> out) {
        List<String> sums = Stream.of(Sum.values())
                .map(sum -> sum.name().toLowerCase(Locale.ROOT))
                .toList();
        out.accept(Table.line(
                Stream.concat(Stream.of("replication", "policy"), sums.stream()).toList()));
        for (Replication replication : replications) {
            for (int policy = 0; policy < replication.policies().size(); policy++) {
                Totals totals = replication.policies().get(policy);
                List<String> cells = new ArrayList<>();
                cells.add(Integer.toString(replication.number()));
                cells.add(scenario.policies().get(policy).name());
                for (Sum sum : Sum.values()) {
                    cells.add(Figures.exact(totals.of(sum)));
                }
                out.accept(Table.line(cells));
            }
        }
    }

    static String name(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }
}
