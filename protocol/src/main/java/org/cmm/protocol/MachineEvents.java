package org.cmm.protocol;

import java.util.List;

/**
 * What an agent has to tell about its machine.
 *
 * @param epoch the stretch of the agent's clock that the times are given by, as in a {@link SampleBatch}
 * @param nowMillis what that clock shows at the moment of sending
 * @param events at most {@value #MOST} at a time
 */
public record MachineEvents(long epoch, long nowMillis, List<MachineEvent> events) {
    public static final int MOST = 200;

    public MachineEvents {
        events = List.copyOf(events);
    }
}
