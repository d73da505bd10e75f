package org.cmm.core.simulation;

import org.cmm.core.scenario.Crew;

/** Keeps a run's ledger: what each thing that happens adds to which sums. Not thread-safe. */
final class Books {

    private final Ledger ledger = new Ledger();
    private final Crew crew;
    private final double policyXafPerHour;

    /** @param policyXafPerHour what the policy costs for each machine by itself */
    Books(Crew crew, double policyXafPerHour) {
        this.crew = crew;
        this.policyXafPerHour = policyXafPerHour;
    }

    Ledger ledger() {
        return ledger;
    }

    /** A stretch of a machine's time in which its state was the same. */
    void spent(Machine machine, double from, double to) {
        double hours = to - from;
        ledger.add(Sum.MACHINE_HOURS, hours);
        ledger.add(Sum.POLICY_XAF, hours * policyXafPerHour);
        if (machine.isRunning()) {
            double powered = machine.site().powered(from, to);
            ledger.add(Sum.UP_HOURS, powered);
            lost(machine, Sum.POWER_HOURS, hours - powered);
        } else {
            lost(machine, machine.lostTo(), hours);
        }
    }

    private void lost(Machine machine, Sum to, double hours) {
        boolean planned = to == Sum.PLANNED_HOURS;
        ledger.add(to, hours);
        ledger.add(
                Sum.DOWNTIME_XAF,
                hours
                        * (planned
                                ? machine.kind().plannedXafPerHour()
                                : machine.kind().downXafPerHour()));
    }

    void bought(double xaf) {
        ledger.add(Sum.PARTS_XAF, xaf);
    }

    void visited() {
        ledger.count(Sum.VISITS);
        ledger.add(Sum.WORK_XAF, crew.xafPerVisit());
    }

    void worked(double hours) {
        ledger.add(Sum.TECHNICIAN_HOURS, hours);
        ledger.add(Sum.WORK_XAF, hours * crew.xafPerHour());
    }

    void tookSpare() {
        ledger.count(Sum.SPARES);
    }
}
