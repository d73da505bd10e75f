package org.cmm.agent.spool;

import java.util.List;

/**
 * Consecutive rows of one layout and one epoch.
 *
 * @param first the number of the first row, counted over the life of the spool
 */
public record SpooledBatch(long first, List<SpooledRow> rows) {
    public SpooledBatch {
        rows = List.copyOf(rows);
    }

    long end() {
        return first + rows.size();
    }
}
