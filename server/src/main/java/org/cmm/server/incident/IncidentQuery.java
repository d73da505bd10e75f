package org.cmm.server.incident;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.server.alert.FilterCheck;

/**
 * Which incidents are asked for, as an address says.
 *
 * @param state open, over or all
 * @param server code; empty for any
 * @param severity info, warning or critical; empty for any
 * @param site number; empty for any
 * @param assignee name of a user; empty for any
 * @param cursor where the stretch before ended
 */
record IncidentQuery(
        @QueryParam("state") @DefaultValue("open") String state,
        @QueryParam("server") @DefaultValue("") String server,
        @QueryParam("severity") @DefaultValue("") String severity,
        @QueryParam("site") @DefaultValue("") String site,
        @QueryParam("assignee") @DefaultValue("") String assignee,
        @QueryParam("cursor") @DefaultValue("") String cursor) {

    /** Empty texts choose nothing; a fault too, until the check refuses them. */
    IncidentFilter filter(FilterCheck check) {
        return new IncidentFilter(
                check.choice("state", IncidentFilter.State.class, state).orElse(IncidentFilter.State.OPEN),
                check.server(server),
                check.severity(severity),
                check.site(site),
                assignee.isEmpty() ? Optional.empty() : Optional.of(assignee));
    }

    /** The address of the page, or of its stream, with what was chosen; what is usual is left out. */
    String address(String path) {
        String question = Stream.of(
                        part("state", state.equals("open") ? "" : state),
                        part("severity", severity),
                        part("server", server),
                        part("site", site),
                        part("assignee", assignee),
                        part("cursor", cursor))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
        return question.isEmpty() ? path : path + "?" + question;
    }

    private static Optional<String> part(String name, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    IncidentQuery withState(String other) {
        return new IncidentQuery(other, server, severity, site, assignee, "");
    }

    IncidentQuery withSeverity(String other) {
        return new IncidentQuery(state, server, other, site, assignee, "");
    }

    IncidentQuery withAssignee(String other) {
        return new IncidentQuery(state, server, severity, site, other, "");
    }

    IncidentQuery withServer(String other) {
        return new IncidentQuery(state, other, severity, site, assignee, "");
    }

    IncidentQuery startingAt(String other) {
        return new IncidentQuery(state, server, severity, site, assignee, other);
    }
}
