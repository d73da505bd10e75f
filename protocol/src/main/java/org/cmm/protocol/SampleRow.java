package org.cmm.protocol;

import java.util.Arrays;

/**
 * One reading of every series of a layout at one time.
 *
 * @param atMillis milliseconds since 1970 by the clock of the batch's epoch, within ±2^53
 * @param values one value a column, {@code NaN} where nothing could be read; not copied, so never change it afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see below; a list would box every value
public record SampleRow(long atMillis, double[] values) {
    @Override
    public boolean equals(Object other) {
        return other instanceof SampleRow row && row.atMillis == atMillis && Arrays.equals(row.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(atMillis) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "SampleRow[" + atMillis + " " + Arrays.toString(values) + "]";
    }
}
