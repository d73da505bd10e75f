package org.cmm.protocol;

import java.util.List;

/**
 * Rows of one layout and one clock, as they are about to be sent.
 *
 * @param layout the number the server gave the layout, not negative
 * @param epoch names one stretch of the agent's clock: random, 0 to 2^48 - 1
 * @param nowMillis what that clock shows at the moment of sending, so the server can measure how far it is off
 * @param rows at most 10,000, normally in the order of time
 */
public record SampleBatch(int layout, long epoch, long nowMillis, List<SampleRow> rows) {
    /** The most rows one batch may hold. */
    public static final int MAX_ROWS = 10_000;

    /** The largest epoch, 2^48 - 1. */
    public static final long MAX_EPOCH = (1L << 48) - 1;

    public SampleBatch {
        rows = List.copyOf(rows);
        if (layout < 0 || epoch < 0 || epoch > MAX_EPOCH) {
            throw new IllegalArgumentException("layout %d or epoch %d is out of range".formatted(layout, epoch));
        }
        if (rows.size() > MAX_ROWS) {
            throw new IllegalArgumentException(
                    "a batch has at most %d rows, this one has %d".formatted(MAX_ROWS, rows.size()));
        }
    }
}
