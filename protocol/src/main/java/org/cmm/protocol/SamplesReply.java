package org.cmm.protocol;

import java.util.List;

/**
 * What became of a batch, when there is something to say; otherwise the server answers 204 with no body.
 *
 * @param accepted how many rows are on disk
 * @param refused the rows that will never be accepted
 * @param newEpoch the agent should begin a new stretch of its clock
 */
public record SamplesReply(int accepted, List<Refusal> refused, boolean newEpoch) {
    public SamplesReply {
        refused = List.copyOf(refused);
    }
}
