package org.cmm.server.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.MachineKind;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.SiteKind;
import org.cmm.core.simulation.Fidelity;

/**
 * How much work an experiment is, before it is begun: faults, planned work and looks that will happen, roughly. Nobody
 * may keep the server busy for hours, or with one replication that cannot be stopped for minutes.
 */
record ExperimentSize(double happenings, double ofReplication) {

    /** Some minutes on one processor. */
    private static final double MOST_OF_REPLICATION = 3e7;

    /** Some hours on one processor. */
    private static final double MOST = 3e9;

    /** A sample is so much less work than a fault. */
    private static final double SAMPLES_OF_A_FAULT = 20;

    private static final double WEEK_HOURS = 168;

    static ExperimentSize of(ExperimentFile file) {
        Scenario scenario = file.scenario();
        double hours = hours(scenario.warmUp().plus(scenario.length()));
        double inHour = 0;
        for (SiteKind site : scenario.sites()) {
            double cuts = 1 / site.power().between().mean()
                    + 1 / site.link().between().mean();
            inHour += site.count() * cuts * scenario.policies().size();
            for (SiteKind.Stand stand : site.machines()) {
                double machines = (double) site.count() * stand.count();
                inHour += machines * inMachineHour(scenario.machine(stand.kind()), scenario);
            }
        }
        if (file.fidelity() == Fidelity.SAMPLES) {
            inHour += samplesInHour(scenario) / SAMPLES_OF_A_FAULT;
        }
        double one = hours * inHour
                + scenario.machineCount() * (double) scenario.policies().size();
        return new ExperimentSize(one * file.replications(), one);
    }

    private static double inMachineHour(MachineKind kind, Scenario scenario) {
        double sum = 0;
        for (Policy policy : scenario.policies()) {
            if (policy.noticing() == Policy.Noticing.MONITORING) {
                sum += scenario.monitoring().falseAlarms().perMachineWeek() / WEEK_HOURS;
            }
            for (Part part : kind.parts()) {
                sum += 1 / part.life().mean() + planned(policy.of(part));
            }
        }
        return sum;
    }

    private static double samplesInHour(Scenario scenario) {
        long watching = scenario.policies().stream()
                .filter(policy -> policy.noticing() == Policy.Noticing.MONITORING)
                .count();
        return watching * scenario.machineCount() / hours(scenario.monitoring().sampling());
    }

    private static double planned(Care care) {
        return switch (care) {
            case Care.RunToFailure _, Care.OnCondition _ -> 0;
            case Care.ByAge(Duration age) -> 1 / hours(age);
            case Care.Periodic(Care.When.Every(Duration time), var _) -> 1 / hours(time);
            case Care.Periodic(Care.When.OnDates(List<?> days), var _) -> days.size() / 8760.0;
        };
    }

    private static double hours(Duration time) {
        return time.toMillis() / 3.6e6;
    }

    /** Of what is allowed. */
    double share() {
        return Math.max(happenings / MOST, ofReplication / MOST_OF_REPLICATION);
    }

    /** The share of what is allowed, when that is above 1. */
    Optional<Double> timesTooLarge() {
        double times = share();
        return times > 1 || Double.isNaN(times) ? Optional.of(times) : Optional.empty();
    }
}
