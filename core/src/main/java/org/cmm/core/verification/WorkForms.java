package org.cmm.core.verification;

import java.util.Locale;
import java.util.stream.Stream;
import org.cmm.core.incident.SiteSilence;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;
import org.cmm.core.random.Weibull;
import org.cmm.core.reliability.Heartbeats;
import org.cmm.core.reliability.Inspection;
import org.cmm.core.reliability.MachineRepairman;
import org.cmm.core.scenario.Care.Periodic;
import org.cmm.core.scenario.Care.RunToFailure;
import org.cmm.core.scenario.Care.When.Every;
import org.cmm.core.scenario.Care.Work.Inspect;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.Monitoring;

/** Queues for technicians, checks in periods, and how soon a failure is noticed. */
final class WorkForms {

    private WorkForms() {}

    static Stream<ClosedForm> all() {
        return Stream.of(
                        repairman(5, 1, 20, 2),
                        repairman(20, 3, 100, 8),
                        repairman(50, 50, 100, 8),
                        Stream.of(
                                inspection(new Exponential(200)),
                                inspection(new Exponential(100)),
                                inspection(new Exponential(50)),
                                inspection(new Weibull(2, 100)),
                                heartbeats(40, 1),
                                heartbeats(1, 40)))
                .flatMap(forms -> forms);
    }

    private static Stream<ClosedForm> repairman(int machines, int technicians, double up, double repair) {
        MachineRepairman model = new MachineRepairman(machines, technicians, 1 / up, 1 / repair);
        String words = String.format(Locale.ROOT, "K=%d, c=%d, 1/λ=%s, 1/μ=%s", machines, technicians, up, repair);
        Setup setup = Setup.unwatched(
                        Parts.lasting(new Exponential(up), new Exponential(repair), new Fixed(0)), new RunToFailure())
                .machines(machines)
                .mendedBy(technicians)
                .lasting(50 * up, up * 60_000 / machines);
        ClosedForm down = ClosedForm.of(
                "machine repairman, share down", words, 1 - model.availability(), setup, Figures.SHARE_DOWN);
        ClosedForm waiting = ClosedForm.of(
                "machine repairman, share waiting", words, model.waiting() / machines, setup, Figures.SHARE_WAITING);
        return machines > technicians ? Stream.of(down, waiting) : Stream.of(down);
    }

    private static ClosedForm inspection(Law delay) {
        double period = 100;
        return ClosedForm.of(
                "inspection, share that fails",
                String.format(Locale.ROOT, "%s, T=%s", delay, period),
                new Inspection(1 / 40.0, delay).failing(period),
                Setup.unwatched(
                                Parts.hiding(new Exponential(40), delay),
                                new Periodic(new Every(Setup.hours(period)), new Inspect(new Fixed(0), 1)))
                        .machines(40)
                        .lasting(5 * period, 200 * period),
                Figures.FAILING);
    }

    /**
     * Users would take days, so it is monitoring that notices; a machine that has neighbours waits to see whether they
     * fall silent too.
     */
    private static ClosedForm heartbeats(int sites, int machines) {
        Monitoring monitoring = Monitoring.DEFAULTS;
        double period = monitoring.delivery().toSeconds() / 3_600.0;
        int misses = (int) monitoring.silentAfter().dividedBy(monitoring.delivery());
        double wait = machines > 1 ? SiteSilence.TOGETHER.toSeconds() / 3_600.0 : 0;
        return ClosedForm.of(
                "heartbeats, hours to notice",
                String.format(
                        Locale.ROOT,
                        "k=%d, T=%d s, %s",
                        misses,
                        monitoring.delivery().toSeconds(),
                        machines > 1 ? "with neighbours" : "alone"),
                new Heartbeats(period, misses).meanDelay() + wait,
                Setup.watched(Parts.lasting(new Exponential(50), new Fixed(1), new Fixed(0)), new RunToFailure())
                        .sites(sites, Cuts.NONE)
                        .machines(machines)
                        .reportedAfter(new Fixed(100))
                        .lasting(0, 5_000),
                Figures.HOURS_TO_NOTICE);
    }
}
