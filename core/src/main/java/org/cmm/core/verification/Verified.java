package org.cmm.core.verification;

import java.util.ArrayList;
import java.util.List;
import org.cmm.core.simulation.Experiment;
import org.cmm.core.simulation.Totals;
import org.cmm.core.statistics.Estimate;
import org.cmm.core.statistics.Ratio;
import org.cmm.core.statistics.SequentialRule;
import org.cmm.core.statistics.SequentialRule.Run;
import org.cmm.core.statistics.SequentialRule.Step;

/**
 * A formula's number beside the simulation's.
 *
 * @param form with the expected number
 * @param found by simulation, with its 99 % interval
 */
public record Verified(ClosedForm form, Estimate found) {

    private static final double LEVEL = 0.99;
    private static final int BATCH = 20;
    private static final int LEAST = 40;
    private static final int MOST = 2_000;

    /**
     * Runs until the interval is as narrow as the form asks for, which takes some tenths of a second to seconds. The
     * same seed gives the same result, to the last bit.
     */
    public static Verified of(ClosedForm form, long seed) {
        return of(form, seed, new SequentialRule(form.precision(), BATCH, LEAST, MOST));
    }

    /** Runs as long as the rule says. */
    static Verified of(ClosedForm form, long seed, SequentialRule rule) {
        Experiment experiment = new Experiment(form.scenario(), seed);
        List<Totals> totals = new ArrayList<>();
        Step step = rule.first();
        Estimate found = new Estimate(0, Double.POSITIVE_INFINITY, 0, LEVEL);
        while (step instanceof Run(int total)) {
            for (int number = totals.size(); number < total; number++) {
                totals.add(experiment.replication(number).policies().getFirst());
            }
            found = estimate(form.figure(), totals);
            step = rule.after(total, List.of(found));
        }
        return new Verified(form, found);
    }

    private static Estimate estimate(ClosedForm.Figure figure, List<Totals> totals) {
        double[] over = totals.stream().mapToDouble(figure.over()).toArray();
        double[] under = totals.stream().mapToDouble(figure.under()).toArray();
        return switch (Ratio.of(over, under, LEVEL)) {
            case Ratio.Known(Estimate estimate) -> estimate;
            case Ratio.Unbounded(double ratio) -> new Estimate(ratio, Double.POSITIVE_INFINITY, totals.size(), LEVEL);
            case Ratio.Undefined() -> new Estimate(0, Double.POSITIVE_INFINITY, totals.size(), LEVEL);
        };
    }

    /** By how many standard errors what was found is above what was expected; from -2.6 to 2.6 in 99 of 100 cases. */
    public double z() {
        return found.aboveInErrors(form.expected());
    }

    /** Whether the interval holds what the formula says. */
    public boolean holds() {
        return found.lower() <= form.expected() && form.expected() <= found.upper();
    }

    /** Whether the interval is narrow enough for that to prove anything. */
    public boolean isPrecise() {
        return found.relativeHalfWidth() <= form.precision();
    }
}
