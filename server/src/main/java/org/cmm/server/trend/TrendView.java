package org.cmm.server.trend;

import java.util.List;
import org.cmm.server.alert.AlertRow;
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
 * @param marks null when no alerts are wanted, or charts ask for them by themselves
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
        @Nullable Table table,
        @Nullable Marks marks) {

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

    /**
     * Where to go on; empty where there is no such page.
     *
     * @param alerts the same with alerts, or without them
     */
    record Links(String earlier, String later, String charts, String table, String alerts, String data, String file) {}

    /**
     * Charts as figures.
     *
     * @param left how many columns had no place
     */
    record Table(List<String> columns, List<Row> rows, int left) {}

    record Row(String time, List<Cell> cells) {}

    /** A figure, empty where nothing was measured, and the alerts that lasted meanwhile. */
    record Cell(String text, List<Mark> marks) {}

    /**
     * Alerts in the order in which they were raised.
     *
     * @param sentence how many there are
     */
    record Marks(String sentence, List<Mark> list) {}

    /**
     * An alert.
     *
     * @param number by which a mark in a chart and its row are known
     * @param severity the worst that it had
     * @param began when, in words
     * @param metric of its series
     * @param line the chart's line that it is about
     * @param from seconds since 1970
     * @param to the same; 0 while it is open
     * @param address the time around it
     */
    record Mark(
            int number,
            AlertRow row,
            String severity,
            String began,
            String metric,
            String line,
            double from,
            double to,
            String address) {

        boolean lastedDuring(double start, double end) {
            return from < end && (to == 0 || to > start);
        }
    }
}
