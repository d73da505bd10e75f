package org.cmm.server.outage;

import java.util.List;

/**
 * An outage on a page, in one language and the zone of its site.
 *
 * @param code of the server; empty where the row is a whole site's
 * @param address of the machine or the site
 * @param site name; empty where there is none
 * @param cause its word among programs, which is its look too
 * @param causeText the cause in words
 * @param belief how far that is to be believed; empty where a person spoke
 * @param evidence sentences
 * @param corrected who corrected what; empty where nobody did
 * @param note in that person's words
 * @param drill number of the drill that brought it about; 0 where none did
 * @param together how many machines of its site went with it; empty where none did
 */
public record OutageRow(
        long id,
        String code,
        String name,
        String address,
        String site,
        String when,
        String lasted,
        boolean open,
        String cause,
        String causeText,
        String belief,
        boolean provisional,
        List<String> evidence,
        String corrected,
        String note,
        int drill,
        String together) {

    public OutageRow {
        evidence = List.copyOf(evidence);
    }

    /** When it began, how long it took, and whether it lasts. */
    record Lasting(String when, String lasted, boolean open) {}

    /** The same for the site that it belongs to. */
    OutageRow ofSite(String siteName, String siteAddress, Lasting time) {
        return new OutageRow(
                id,
                "",
                siteName,
                siteAddress,
                "",
                time.when(),
                time.lasted(),
                time.open(),
                cause,
                causeText,
                belief,
                provisional,
                evidence,
                corrected,
                note,
                drill,
                together);
    }
}
