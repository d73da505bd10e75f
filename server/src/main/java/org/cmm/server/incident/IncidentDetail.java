package org.cmm.server.incident;

import java.util.List;
import org.cmm.server.alert.AlertRow;
import org.cmm.server.incident.DutySource.Duty;
import org.cmm.server.outage.OutageRow;

/**
 * The page of one incident, as its template knows it.
 *
 * @param facts what else there is to say about it, as sentences
 * @param duties who is on call, and who is told next
 * @param users whom it may be given to
 * @param machines the servers of its alerts, at most twenty
 * @param charted code of the server whose chart is shown
 * @param from start of the chart, in seconds since 1970
 * @param until its end
 */
record IncidentDetail(
        IncidentRow row,
        String span,
        List<String> facts,
        List<Line> lines,
        List<AlertRow> alerts,
        List<OutageRow> outages,
        List<Duty> duties,
        List<Machine> machines,
        String moreMachines,
        List<String> users,
        String charted,
        String zone,
        long from,
        long until,
        boolean over,
        boolean closed,
        String fault) {

    /**
     * A line of the timeline.
     *
     * @param about the alert that brought it about, in words; may be empty
     * @param note what a person wrote; may be empty
     */
    record Line(String at, String moment, String kind, String text, String about, String note, String telling) {}

    record Machine(String code, String name) {}

    public String digest() {
        return Integer.toHexString(
                31 * lines.hashCode() + outages.hashCode() + row.stage().hashCode() + facts.hashCode());
    }
}
