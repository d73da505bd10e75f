package org.cmm.core.verification;

import java.util.Locale;
import java.util.stream.Stream;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Gamma;
import org.cmm.core.random.Law;
import org.cmm.core.random.Weibull;
import org.cmm.core.reliability.AgeReplacement;
import org.cmm.core.reliability.BlockReplacement;
import org.cmm.core.reliability.MinimalRepair;
import org.cmm.core.reliability.Optimum;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Care.ByAge;
import org.cmm.core.scenario.Care.Periodic;
import org.cmm.core.scenario.Care.RunToFailure;
import org.cmm.core.scenario.Care.When.Every;
import org.cmm.core.scenario.Care.Work.Renew;
import org.cmm.core.scenario.Part.Renewal;

/** What replacing before the failure costs, and what waiting does. */
final class ReplacementForms {

    private static final int MACHINES = 100;
    private static final int PERIODS = 50;

    private ReplacementForms() {}

    static Stream<ClosedForm> all() {
        return Stream.of(
                        byAge(2.5, 5),
                        byAge(2, 5),
                        byAge(3, 10),
                        Stream.of(
                                ofAge(new Weibull(0.8, 1_000), 5, 500),
                                waiting(new Weibull(0.8, 1_000), 5),
                                downtime(),
                                minimalRepair(2.5, 5),
                                minimalRepair(1.5, 0.5),
                                block(new Gamma(2, 500), 10),
                                block(new Weibull(2.5, 1_000), 5),
                                waiting(new Gamma(2, 500), 10)))
                .flatMap(forms -> forms);
    }

    private static Stream<ClosedForm> byAge(double shape, double failed) {
        Law life = new Weibull(shape, 1_000);
        return Stream.of(ofAge(life, failed, best(new AgeReplacement(life, 1, failed).best())), waiting(life, failed));
    }

    private static double best(Optimum optimum) {
        return switch (optimum) {
            case Optimum.At at -> at.time();
            case Optimum.NeverPays never -> throw new IllegalStateException("verification: no optimum, " + never);
        };
    }

    private static ClosedForm ofAge(Law life, double failed, double age) {
        return ClosedForm.of(
                "age replacement, cost an hour",
                words(life, failed, age),
                new AgeReplacement(life, 1, failed).costRate(age),
                settled(life, failed, new ByAge(Setup.hours(age))),
                Figures.COST_RATE);
    }

    private static ClosedForm waiting(Law life, double failed) {
        return ClosedForm.of(
                "run to failure, cost an hour",
                String.format(Locale.ROOT, "%s, cf=%s", life, failed),
                failed / life.mean(),
                settled(life, failed, new RunToFailure()),
                Figures.COST_RATE);
    }

    private static Setup settled(Law life, double failed, Care care) {
        return Setup.unwatched(Parts.costing(life, Renewal.AS_NEW, failed, 1), care)
                .machines(MACHINES)
                .lasting(50 * life.mean(), 50 * life.mean());
    }

    private static ClosedForm downtime() {
        Law life = new Weibull(2.5, 1_000);
        AgeReplacement model = new AgeReplacement(life, 1, 8);
        double age = best(model.best());
        return ClosedForm.of(
                "age replacement, share down",
                String.format(Locale.ROOT, "%s, tp=1, tf=8, T=%.6f", life, age),
                1 - model.availability(age),
                Setup.unwatched(Parts.lasting(life, new Fixed(8), new Fixed(1)), new ByAge(Setup.hours(age)))
                        .machines(MACHINES)
                        .lasting(50 * life.mean(), 50 * life.mean()),
                Figures.SHARE_DOWN);
    }

    private static ClosedForm minimalRepair(double shape, double repair) {
        MinimalRepair model = new MinimalRepair(shape, 1_000, 1, repair);
        double period = best(model.best());
        return ClosedForm.of(
                "minimal repair, cost an hour",
                String.format(Locale.ROOT, "shape=%s, scale=1000, cp=1, cm=%s, T=%.6f", shape, repair, period),
                model.costRate(period),
                inPeriods(Parts.costing(new Weibull(shape, 1_000), Renewal.AS_OLD, repair, 1), period),
                Figures.COST_RATE);
    }

    private static ClosedForm block(Law life, double failed) {
        BlockReplacement model = new BlockReplacement(life, 1, failed);
        double period = best(model.best());
        return ClosedForm.of(
                "block replacement, cost an hour",
                words(life, failed, period),
                model.costRate(period),
                inPeriods(Parts.costing(life, Renewal.AS_NEW, failed, 1), period),
                Figures.COST_RATE);
    }

    /** Counts whole periods, from the middle of the first. */
    private static Setup inPeriods(org.cmm.core.scenario.Part part, double period) {
        return Setup.unwatched(part, new Periodic(new Every(Setup.hours(period)), new Renew()))
                .machines(MACHINES)
                .lasting(period / 2, PERIODS * period);
    }

    private static String words(Law life, double failed, double time) {
        return String.format(Locale.ROOT, "%s, cp=1, cf=%s, T=%.6f", life, failed, time);
    }
}
