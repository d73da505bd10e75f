package org.cmm.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch, when there is something to say; otherwise the server answers 204 with no body.
 *
 * @param accepted how many rows are on disk
 * @param refused the rows that will never be accepted
 * @param newEpoch the agent should begin a new stretch of its clock
 * @param drill what the machine should practise, until its agent has said that it has begun or will not
 */
public record SamplesReply(
        int accepted,
        List<Refusal> refused,
        boolean newEpoch,
        @Nullable DrillOrder drill) {
    public SamplesReply {
        refused = List.copyOf(refused);
    }
}
