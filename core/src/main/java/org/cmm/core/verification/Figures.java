package org.cmm.core.verification;

import java.util.function.ToDoubleFunction;
import org.cmm.core.simulation.Sum;
import org.cmm.core.simulation.Totals;
import org.cmm.core.verification.ClosedForm.Figure;

/** How sums become the numbers that formulas give. */
final class Figures {

    /** Of the small share rather than of the large one: half a percent of it proves much more. */
    static final Figure SHARE_DOWN =
            new Figure(totals -> totals.of(Sum.MACHINE_HOURS) - totals.of(Sum.UP_HOURS), of(Sum.MACHINE_HOURS));

    static final Figure SHARE_UP = new Figure(of(Sum.UP_HOURS), of(Sum.MACHINE_HOURS));
    static final Figure COST_RATE = new Figure(of(Sum.PARTS_XAF), of(Sum.MACHINE_HOURS));
    static final Figure FAILURE_RATE = new Figure(of(Sum.FAILURES), of(Sum.MACHINE_HOURS));
    static final Figure PREVENTED = new Figure(of(Sum.PREVENTED), of(Sum.FAULTS));
    static final Figure FAILING = new Figure(of(Sum.FAILURES), of(Sum.FAULTS));
    static final Figure HOURS_TO_NOTICE = new Figure(of(Sum.NOTICING_HOURS), of(Sum.NOTICED));

    /** Failed, and nobody works on it. */
    static final Figure SHARE_WAITING = new Figure(
            totals -> totals.of(Sum.HARDWARE_HOURS) - totals.of(Sum.TECHNICIAN_HOURS), of(Sum.MACHINE_HOURS));

    private Figures() {}

    /** The share that is up at the end. */
    static Figure upAtEnd(int machines) {
        return new Figure(of(Sum.UP_AT_END), totals -> machines);
    }

    private static ToDoubleFunction<Totals> of(Sum sum) {
        return totals -> totals.of(sum);
    }
}
