package org.cmm.protocol;

/**
 * A batch as the server reads it: flat arrays, so that ten thousand rows are three objects.
 *
 * @param layout the number the server gave the layout
 * @param epoch the stretch of the agent's clock that the times belong to
 * @param nowMillis what that clock showed when the batch was sent
 * @param columns how many values a row has
 * @param at the time of each row, milliseconds by the clock of the epoch
 * @param values row after row, {@code columns} each; {@code NaN} is absent
 */
@SuppressWarnings("ArrayRecordComponent") // the owner reads the arrays in tight loops; batches are never compared
public record DecodedBatch(int layout, long epoch, long nowMillis, int columns, long[] at, double[] values) {
    /** How many rows there are. */
    public int rows() {
        return at.length;
    }

    /** The value of a column in a row, {@code NaN} when absent. */
    public double value(int row, int column) {
        return values[row * columns + column];
    }
}
