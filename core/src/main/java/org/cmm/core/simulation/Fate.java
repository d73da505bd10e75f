package org.cmm.core.simulation;

import org.cmm.core.random.RandomStream;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Repair;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.Warning;

/**
 * What chance has to say about one fault: uniform random numbers, of which laws make hours when they are needed. As
 * many are drawn for each fault, in one order, so that the same fault meets the same chance under every policy.
 */
record Fate(
        double warning, double seen, double delay, double corrective, double planned, double report, double travel) {

    static Fate drawn(RandomStream stream) {
        return new Fate(
                stream.next(),
                stream.next(),
                stream.next(),
                stream.next(),
                stream.next(),
                stream.next(),
                stream.next());
    }

    /** From when it can be seen until it fails. */
    double warningHours(Part part) {
        return part.warning()
                .map(Warning::length)
                .map(law -> law.quantile(warning))
                .orElse(0.0);
    }

    /** From when it can be seen until it is; infinite if it never is. */
    double delayHours(Sign.Delay sign) {
        return seen < sign.sensitivity() ? sign.after().quantile(delay) : Double.POSITIVE_INFINITY;
    }

    double correctiveHours(Repair repair) {
        return repair.corrective().quantile(corrective);
    }

    double plannedHours(Repair repair) {
        return repair.planned().quantile(planned);
    }
}
