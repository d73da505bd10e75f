package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.random.Law;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.Warning;
import org.cmm.core.simulation.Findings.Difference;
import org.cmm.core.simulation.Findings.OfPolicy;
import org.cmm.core.simulation.Verdict.Change;
import org.cmm.core.simulation.Verdict.Reason;
import org.cmm.core.statistics.Ratio;

/** Says what a policy is worth and why, from what was found and from what its parts are like. */
public final class Judgement {

    /** A reason that explains less is not worth a sentence. */
    private static final double WORTH_SAYING = 0.05;

    private static final double MOST = 0.5;

    /** A hazard that grows by less over the middle half of lives is no wear. */
    private static final double WEAR = 1.05;

    private final Scenario scenario;
    private final Policy policy;
    private final OfPolicy first;
    private final OfPolicy found;

    private Judgement(Scenario scenario, Findings findings, int policy) {
        this.scenario = scenario;
        this.policy = scenario.policies().get(policy);
        first = findings.policies().getFirst();
        found = findings.policies().get(policy);
    }

    /**
     * Of one policy against the first.
     *
     * @param policy its place in the scenario, from 1
     */
    public static Verdict of(Scenario scenario, Findings findings, int policy) {
        return new Judgement(scenario, findings, policy).verdict();
    }

    private Verdict verdict() {
        List<Reason> reasons = Stream.of(
                        noWear(), looksTooRarely(), prevented(), noticedSooner(), plannedWork(), falseAlarms(), mains())
                .flatMap(Optional::stream)
                .toList();
        return new Verdict(change(Measure.DOWNTIME), change(Measure.COST), reasons);
    }

    private Change change(Measure measure) {
        Optional<Difference> difference = found.difference(measure).filter(Difference::isReal);
        return difference
                .map(real -> real.estimate().mean() < 0 ? Change.LESS : Change.MORE)
                .orElse(Change.NO_REAL_DIFFERENCE);
    }

    private Optional<Reason> noWear() {
        List<String> parts = new ArrayList<>();
        double rate = 0;
        double all = 0;
        for (Part part : parts().toList()) {
            double failures = 1 / part.life().mean();
            all += failures;
            if (renews(policy.of(part)) && !wears(part.life())) {
                parts.add(part.name());
                rate += failures;
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Reason.NoWear(parts, rate / all));
    }

    private static boolean renews(Care care) {
        return switch (care) {
            case Care.ByAge _ -> true;
            case Care.Periodic periodic -> periodic.work() instanceof Care.Work.Renew;
            case Care.OnCondition _, Care.RunToFailure _ -> false;
        };
    }

    /** Whether those that are old fail more than those that are young. */
    static boolean wears(Law life) {
        return life.hazard(life.quantile(0.75)) > WEAR * life.hazard(life.quantile(0.25));
    }

    /** Of the parts that fail most. */
    private Optional<Reason> looksTooRarely() {
        return parts().sorted(Comparator.comparingDouble(part -> part.life().mean()))
                .flatMap(part -> tooRarely(part).stream())
                .findFirst();
    }

    private Optional<Reason> tooRarely(Part part) {
        if (policy.of(part) instanceof Care.Periodic(Care.When.Every every, Care.Work.Inspect _)) {
            double hours = Hours.of(every.time());
            return part.warning()
                    .map(Warning::length)
                    .map(Law::mean)
                    .filter(mean -> mean < hours * MOST)
                    .map(mean -> new Reason.LooksTooRarely(part.name(), mean, hours));
        }
        return Optional.empty();
    }

    private Optional<Reason> prevented() {
        double more = known(found, Measure.PREVENTED_SHARE) - known(first, Measure.PREVENTED_SHARE);
        return more > WORTH_SAYING
                ? Optional.of(new Reason.Prevented(known(found, Measure.PREVENTED_SHARE)))
                : Optional.empty();
    }

    private Optional<Reason> noticedSooner() {
        double before = known(first, Measure.TIME_TO_NOTICE);
        double sooner = before - known(found, Measure.TIME_TO_NOTICE);
        return sooner > WORTH_SAYING * before && sooner > 0
                ? Optional.of(new Reason.NoticedSooner(sooner))
                : Optional.empty();
    }

    private Optional<Reason> plannedWork() {
        return found.difference(Measure.PLANNED_DOWNTIME)
                .filter(Difference::isReal)
                .map(difference -> difference.estimate().mean())
                .filter(hours -> hours > WORTH_SAYING * known(first, Measure.DOWNTIME))
                .map(Reason.PlannedWork::new);
    }

    private Optional<Reason> falseAlarms() {
        double share = known(found, Measure.FALSE_SHARE);
        return share > WORTH_SAYING ? Optional.of(new Reason.FalseAlarms(share)) : Optional.empty();
    }

    private Optional<Reason> mains() {
        double share = known(first, Measure.POWER_DOWNTIME) / known(first, Measure.DOWNTIME);
        return share > MOST ? Optional.of(new Reason.Mains(share)) : Optional.empty();
    }

    private Stream<Part> parts() {
        return scenario.machines().stream().flatMap(machine -> machine.parts().stream());
    }

    private static double known(OfPolicy of, Measure measure) {
        return switch (of.of(measure)) {
            case Ratio.Known known -> known.estimate().mean();
            case Ratio.Unbounded unbounded -> unbounded.ratio();
            case Ratio.Undefined _ -> 0;
        };
    }
}
