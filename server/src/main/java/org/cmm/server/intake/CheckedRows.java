package org.cmm.server.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cmm.protocol.Refusal;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredLayout;

/** Rows that may be stored, and why the others may not. */
record CheckedRows(SampleRows good, List<Refusal> refused) {

    /**
     * Parts the good from the bad.
     *
     * @param at times in milliseconds since 1970, corrected already
     * @param values row after row; the arrays are kept when every row is good
     */
    static CheckedRows of(int server, StoredLayout layout, long[] at, double[] values, long nowMillis) {
        RowCheck check = new RowCheck(layout, nowMillis);
        int columns = layout.columns();
        List<Refusal> refused = new ArrayList<>(0);
        int kept = 0;
        for (int row = 0; row < at.length; row++) {
            var fault = check.fault(at[row], values, row * columns);
            if (fault.isPresent()) {
                refused.add(new Refusal(row, fault.get()));
                continue;
            }
            if (kept < row) {
                at[kept] = at[row];
                System.arraycopy(values, row * columns, values, kept * columns, columns);
            }
            kept++;
        }
        SampleRows good = kept == at.length
                ? new SampleRows(server, layout, at, values)
                : new SampleRows(server, layout, Arrays.copyOf(at, kept), Arrays.copyOf(values, kept * columns));
        return new CheckedRows(good, refused);
    }
}
