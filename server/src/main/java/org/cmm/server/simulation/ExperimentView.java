package org.cmm.server.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cmm.core.simulation.Findings;
import org.cmm.core.simulation.Judgement;
import org.cmm.core.simulation.Measure;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Ratio;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An experiment for programs.
 *
 * @param state {@code waiting}, {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param done replications that there are
 * @param most replications at most
 * @param fingerprint SHA-256 of the parameters
 * @param experiment its file; left out in lists
 * @param policies what the replications tell of each; left out in lists and while there are too few
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExperimentView(
        int id,
        String name,
        String author,
        String state,
        int done,
        int most,
        double workSeconds,
        Instant createdAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        String version,
        String fingerprint,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable
        ObjectNode experiment,

        @Nullable List<PolicyView> policies) {

    /** @param halfWidth from the mean to either end of the 95 % interval; left out where there is none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NumberView(@Nullable Double mean, @Nullable Double halfWidth) {

        static NumberView of(Ratio ratio) {
            return switch (ratio) {
                case Ratio.Known(Estimate estimate) -> of(estimate);
                case Ratio.Unbounded(double value) -> new NumberView(value, null);
                case Ratio.Undefined() -> new NumberView(null, null);
            };
        }

        static NumberView of(Estimate estimate) {
            return new NumberView(estimate.mean(), Double.isFinite(estimate.halfWidth()) ? estimate.halfWidth() : null);
        }
    }

    /** @param varianceRatio how many times as many replications it would take without common random numbers */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(
            double mean,
            @Nullable Double halfWidth,
            boolean real,
            @Nullable Double varianceRatio) {}

    /**
     * @param measures by name
     * @param differences from the first policy, by name of the measure; empty for the first itself
     * @param downtime {@code less}, {@code more} or {@code no-real-difference} than under the first policy; left out
     *     for that one
     * @param cost the same of what everything costs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PolicyView(
            String name,
            Map<String, NumberView> measures,
            Map<String, DifferenceView> differences,
            @Nullable String downtime,
            @Nullable String cost) {}

    static ExperimentView listed(StoredExperiment experiment) {
        return of(experiment, null, null);
    }

    static ExperimentView of(StoredExperiment experiment, Optional<FoundResults.Results> results) {
        return of(
                experiment,
                FileWriter.write(experiment.read()),
                results.map(ExperimentView::policies).orElse(null));
    }

    private static ExperimentView of(
            StoredExperiment experiment, @Nullable ObjectNode file, @Nullable List<PolicyView> policies) {
        return new ExperimentView(
                experiment.id(),
                experiment.name(),
                experiment.author(),
                Spelling.of(experiment.state()),
                experiment.done(),
                experiment.most(),
                experiment.work().toMillis() / 1000.0,
                experiment.createdAt(),
                experiment.begunAt(),
                experiment.endedAt(),
                experiment.version(),
                experiment.fingerprint(),
                file,
                policies);
    }

    private static List<PolicyView> policies(FoundResults.Results results) {
        List<PolicyView> views = new ArrayList<>();
        Findings findings = results.findings();
        for (int policy = 0; policy < findings.policies().size(); policy++) {
            Findings.OfPolicy found = findings.policies().get(policy);
            Map<String, NumberView> measures = new TreeMap<>();
            for (Measure measure : Measure.values()) {
                measures.put(Spelling.of(measure), NumberView.of(found.of(measure)));
            }
            Map<String, DifferenceView> differences = new TreeMap<>();
            found.differences().forEach(known -> differences.put(Spelling.of(known.measure()), difference(known)));
            var verdict = policy == 0 ? null : Judgement.of(results.file().scenario(), findings, policy);
            views.add(new PolicyView(
                    found.name(),
                    measures,
                    differences,
                    verdict == null ? null : Spelling.of(verdict.downtime()),
                    verdict == null ? null : Spelling.of(verdict.cost())));
        }
        return views;
    }

    private static DifferenceView difference(Findings.Difference known) {
        NumberView number = NumberView.of(known.estimate());
        double won = known.won().value();
        return new DifferenceView(
                known.estimate().mean(), number.halfWidth(), known.isReal(), Double.isFinite(won) ? won : null);
    }
}
