package org.cmm.agent.spool;

import org.cmm.agent.clock.Anchor;
import org.cmm.protocol.Layout;
import org.cmm.protocol.SampleRow;

/** One row with all that is needed to send it: what its columns are, and the clock that its time belongs to. */
public record SpooledRow(Layout layout, Anchor anchor, SampleRow row) {
    boolean sameBatch(SpooledRow other) {
        return anchor.equals(other.anchor) && layout.equals(other.layout);
    }
}
