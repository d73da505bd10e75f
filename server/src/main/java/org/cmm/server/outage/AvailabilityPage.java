package org.cmm.server.outage;

import java.util.List;
import org.cmm.server.fleet.Site;

/**
 * The page of availability, as its template knows it.
 *
 * @param name of the server or site that is shown; empty for the fleet
 * @param watched whether anything was measured in the period
 * @param sites to choose one from
 * @param siteRows the sites, where there are several
 * @param rows the machines of this page
 * @param outages the newest of the period
 */
record AvailabilityPage(
        AvailabilityQuery query,
        String name,
        String sentence,
        boolean watched,
        Totals totals,
        List<ShareBar.Share> shares,
        List<Choice> spans,
        List<Column> columns,
        List<Site> sites,
        List<Row> siteRows,
        List<Row> rows,
        List<OutageRow> outages,
        Links links) {

    /** The figures of all that is shown; empty texts where there is nothing to tell. */
    record Totals(String availability, String failures, String mtbf, String mttr) {}

    /** A span of time to choose. */
    record Choice(String text, String address, boolean current) {}

    /** A column of the table and what a click on it shows. */
    record Column(String text, String hint, String address, String sorted, boolean number) {}

    /** A machine or a site; the code is empty for a site. */
    record Row(
            String name,
            String code,
            String address,
            String site,
            List<ShareBar.Share> shares,
            String availability,
            String down,
            String planned,
            String failures,
            String mtbf,
            String mttr) {}

    /** Where to go on; empty where there is no such page. */
    record Links(String everyMachine, String availabilityFile, String outagesFile, String newer, String older) {}

    public boolean isAt(Site site) {
        return query.site().equals(Integer.toString(site.id()));
    }
}
