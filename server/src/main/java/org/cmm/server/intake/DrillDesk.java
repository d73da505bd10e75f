package org.cmm.server.intake;

import org.cmm.protocol.DrillOrder;
import org.jspecify.annotations.Nullable;

/** Which orders for drills agents are to be given, as whatever gives orders knows it. Answers from memory. */
public interface DrillDesk {

    /** The order that a server's agent has not answered yet; null when there is none. */
    @Nullable
    DrillOrder waiting(int server);

    /** The order that a server's agent should carry out or go on with; null when there is none. */
    @Nullable
    DrillOrder inForce(int server);
}
