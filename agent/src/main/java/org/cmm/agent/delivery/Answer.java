package org.cmm.agent.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cmm.protocol.DrillOrder;
import org.cmm.protocol.Refusal;

/** What a server's answer to a batch means for the spool. */
sealed interface Answer {
    /**
     * The rows are on the server's disk, but for those it will never take.
     *
     * @param drill what the server would have this machine practise
     */
    record Delivered(List<Refusal> refused, boolean newEpoch, Optional<DrillOrder> drill) implements Answer {
        public Delivered {
            refused = List.copyOf(refused);
        }
    }

    /** The layout must be announced again. */
    record UnknownLayout() implements Answer {}

    /** The batch as a whole will never be taken; perhaps a part of it will. */
    record Unacceptable(String why) implements Answer {}

    /** This machine's secret is not valid any more. */
    record Revoked() implements Answer {}

    /**
     * Nothing came of it this time.
     *
     * @param after when the server named a time
     */
    record Later(Optional<Duration> after, String why) implements Answer {}
}
