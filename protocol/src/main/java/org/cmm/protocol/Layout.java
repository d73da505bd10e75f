package org.cmm.protocol;

import java.util.HashSet;
import java.util.List;

/**
 * Which series the columns of a batch are, in order. An agent announces a layout once and from then on names it by the
 * number the server gave it.
 *
 * @param series 1 to 256 columns, no two with the same metric and attributes
 */
public record Layout(List<LayoutSeries> series) {
    /** The most columns a layout may have. */
    public static final int MAX_SERIES = 256;

    public Layout {
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > MAX_SERIES) {
            throw new IllegalArgumentException(
                    "a layout has 1 to %d series, this one has %d".formatted(MAX_SERIES, series.size()));
        }
        rejectTwins(series);
    }

    /** How many columns a row has. */
    public int columns() {
        return series.size();
    }

    /** The decimals of each column, a new array at every call. */
    public int[] decimals() {
        return series.stream().mapToInt(LayoutSeries::decimals).toArray();
    }

    private static void rejectTwins(List<LayoutSeries> series) {
        var seen = new HashSet<List<Object>>();
        for (LayoutSeries one : series) {
            if (!seen.add(List.of(one.metric(), one.attributes()))) {
                throw new IllegalArgumentException(
                        "series '%s' %s appears twice in the layout".formatted(one.metric(), one.attributes()));
            }
        }
    }
}
