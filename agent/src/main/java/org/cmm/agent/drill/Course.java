package org.cmm.agent.drill;

import java.time.Duration;
import java.util.Optional;
import org.cmm.agent.settings.DrillLimits;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.DrillOrder;
import org.cmm.protocol.DrillReason;

/**
 * A drill that has begun, and when it ends.
 *
 * @param startedMillis by a clock that nobody can set and that goes on while the machine sleeps
 */
record Course(DrillOrder order, DrillLimits limits, long startedMillis) {
    /** So long a drill goes on without the server's word; a restart of the server takes less. */
    static final Duration WITHOUT_WORD = Duration.ofSeconds(30);

    static final double SPOOL_FULL = 0.9;

    /**
     * What is known at one moment.
     *
     * @param nowMillis by the clock of {@code startedMillis}
     * @param takenBack whether the server said that the order is not in force any more
     * @param heardMillis when it last said that it is
     * @param freeMemory bytes
     * @param freeDisk bytes, where the agent keeps its data
     * @param spoolShare of its limit that the spool takes, 0 to 1
     */
    record Signs(
            long nowMillis, boolean takenBack, long heardMillis, long freeMemory, long freeDisk, double spoolShare) {}

    /** Why it ends now, if it does. */
    Optional<DrillReason> end(Signs signs) {
        if (signs.takenBack()) {
            return Optional.of(DrillReason.ABORTED);
        }
        if (leftMillis(signs.nowMillis()) <= 0) {
            return Optional.of(DrillReason.DONE);
        }
        if (order.kind() != DrillFault.DOWNTIME && signs.nowMillis() - signs.heardMillis() >= WITHOUT_WORD.toMillis()) {
            return Optional.of(DrillReason.LINK_LOST);
        }
        if (signs.freeMemory() < limits.freeMemory()) {
            return Optional.of(DrillReason.MEMORY_SHORT);
        }
        if (signs.freeDisk() < limits.freeDisk()) {
            return Optional.of(DrillReason.DISK_SHORT);
        }
        return signs.spoolShare() > SPOOL_FULL ? Optional.of(DrillReason.SPOOL_SHORT) : Optional.empty();
    }

    /** How long it still lasts, whatever was ordered no longer than the configuration allows. */
    long leftMillis(long nowMillis) {
        Duration ordered = Duration.ofSeconds(order.seconds());
        Duration length = ordered.compareTo(limits.longest()) < 0 ? ordered : limits.longest();
        return startedMillis + length.toMillis() - nowMillis;
    }
}
