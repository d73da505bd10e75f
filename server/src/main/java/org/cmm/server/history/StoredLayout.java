package org.cmm.server.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.jspecify.annotations.Nullable;

/** A layout that has a number: which series each column of a row holds. Shared and never changed. */
public final class StoredLayout {

    private final int id;
    private final List<Series> series;
    private final int[] decimals;
    private final double[] lowest;
    private final double[] highest;
    private final Map<Series, Integer> columns = new HashMap<>();

    StoredLayout(int id, List<Series> series, int[] decimals) {
        this.id = id;
        this.series = List.copyOf(series);
        this.decimals = decimals.clone();
        this.lowest = new double[series.size()];
        this.highest = new double[series.size()];
        for (int column = 0; column < series.size(); column++) {
            Metric metric = Metrics.find(series.get(column).metric()).orElse(null);
            lowest[column] = metric == null ? -Double.MAX_VALUE : metric.lowest();
            highest[column] = metric == null ? Double.MAX_VALUE : metric.highest();
            columns.put(series.get(column), column);
        }
    }

    public int id() {
        return id;
    }

    public List<Series> series() {
        return series;
    }

    public int columns() {
        return series.size();
    }

    /** Decimals of each column on the wire; the array itself, not to be written to. */
    public int[] decimals() {
        return decimals;
    }

    /** The column that holds this series, or -1. */
    public int column(Series wanted) {
        return columns.getOrDefault(wanted, -1);
    }

    /** Whether the value may stand in the column; absent may always. */
    public boolean admits(int column, double value) {
        return Double.isNaN(value)
                || (value >= lowest[column] && value <= highest[column] && !Double.isInfinite(value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredLayout layout && layout.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
