package org.cmm.server.incident;

import java.util.List;
import org.cmm.server.fleet.Site;

/**
 * The page of incidents, as its template knows it.
 *
 * @param sentence what a person wants to know first
 * @param chips one a severity
 * @param sites to choose one from
 * @param me name of the visitor
 * @param older cursor of the incidents that follow; empty at the end
 */
record IncidentPage(
        IncidentQuery query,
        String sentence,
        List<Chip> chips,
        List<Site> sites,
        String me,
        List<IncidentRow> rows,
        String older) {

    private static final String PATH = "/incidents";

    /** A severity with how many incidents of it are open; a click shows only those. */
    record Chip(String severity, String count, String address, boolean current) {}

    public String inState(String state) {
        return query.withState(state).address(PATH);
    }

    public String mine() {
        return query.withAssignee(query.assignee().isEmpty() ? me : "").address(PATH);
    }

    public String everyMachine() {
        return query.withServer("").address(PATH);
    }

    public String startingAt(String cursor) {
        return query.startingAt(cursor).address(PATH);
    }

    public String stream() {
        return query.address("/incidents/events");
    }

    public String here() {
        return query.address(PATH);
    }

    public boolean narrows() {
        return !query.severity().isEmpty()
                || !query.server().isEmpty()
                || !query.site().isEmpty()
                || !query.assignee().isEmpty();
    }

    public boolean isAt(Site site) {
        return query.site().equals(Integer.toString(site.id()));
    }

    /** Whether this is the newest stretch. */
    public boolean first() {
        return query.cursor().isEmpty();
    }

    public boolean hasChoice() {
        return rows.stream().anyMatch(IncidentRow::acknowledgeable);
    }

    /** Changes when an incident comes, goes or moves; how long one lasts is counted by the browser. */
    public String digest() {
        return Integer.toHexString(rows.stream()
                .map(row -> row.id() + row.kind() + row.title() + row.stage() + row.assignee() + row.flapping())
                .toList()
                .hashCode());
    }
}
