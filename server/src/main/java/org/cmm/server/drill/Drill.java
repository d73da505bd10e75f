package org.cmm.server.drill;

import java.time.Duration;
import org.cmm.core.drill.DrillLife;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.DrillOrder;

/**
 * A drill as it is kept.
 *
 * @param key names it for its agent
 * @param percent how strong; 0 for downtime
 * @param volume the mount point of the file system that a disk drill fills; empty for others
 * @param purpose in its author's words, possibly empty
 * @param takenBackBy who aborted it; empty when nobody did
 * @param outcome why it ended or was refused, in the protocol's words; empty before
 */
record Drill(
        int id,
        String key,
        int server,
        DrillFault fault,
        int percent,
        String volume,
        String purpose,
        String orderedBy,
        String takenBackBy,
        String outcome,
        DrillLife life) {

    DrillOrder order() {
        return DrillOrder.of(key, fault, (int) length().toSeconds(), percent);
    }

    Duration length() {
        return life.length();
    }
}
