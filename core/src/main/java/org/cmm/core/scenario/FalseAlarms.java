package org.cmm.core.scenario;

import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;

/**
 * Alerts that nothing is behind.
 *
 * @param perMachineWeek how many, on average
 * @param look hours that a technician spends on one
 * @param outageShare the share after which a machine is taken down for nothing
 * @param outage hours that it is down then
 */
public record FalseAlarms(double perMachineWeek, Law look, double outageShare, Law outage) {

    public static final FalseAlarms NONE = new FalseAlarms(0, new Fixed(0), 0, new Fixed(0));

    public FalseAlarms {
        Check.that(
                perMachineWeek >= 0 && perMachineWeek <= 1000,
                "false alarms",
                "must be 0 to 1000 a machine and week, were %s".formatted(perMachineWeek));
        Check.share("false alarms", "share with an outage", outageShare);
    }
}
