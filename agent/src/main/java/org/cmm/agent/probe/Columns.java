package org.cmm.agent.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutSeries;
import org.cmm.protocol.SampleRow;

/**
 * The columns of this run. They only ever grow: a series that goes away leaves its column empty, so that a device which
 * comes and goes does not make a new layout each time. Beyond {@link Layout#MAX_SERIES} new series are left out.
 */
public final class Columns {
    private final List<LayoutSeries> series = new ArrayList<>();

    /** A row of all columns; new series get new ones. */
    public SampleRow row(long atMillis, List<Measurement> measurements) {
        for (Measurement measurement : measurements) {
            if (!series.contains(measurement.series()) && series.size() < Layout.MAX_SERIES) {
                series.add(measurement.series());
            }
        }
        Map<LayoutSeries, Double> values = measurements.stream()
                .collect(Collectors.toMap(Measurement::series, Measurement::value, (first, second) -> first));
        var row = new double[series.size()];
        Arrays.setAll(row, column -> values.getOrDefault(series.get(column), Double.NaN));
        return new SampleRow(atMillis, row);
    }

    /** What the columns of the latest row are. */
    public Layout layout() {
        return new Layout(series);
    }
}
