package org.cmm.server.trend;

import java.util.List;
import org.cmm.server.fleet.Site;
import org.cmm.server.trend.TrendView.Link;
import org.cmm.server.trend.TrendView.Typed;

/**
 * The page of top lists, as its template knows it.
 *
 * @param anyMachine whether CMM watches any
 * @param one whether a single list is shown, with every row and by site
 */
record TopView(
        TopQuery query,
        boolean anyMachine,
        boolean one,
        boolean badTimes,
        String zone,
        Typed typed,
        List<Link> spans,
        List<Site> sites,
        List<Panel> panels,
        String everyList) {

    /**
     * A list.
     *
     * @param partly whether there are more rows than are shown
     * @param bySite the leader of each site; only where one list of several sites is shown
     */
    record Panel(
            String title,
            String address,
            boolean partly,
            String total,
            String file,
            String older,
            String newer,
            boolean parts,
            List<Column> columns,
            List<Row> rows,
            List<Row> bySite) {}

    record Column(String label, String address, String sorted) {}

    /** @param chart the history behind it; empty where there is none */
    record Row(String place, String name, String code, String site, String part, String chart, List<Cell> cells) {}

    record Cell(String label, String text) {}

    public boolean isAt(Site site) {
        return query.site().equals(Integer.toString(site.id()));
    }
}
