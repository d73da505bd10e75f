package org.cmm.bench;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cmm.core.alert.DefaultRules;
import org.cmm.core.metric.Metrics;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Uniform;
import org.cmm.core.random.Weibull;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Crew;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.FalseAlarms;
import org.cmm.core.scenario.Load;
import org.cmm.core.scenario.MachineKind;
import org.cmm.core.scenario.Monitoring;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Policy.Noticing;
import org.cmm.core.scenario.Repair;
import org.cmm.core.scenario.Reporting;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.SiteKind;
import org.cmm.core.scenario.Warning;
import org.cmm.core.scenario.WorkingHours;

/**
 * What the speed of experiments is measured on: PCs of seven parts on sites of twenty with weekly power cuts, twenty
 * technicians in office hours, and three policies.
 */
final class HeadlineScenario {

    private static final int PER_SITE = 20;
    private static final Duration YEAR = Duration.ofHours(8766);

    private HeadlineScenario() {}

    /** @param machines a multiple of twenty */
    static Scenario of(int machines, int years) {
        Cuts power = new Cuts(new Exponential(92), new Lognormal(1.07, 0.8), Duration.ofHours(72));
        Cuts link = new Cuts(new Exponential(200), new Lognormal(0, 1), Duration.ZERO);
        return new Scenario(
                "headline",
                LocalDateTime.of(2026, 1, 5, 0, 0),
                Duration.ZERO,
                YEAR.multipliedBy(years),
                List.of(new SiteKind(
                        "site", machines / PER_SITE, List.of(new SiteKind.Stand("pc", PER_SITE)), power, link)),
                List.of(new MachineKind("pc", parts(), 800, 200)),
                new Crew(OptionalInt.of(20), WorkingHours.OFFICE, new Uniform(0.5, 3), 1_750, 15_000),
                new Reporting(new Uniform(2, 8), WorkingHours.OFFICE),
                new Monitoring(
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        DefaultRules.SILENCE.after(),
                        DefaultRules.all(),
                        new FalseAlarms(0.07, new Fixed(0.25), 0.02, new Fixed(0.5)),
                        Load.OFFICE),
                policies());
    }

    private static List<Policy> policies() {
        Care visits =
                new Care.Periodic(new Care.When.Every(Duration.ofDays(90)), new Care.Work.Inspect(new Fixed(0.1), 0.9));
        return List.of(
                new Policy("reactive", Noticing.USERS, new Care.RunToFailure(), Map.of(), 0),
                new Policy("periodic", Noticing.USERS, visits, Map.of(), 0),
                new Policy("condition-based", Noticing.MONITORING, new Care.OnCondition(), Map.of(), 300));
    }

    private static List<Part> parts() {
        return List.of(
                part("disk", Part.Group.STORAGE, new Weibull(1.1, 645_000), 3, seen(new Exponential(336), 24, 0.6), 4),
                part("power supply", Part.Group.HARDWARE, new Exponential(876_600), 3, Optional.empty(), 3),
                part("fan", Part.Group.HEAT, new Weibull(2.5, 800_000), 1, seen(new Exponential(200), 10, 0.8), 2),
                part("memory module", Part.Group.HARDWARE, new Exponential(1_753_200), 1, Optional.empty(), 2),
                part("system", Part.Group.SOFTWARE, new Exponential(4_000), 1, Optional.empty(), 0.5),
                part(
                        "disk space",
                        Part.Group.STORAGE,
                        new Exponential(2_000),
                        1,
                        climbing(new Uniform(24, 168), Metrics.FILESYSTEM_UTILIZATION.name()),
                        0.5),
                part(
                        "memory leak",
                        Part.Group.MEMORY,
                        new Exponential(4_000),
                        1,
                        climbing(new Uniform(6, 48), Metrics.MEMORY_UTILIZATION.name()),
                        0.3));
    }

    private static Optional<Warning> seen(Law length, double afterHours, double sensitivity) {
        return Optional.of(new Warning(length, new Sign.Delay(new Exponential(afterHours), sensitivity)));
    }

    private static Optional<Warning> climbing(Law length, String metric) {
        return Optional.of(new Warning(length, new Sign.Ramp(metric, 0.55, 1)));
    }

    private static Part part(
            String name, Part.Group group, Law life, double stress, Optional<Warning> warning, double workHours) {
        boolean hardware = workHours > 1;
        return new Part(
                name,
                group,
                life,
                Part.Renewal.AS_NEW,
                Part.Overlap.ONE_AT_A_TIME,
                stress,
                warning,
                new Repair(
                        new Lognormal(Math.log(workHours) - 0.5, 1),
                        new Fixed(workHours / 2),
                        hardware ? Repair.Place.ON_SITE : Repair.Place.REMOTE,
                        hardware ? 25_000 : 0,
                        hardware ? 25_000 : 0),
                Optional.empty());
    }
}
