package org.cmm.server.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the fleet page shows, in one language and for one moment.
 *
 * @param total machines under watch, whether they match or not
 * @param sentence what a person wants to know first
 * @param moreSites how many sites did not fit into the strips
 * @param stream address of the changes to come
 */
record FleetView(
        int total,
        String sentence,
        String aside,
        List<SiteStrip> strips,
        int moreSites,
        List<Chip> chips,
        List<Column> columns,
        List<FleetRow> rows,
        Pager pager,
        String text,
        List<Hidden> hidden,
        boolean filtered,
        String stream) {

    /** A state with how many machines are in it; a click shows only those. */
    record Chip(String shape, String label, String count, String address, boolean current) {}

    /** A heading by which rows can be sorted. */
    record Column(String label, String classes, @Nullable String address, boolean current) {}

    /** Which rows of how many, and where the others are. */
    record Pager(
            String range,
            @Nullable String previous,
            @Nullable String next) {}

    /** A filter that the form of the find box carries along. */
    record Hidden(String name, String value) {}

    public boolean worstFirst() {
        return columns.stream().noneMatch(Column::current);
    }

    public String digest() {
        return FleetDigest.of(this).toString();
    }
}
