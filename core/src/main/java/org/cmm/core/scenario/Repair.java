package org.cmm.core.scenario;

import org.cmm.core.random.Law;

/**
 * What it takes to mend a part.
 *
 * @param corrective hours of work on a failure, the machine being down all the time
 * @param planned hours of work before it fails, the machine being down only while it is worked on
 * @param place whether somebody must travel
 * @param correctiveXaf what a failure costs in parts and money besides time
 * @param plannedXaf the same of a renewal before the failure
 */
public record Repair(Law corrective, Law planned, Place place, double correctiveXaf, double plannedXaf) {

    public enum Place {
        ON_SITE,
        REMOTE
    }

    public Repair {
        Check.amount("repair", "cost of a failure", correctiveXaf);
        Check.amount("repair", "cost of planned work", plannedXaf);
        Check.that(corrective.mean() < Double.POSITIVE_INFINITY, "repair", "corrective work must end");
        Check.that(planned.mean() < Double.POSITIVE_INFINITY, "repair", "planned work must end");
    }
}
