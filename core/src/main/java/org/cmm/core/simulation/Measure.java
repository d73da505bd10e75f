package org.cmm.core.simulation;

import java.util.List;
import org.cmm.core.scenario.Scenario;

/** What people compare policies by: sums over all machines of a run, for each machine and year or whatever suits. */
public enum Measure {
    /** Share of the time in which a machine is up, mains counted. */
    AVAILABILITY(For.MACHINE_HOUR, Sum.UP_HOURS),
    /** Hours of a machine and year in which it is not up, for whatever reason. */
    DOWNTIME(
            For.MACHINE_YEAR,
            Sum.POWER_HOURS,
            Sum.PLANNED_HOURS,
            Sum.UNNEEDED_HOURS,
            Sum.HARDWARE_HOURS,
            Sum.STORAGE_HOURS,
            Sum.SOFTWARE_HOURS,
            Sum.MEMORY_HOURS,
            Sum.HEAT_HOURS,
            Sum.BATTERY_HOURS,
            Sum.NETWORK_HOURS,
            Sum.OTHER_HOURS),
    /** The same by what it is lost to. */
    POWER_DOWNTIME(For.MACHINE_YEAR, Sum.POWER_HOURS),
    PLANNED_DOWNTIME(For.MACHINE_YEAR, Sum.PLANNED_HOURS),
    UNNEEDED_DOWNTIME(For.MACHINE_YEAR, Sum.UNNEEDED_HOURS),
    HARDWARE_DOWNTIME(For.MACHINE_YEAR, Sum.HARDWARE_HOURS),
    STORAGE_DOWNTIME(For.MACHINE_YEAR, Sum.STORAGE_HOURS),
    SOFTWARE_DOWNTIME(For.MACHINE_YEAR, Sum.SOFTWARE_HOURS),
    MEMORY_DOWNTIME(For.MACHINE_YEAR, Sum.MEMORY_HOURS),
    HEAT_DOWNTIME(For.MACHINE_YEAR, Sum.HEAT_HOURS),
    BATTERY_DOWNTIME(For.MACHINE_YEAR, Sum.BATTERY_HOURS),
    NETWORK_DOWNTIME(For.MACHINE_YEAR, Sum.NETWORK_HOURS),
    OTHER_DOWNTIME(For.MACHINE_YEAR, Sum.OTHER_HOURS),
    /** A machine's in a year. */
    FAILURES(For.MACHINE_YEAR, Sum.FAILURES),
    PREVENTED(For.MACHINE_YEAR, Sum.PREVENTED),
    /** Share of the faults that were over which never became failures. */
    PREVENTED_SHARE(For.FAULT_OVER, Sum.PREVENTED),
    RENEWALS(For.MACHINE_YEAR, Sum.RENEWALS),
    /** Of a machine and week, false ones counted. */
    ALERTS(For.MACHINE_WEEK, Sum.ALERTS, Sum.FALSE_ALERTS),
    FALSE_ALERTS(For.MACHINE_WEEK, Sum.FALSE_ALERTS),
    FALSE_SHARE(For.ALERT, Sum.FALSE_ALERTS),
    /** Mean hours from an alert until the fault would have failed. */
    WARNING(For.WARNING, Sum.WARNING_HOURS),
    /** Mean hours from a failure until somebody knew. */
    TIME_TO_NOTICE(For.NOTICED, Sum.NOTICING_HOURS),
    /** Mean hours from a failure until it was mended. */
    TIME_TO_REPAIR(For.MENDED, Sum.MENDING_HOURS),
    /** Of all technicians in a year, travel counted. */
    WORK_HOURS(For.YEAR, Sum.TECHNICIAN_HOURS),
    VISITS(For.YEAR, Sum.VISITS),
    SPARES(For.YEAR, Sum.SPARES),
    /** XAF in a year, all machines together. */
    COST(For.YEAR, Sum.PARTS_XAF, Sum.WORK_XAF, Sum.DOWNTIME_XAF, Sum.POLICY_XAF),
    PARTS_COST(For.YEAR, Sum.PARTS_XAF),
    WORK_COST(For.YEAR, Sum.WORK_XAF),
    DOWNTIME_COST(For.YEAR, Sum.DOWNTIME_XAF),
    POLICY_COST(For.YEAR, Sum.POLICY_XAF);

    /** What {@link #DOWNTIME} is made of, in the order in which reports list it. */
    public static final List<Measure> CAUSES = List.of(
            POWER_DOWNTIME,
            PLANNED_DOWNTIME,
            UNNEEDED_DOWNTIME,
            HARDWARE_DOWNTIME,
            STORAGE_DOWNTIME,
            SOFTWARE_DOWNTIME,
            MEMORY_DOWNTIME,
            HEAT_DOWNTIME,
            BATTERY_DOWNTIME,
            NETWORK_DOWNTIME,
            OTHER_DOWNTIME);

    private static final double YEAR_HOURS = 365.25 * 24;
    private static final double WEEK_HOURS = 7 * 24;

    /** What sums are divided by. */
    enum For {
        MACHINE_HOUR,
        MACHINE_WEEK,
        MACHINE_YEAR,
        YEAR,
        FAULT_OVER,
        ALERT,
        WARNING,
        NOTICED,
        MENDED
    }

    private final For unit;
    private final List<Sum> sums;

    Measure(For unit, Sum... sums) {
        this.unit = unit;
        this.sums = List.of(sums);
    }

    /** Whether it is divided by chance, such as by the number of failures, and not by time that is the same always. */
    public boolean isRatio() {
        return switch (unit) {
            case MACHINE_HOUR, MACHINE_WEEK, MACHINE_YEAR, YEAR -> false;
            case FAULT_OVER, ALERT, WARNING, NOTICED, MENDED -> true;
        };
    }

    double over(Totals totals) {
        return sums.stream().mapToDouble(totals::of).sum();
    }

    double under(Totals totals, Scenario scenario) {
        return switch (unit) {
            case MACHINE_HOUR -> totals.of(Sum.MACHINE_HOURS);
            case MACHINE_WEEK -> totals.of(Sum.MACHINE_HOURS) / WEEK_HOURS;
            case MACHINE_YEAR -> totals.of(Sum.MACHINE_HOURS) / YEAR_HOURS;
            case YEAR -> Hours.of(scenario.length()) / YEAR_HOURS;
            case FAULT_OVER -> totals.of(Sum.PREVENTED) + totals.of(Sum.FAILURES);
            case ALERT -> totals.of(Sum.ALERTS) + totals.of(Sum.FALSE_ALERTS);
            case WARNING -> totals.of(Sum.WARNINGS);
            case NOTICED -> totals.of(Sum.NOTICED);
            case MENDED -> totals.of(Sum.MENDED);
        };
    }
}
