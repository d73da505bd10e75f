package org.cmm.core.verification;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Gamma;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Never;
import org.cmm.core.random.Uniform;
import org.cmm.core.random.Weibull;
import org.cmm.core.reliability.MarkovUnit;
import org.cmm.core.reliability.RenewedUnit;
import org.cmm.core.scenario.Care.RunToFailure;
import org.cmm.core.scenario.Cuts;

/** How often machines are up that run to failure. */
final class AvailabilityForms {

    private static final Law NONE = new Fixed(0);
    private static final int NEW_MACHINES = 10_000;

    private AvailabilityForms() {}

    static Stream<ClosedForm> all() {
        return Stream.of(
                        List.of(
                                renewed(new Exponential(1_000), new Exponential(10)),
                                renewed(new Weibull(2, 812.433), new Uniform(2, 6)),
                                renewed(new Gamma(3, 1_460), new Fixed(24)),
                                renewed(new Weibull(0.7, 100), new Lognormal(Math.log(59 / 60.0), 1.413)),
                                failures(new Weibull(0.7, 100), new Lognormal(Math.log(59 / 60.0), 1.413)),
                                mains(new Exponential(92), new Lognormal(1, 0.9))),
                        List.of(at(1), at(5), at(20), until(100)))
                .flatMap(List::stream);
    }

    private static Setup setup(Law life, Law repair) {
        return Setup.unwatched(Parts.lasting(life, repair, NONE), new RunToFailure());
    }

    /** Fifty cycles to forget that all began as new, and fifty that count. */
    private static Setup settled(Law life, Law repair) {
        double cycle = life.mean() + repair.mean();
        return setup(life, repair).machines(120).lasting(50 * cycle, 50 * cycle);
    }

    private static ClosedForm renewed(Law life, Law repair) {
        double availability = new RenewedUnit(life.mean(), repair.mean()).availability();
        return ClosedForm.of(
                "renewal, share down",
                "%s, %s".formatted(life, repair),
                1 - availability,
                settled(life, repair),
                Figures.SHARE_DOWN);
    }

    private static ClosedForm failures(Law life, Law repair) {
        return ClosedForm.of(
                "renewal, failures an hour",
                "%s, %s".formatted(life, repair),
                1 / (life.mean() + repair.mean()),
                settled(life, repair),
                Figures.FAILURE_RATE);
    }

    private static ClosedForm mains(Law between, Law cut) {
        double availability = new RenewedUnit(between.mean(), cut.mean()).availability();
        Setup setup = setup(new Never(), NONE)
                .sites(200, new Cuts(between, cut, Duration.ZERO))
                .lasting(1_000, 10_000);
        return ClosedForm.of(
                "power cuts, share off", "%s, %s".formatted(between, cut), 1 - availability, setup, Figures.SHARE_DOWN);
    }

    private static final MarkovUnit UNIT = new MarkovUnit(1 / 100.0, 1 / 5.0);

    private static Setup fresh(double hours) {
        return setup(new Exponential(100), new Exponential(5))
                .machines(NEW_MACHINES)
                .lasting(0, hours);
    }

    /** Few machines are down so early, so it is the share up, ten times as precise. */
    private static ClosedForm at(double hours) {
        return ClosedForm.of(
                        "new machine, share up at a time",
                        String.format(Locale.ROOT, "1/λ=100, 1/μ=5, t=%s", hours),
                        UNIT.availabilityAt(hours),
                        fresh(hours),
                        Figures.upAtEnd(NEW_MACHINES))
                .toWithin(ClosedForm.USUAL / 10);
    }

    private static ClosedForm until(double hours) {
        return ClosedForm.of(
                "new machine, share down until a time",
                String.format(Locale.ROOT, "1/λ=100, 1/μ=5, t=%s", hours),
                1 - UNIT.availabilityUntil(hours),
                fresh(hours),
                Figures.SHARE_DOWN);
    }
}
