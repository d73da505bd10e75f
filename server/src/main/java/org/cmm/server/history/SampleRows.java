package org.cmm.server.history;

/**
 * Rows of one server and one layout, on their way to disk.
 *
 * @param server the server's number
 * @param layout what the columns hold
 * @param at time of each row in milliseconds since 1970, corrected for the machine's clock; any order
 * @param values row after row, one value per series of the layout; {@code NaN} is absent
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays keep the hot path free of garbage; nobody compares these
public record SampleRows(int server, StoredLayout layout, long[] at, double[] values) {

    public SampleRows {
        if (values.length != at.length * layout.columns()) {
            throw new IllegalArgumentException("%d rows of %d columns need %d values, there are %d"
                    .formatted(at.length, layout.columns(), at.length * layout.columns(), values.length));
        }
    }

    public int count() {
        return at.length;
    }

    /** Whether each row is newer than the one before and the first is newer than {@code time}. */
    boolean allNewerThan(long time) {
        long last = time;
        for (long next : at) {
            if (next <= last) {
                return false;
            }
            last = next;
        }
        return true;
    }

    long newest() {
        long newest = Long.MIN_VALUE;
        for (long time : at) {
            newest = Math.max(newest, time);
        }
        return newest;
    }
}
