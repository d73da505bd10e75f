package org.cmm.core.simulation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.cmm.core.scenario.Repair;
import org.cmm.core.scenario.Reporting;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.SiteKind;
import org.cmm.core.scenario.Stock;
import org.cmm.core.scenario.Warning;
import org.cmm.core.scenario.WorkingHours;

/** Small worlds for tests: machines of one part, on one site, unless something is changed. Hours and XAF. */
record Worlds(
        int machines,
        double warmUp,
        double length,
        Part part,
        Cuts power,
        Cuts link,
        Crew crew,
        Reporting reporting,
        FalseAlarms falseAlarms,
        List<Policy> policies) {

    /** A Monday. */
    static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 0, 0);

    static Worlds of(Part part, Policy... policies) {
        return new Worlds(
                1,
                0,
                8766,
                part,
                Cuts.NONE,
                Cuts.NONE,
                Crew.IDEAL,
                Reporting.AT_ONCE,
                FalseAlarms.NONE,
                List.of(policies));
    }

    static Part part(Law life, double corrective, double planned) {
        return part(life, new Fixed(corrective), new Fixed(planned));
    }

    static Part part(Law life, Law corrective, Law planned) {
        return new Part(
                "part",
                Part.Group.HARDWARE,
                life,
                Part.Renewal.AS_NEW,
                Part.Overlap.ONE_AT_A_TIME,
                1,
                Optional.empty(),
                new Repair(corrective, planned, Repair.Place.REMOTE, 0, 0),
                Optional.empty());
    }

    static Part warned(Part part, Law length, Sign sign) {
        Optional<Warning> warning = Optional.of(new Warning(length, sign));
        return with(part, part.stress(), warning, part.repair(), part.stock());
    }

    static Part named(Part part, String name) {
        return new Part(
                name,
                part.group(),
                part.life(),
                part.renewal(),
                part.overlap(),
                part.stress(),
                part.warning(),
                part.repair(),
                part.stock());
    }

    static Part stressed(Part part, double stress) {
        return with(part, stress, part.warning(), part.repair(), part.stock());
    }

    static Part stocked(Part part, Stock stock) {
        return with(part, part.stress(), part.warning(), part.repair(), Optional.of(stock));
    }

    static Part costing(Part part, double corrective, double planned) {
        Repair repair = part.repair();
        Repair costly = new Repair(repair.corrective(), repair.planned(), repair.place(), corrective, planned);
        return with(part, part.stress(), part.warning(), costly, part.stock());
    }

    private static Part with(
            Part part, double stress, Optional<Warning> warning, Repair repair, Optional<Stock> stock) {
        return new Part(
                part.name(), part.group(), part.life(), part.renewal(), part.overlap(), stress, warning, repair, stock);
    }

    static Policy users(Care care) {
        return new Policy("users", Noticing.USERS, care, Map.of(), 0);
    }

    /** Another of the same world. */
    static Policy users2(Care care) {
        return new Policy("users too", Noticing.USERS, care, Map.of(), 0);
    }

    static Policy monitored(Care care) {
        return new Policy("monitored", Noticing.MONITORING, care, Map.of(), 0);
    }

    static Duration hours(double hours) {
        return Duration.ofMillis(Math.round(hours * 3.6e6));
    }

    Worlds machines(int count) {
        return new Worlds(count, warmUp, length, part, power, link, crew, reporting, falseAlarms, policies);
    }

    Worlds lasting(double warmUpHours, double hours) {
        return new Worlds(machines, warmUpHours, hours, part, power, link, crew, reporting, falseAlarms, policies);
    }

    Worlds powered(Cuts cuts) {
        return new Worlds(machines, warmUp, length, part, cuts, link, crew, reporting, falseAlarms, policies);
    }

    Worlds linked(Cuts cuts) {
        return new Worlds(machines, warmUp, length, part, power, cuts, crew, reporting, falseAlarms, policies);
    }

    Worlds mendedBy(Crew people) {
        return new Worlds(machines, warmUp, length, part, power, link, people, reporting, falseAlarms, policies);
    }

    Worlds mendedBy(int technicians, WorkingHours hours) {
        return mendedBy(new Crew(OptionalInt.of(technicians), hours, new Fixed(0), 0, 0));
    }

    Worlds reported(Reporting how) {
        return new Worlds(machines, warmUp, length, part, power, link, crew, how, falseAlarms, policies);
    }

    Worlds alarmed(FalseAlarms alarms) {
        return new Worlds(machines, warmUp, length, part, power, link, crew, reporting, alarms, policies);
    }

    Scenario scenario() {
        return scenario(List.of(part));
    }

    /** The same of machines of several parts. */
    Scenario scenario(List<Part> parts) {
        Monitoring defaults = Monitoring.DEFAULTS;
        return new Scenario(
                "test",
                START,
                hours(warmUp),
                hours(length),
                List.of(new SiteKind("site", 1, List.of(new SiteKind.Stand("pc", machines)), power, link)),
                List.of(new MachineKind("pc", parts, 0, 0)),
                crew,
                reporting,
                new Monitoring(
                        defaults.sampling(),
                        defaults.delivery(),
                        defaults.silentAfter(),
                        defaults.rules(),
                        falseAlarms,
                        defaults.load()),
                policies);
    }

    /** What the first policy came to. */
    Totals run(long seed) {
        return new Experiment(scenario(), seed).replication(0).policies().getFirst();
    }
}
