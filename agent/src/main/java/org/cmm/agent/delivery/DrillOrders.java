package org.cmm.agent.delivery;

import org.cmm.protocol.DrillOrder;

/** Who carries out drills. */
public interface DrillOrders {
    /**
     * An order came with the answer to a batch; perhaps one that came before. Must be quick: what it notes about the
     * order goes out next.
     *
     * @param secret of this machine, by which to ask whether the order is still in force
     */
    void ordered(DrillOrder order, String secret);
}
