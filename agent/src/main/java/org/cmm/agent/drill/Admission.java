package org.cmm.agent.drill;

import java.util.Optional;
import org.cmm.agent.settings.DrillLimits;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.DrillOrder;
import org.cmm.protocol.DrillReason;

/** Whether a drill may begin: this machine's configuration decides, and then what it has left. */
record Admission(DrillLimits limits) {

    /** Why not, if not. */
    Optional<DrillReason> refusal(DrillOrder order, Resources now) {
        return configured(order).or(() -> room(order, now));
    }

    private Optional<DrillReason> configured(DrillOrder order) {
        if (!limits.faults().contains(order.kind())) {
            return Optional.of(DrillReason.NOT_ALLOWED);
        }
        if (order.seconds() < 1
                || order.seconds() > Math.min(limits.longest().toSeconds(), DrillLimits.LONGEST.toSeconds())) {
            return Optional.of(DrillReason.TOO_LONG);
        }
        boolean strong = order.kind() != DrillFault.DOWNTIME
                && (order.percent() < 1 || order.percent() > Math.min(limits.percent(), 100));
        return strong ? Optional.of(DrillReason.TOO_STRONG) : Optional.empty();
    }

    private Optional<DrillReason> room(DrillOrder order, Resources now) {
        if (now.freeMemory() < limits.freeMemory()) {
            return Optional.of(DrillReason.MEMORY_SHORT);
        }
        if (now.freeDisk() < limits.freeDisk()) {
            return Optional.of(DrillReason.DISK_SHORT);
        }
        return switch (order.kind()) {
            case CPU, DOWNTIME -> Optional.empty();
            case MEMORY -> memory(new Filling(order.percent(), limits.freeMemory()), now);
            case DISK -> disk(new Filling(order.percent(), limits.freeDisk()), now);
        };
    }

    private static Optional<DrillReason> memory(Filling filling, Resources now) {
        if (!filling.leavesEnough(now.memory())) {
            return Optional.of(DrillReason.MEMORY_SHORT);
        }
        long wanted = filling.wanted(now.memory(), 0);
        if (wanted == 0) {
            return Optional.of(DrillReason.NO_EFFECT);
        }
        return wanted > now.headroom() ? Optional.of(DrillReason.CONFINED) : Optional.empty();
    }

    private Optional<DrillReason> disk(Filling filling, Resources now) {
        if (!filling.leavesEnough(now.disk())) {
            return Optional.of(DrillReason.DISK_SHORT);
        }
        long wanted = filling.wanted(now.disk(), 0);
        if (wanted == 0) {
            return Optional.of(DrillReason.NO_EFFECT);
        }
        return wanted > limits.file() ? Optional.of(DrillReason.FILE_TOO_LARGE) : Optional.empty();
    }
}
