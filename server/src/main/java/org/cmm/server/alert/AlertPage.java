package org.cmm.server.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.server.fleet.Site;

/**
 * The page of alerts, as its template knows it.
 *
 * @param sentence what a person wants to know first
 * @param chips one a severity
 * @param sites to choose one from
 * @param older cursor of the alerts that follow; empty at the end
 */
record AlertPage(
        AlertQuery query,
        String sentence,
        List<Chip> chips,
        List<Site> sites,
        List<AlertRow> open,
        List<AlertRow> cleared,
        String older) {

    /** A severity with how many alerts of it are open; a click shows only those. */
    record Chip(String severity, String count, String address, boolean current) {}

    /** The address of the page, or of its stream, with what was chosen; empty choices are left out. */
    static String address(String path, AlertQuery query) {
        String question = Stream.of(
                        part("state", query.state().equals("all") ? "" : query.state()),
                        part("severity", query.severity()),
                        part("server", query.server()),
                        part("site", query.site()),
                        part("cursor", query.cursor()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
        return question.isEmpty() ? path : path + "?" + question;
    }

    private static Optional<String> part(String name, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    public String inState(String state) {
        return address("/alerts", new AlertQuery(state, query.server(), query.severity(), query.site(), ""));
    }

    static AlertQuery withSeverity(AlertQuery query, String severity) {
        return new AlertQuery(query.state(), query.server(), severity, query.site(), "");
    }

    public String everyMachine() {
        return address("/alerts", new AlertQuery(query.state(), "", query.severity(), query.site(), ""));
    }

    public String startingAt(String cursor) {
        return address(
                "/alerts", new AlertQuery(query.state(), query.server(), query.severity(), query.site(), cursor));
    }

    public String stream() {
        return address("/alerts/events", query);
    }

    public boolean narrows() {
        return !query.severity().isEmpty()
                || !query.server().isEmpty()
                || !query.site().isEmpty();
    }

    public boolean isAt(Site site) {
        return query.site().equals(Integer.toString(site.id()));
    }

    /** Whether this is the newest stretch. */
    public boolean first() {
        return query.cursor().isEmpty();
    }

    public boolean showsOpen() {
        return first() && !query.state().equals("cleared");
    }

    public boolean showsCleared() {
        return !query.state().equals("open");
    }

    /** Changes when an alert comes, goes or moves; how long one lasts is counted by the browser. */
    public String digest() {
        return Integer.toHexString(Stream.concat(open.stream(), cleared.stream())
                .map(row -> row.id() + row.kind() + row.value() + row.unknown() + row.end())
                .toList()
                .hashCode());
    }
}
