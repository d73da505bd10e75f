package org.cmm.server.overview;

import java.util.List;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a server's page shows, in one language and for one moment.
 *
 * @param sentence what a person wants to know first
 * @param seconds length of the charts' span
 */
record ServerView(
        Server server,
        @Nullable Site site,
        String zone,
        String shape,
        String state,
        String sentence,
        boolean retired,
        List<Fact> facts,
        List<SpanLink> spans,
        String earlier,
        @Nullable String later,
        long seconds,
        List<Chart> charts,
        @Nullable ProcessTable processes) {

    /** Something known about the server. */
    record Fact(String label, String value) {}

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

    record ProcessRow(String name, String cpu, String memory) {}
}
