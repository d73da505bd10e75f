package org.cmm.core.verification;

import java.util.Optional;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Part.Overlap;
import org.cmm.core.scenario.Part.Renewal;
import org.cmm.core.scenario.Repair;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.Warning;

/** Parts as formulas know them. */
final class Parts {

    private static final Law AT_ONCE = new Fixed(0);

    private Parts() {}

    /** It takes time to mend, and costs nothing. */
    static Part lasting(Law life, Law corrective, Law planned) {
        return part(life, Renewal.AS_NEW, Overlap.ONE_AT_A_TIME, Optional.empty(), repair(corrective, planned, 0, 0));
    }

    /** It is mended in no time, and that costs. */
    static Part costing(Law life, Renewal renewal, double corrective, double planned) {
        return part(
                life, renewal, Overlap.ONE_AT_A_TIME, Optional.empty(), repair(AT_ONCE, AT_ONCE, corrective, planned));
    }

    /** Its faults can be seen for some time before they are failures. */
    static Part warning(Law life, Warning warning, Law corrective, Law planned) {
        return part(
                life, Renewal.AS_NEW, Overlap.ONE_AT_A_TIME, Optional.of(warning), repair(corrective, planned, 0, 0));
    }

    /** Its faults come whether or not others are there, and only somebody who looks sees them. */
    static Part hiding(Law between, Law delay) {
        return part(
                between,
                Renewal.AS_NEW,
                Overlap.SEVERAL,
                Optional.of(new Warning(delay, new Sign.Hidden())),
                repair(AT_ONCE, AT_ONCE, 0, 0));
    }

    private static Repair repair(Law corrective, Law planned, double correctiveXaf, double plannedXaf) {
        return new Repair(corrective, planned, Repair.Place.REMOTE, correctiveXaf, plannedXaf);
    }

    private static Part part(Law life, Renewal renewal, Overlap overlap, Optional<Warning> warning, Repair repair) {
        return new Part("part", Part.Group.HARDWARE, life, renewal, overlap, 1, warning, repair, Optional.empty());
    }
}
