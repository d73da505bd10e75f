package org.cmm.server.trend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of history, as its template knows it.
 *
 * @param anyMachine whether CMM watches any
 * @param machines those that are shown
 * @param found what was looked for
 * @param zone in which times are told and typed
 * @param seconds length of a span that ends now; 0 when it ends at a time of its own
 * @param begin the beginning in seconds since 1970
 * @param badTimes whether times of one's own made no span
 * @param table null when charts are wanted
 */
record TrendView(
        TrendQuery query,
        boolean anyMachine,
        boolean full,
        List<Machine> machines,
        Found found,
        List<Choice> measures,
        List<Link> spans,
        String zone,
        long seconds,
        long begin,
        long end,
        boolean badTimes,
        Typed typed,
        List<Plot> plots,
        Links links,
        @Nullable Table table) {

    /** A machine that is shown; the address leaves it out, the others fetch its samples. */
    record Machine(String code, String name, String address, String lines, String file) {}

    /** Machines to add. */
    record Found(String text, List<Hit> hits, boolean more) {}

    record Hit(String code, String name, String site, String address) {}

    /** A metric to choose. */
    record Choice(String metric, String label, boolean chosen) {}

    record Link(String label, String address, boolean current) {}

    /** Begin and end as fields hold them. */
    record Typed(String from, String to) {}

    /**
     * A chart for the browser to draw.
     *
     * @param metrics names, parted by blanks
     * @param kinds how each one's values are written, in the same order
     */
    record Plot(String name, String metrics, String kinds) {}

    /** Where to go on; empty where there is no such page. */
    record Links(String earlier, String later, String charts, String table, String data, String file) {}

    /** Charts as figures; a cell is empty where nothing was measured. */
    record Table(List<String> columns, List<Row> rows) {}

    record Row(String time, List<String> cells) {}
}
