package org.cmm.server.overview;

import java.util.List;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.outage.OutageRow;
import org.cmm.server.outage.OutageRows;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a server's page shows, in one language and for one moment.
 *
 * @param seconds length of the charts' span
 */
record ServerView(
        Server server,
        @Nullable Site site,
        String zone,
        State state,
        boolean retired,
        List<Fact> facts,
        List<SpanLink> spans,
        String earlier,
        @Nullable String later,
        long seconds,
        List<Chart> charts,
        @Nullable ProcessTable processes,
        List<EventRow> events,
        List<OutageRow> outages,
        List<OutageRows.Choice> causes) {

    /**
     * How the server is.
     *
     * @param sentence what a person wants to know first
     * @param troubles every open alert, the worst first, when there are several
     */
    record State(String shape, String word, String sentence, List<Trouble> troubles) {}

    /** An open alert in a line. */
    record Trouble(String shape, String text) {}

    /**
     * Something known about the server.
     *
     * @param since seconds since 1970 when the value is a time that passes; 0 otherwise
     */
    record Fact(String label, String value, long since) {

        Fact(String label, String value) {
            this(label, value, 0);
        }
    }

    record SpanLink(String label, String address, boolean current) {}

    /**
     * A chart for the browser to draw.
     *
     * @param kind how values are written: percent, bits, bytes or number
     * @param metrics names, parted by blanks
     * @param levels such as {@code warning:0.85}, parted by blanks
     */
    record Chart(String name, String kind, String metrics, String levels) {}

    /** The processes that used most when the agent last looked. */
    record ProcessTable(String title, List<ProcessRow> rows) {}

    /** Something that happened to the machine, when, and how that is known. */
    record EventRow(String what, String when, String evidence) {}

    record ProcessRow(String name, String cpu, String memory) {}
}
