package org.cmm.core.verification;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Crew;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.FalseAlarms;
import org.cmm.core.scenario.MachineKind;
import org.cmm.core.scenario.Monitoring;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Policy.Noticing;
import org.cmm.core.scenario.Reporting;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.SiteKind;
import org.cmm.core.scenario.WorkingHours;

/** A world as formulas see it: machines of one part, one policy, and nothing else. Hours. Immutable. */
final class Setup {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 0, 0);

    private final Part part;
    private final Policy policy;
    private int machines = 1;
    private int sites = 1;
    private double warmUp;
    private double length;
    private Cuts power = Cuts.NONE;
    private Crew crew = Crew.IDEAL;
    private Reporting reporting = Reporting.AT_ONCE;
    private FalseAlarms falseAlarms = FalseAlarms.NONE;

    private Setup(Part part, Noticing noticing, Care care) {
        this.part = part;
        this.policy = new Policy("policy", noticing, care, Map.of(), 0);
    }

    private Setup(Setup other) {
        part = other.part;
        policy = other.policy;
        machines = other.machines;
        sites = other.sites;
        warmUp = other.warmUp;
        length = other.length;
        power = other.power;
        crew = other.crew;
        reporting = other.reporting;
        falseAlarms = other.falseAlarms;
    }

    /** Failures are known at once. */
    static Setup unwatched(Part part, Care care) {
        return new Setup(part, Noticing.USERS, care);
    }

    static Setup watched(Part part, Care care) {
        return new Setup(part, Noticing.MONITORING, care);
    }

    Setup machines(int count) {
        Setup setup = new Setup(this);
        setup.machines = count;
        return setup;
    }

    /** So many, each with its machines. */
    Setup sites(int count, Cuts cuts) {
        Setup setup = new Setup(this);
        setup.sites = count;
        setup.power = cuts;
        return setup;
    }

    /** Hours, of which the first count for nothing. */
    Setup lasting(double warmUpHours, double hours) {
        Setup setup = new Setup(this);
        setup.warmUp = warmUpHours;
        setup.length = hours;
        return setup;
    }

    Setup mendedBy(int technicians) {
        Setup setup = new Setup(this);
        setup.crew = new Crew(OptionalInt.of(technicians), WorkingHours.ALWAYS, new Fixed(0), 0, 0);
        return setup;
    }

    Setup reportedAfter(Law delay) {
        Setup setup = new Setup(this);
        setup.reporting = new Reporting(delay, WorkingHours.ALWAYS);
        return setup;
    }

    Setup alarmed(FalseAlarms alarms) {
        Setup setup = new Setup(this);
        setup.falseAlarms = alarms;
        return setup;
    }

    static Duration hours(double hours) {
        return Duration.ofMillis(Math.round(hours * 3.6e6));
    }

    Scenario scenario() {
        Monitoring defaults = Monitoring.DEFAULTS;
        return new Scenario(
                "verification",
                START,
                hours(warmUp),
                hours(length),
                List.of(new SiteKind(
                        "site", sites, List.of(new SiteKind.Stand("machine", machines)), power, Cuts.NONE)),
                List.of(new MachineKind("machine", List.of(part), 0, 0)),
                crew,
                reporting,
                new Monitoring(
                        defaults.sampling(),
                        defaults.delivery(),
                        defaults.silentAfter(),
                        defaults.rules(),
                        falseAlarms,
                        defaults.load()),
                List.of(policy));
    }
}
