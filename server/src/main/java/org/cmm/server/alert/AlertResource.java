package org.cmm.server.alert;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Alerts for programs. */
@Path("/api/v1/alerts")
@Singleton
class AlertResource {

    private final AlertHistory history;
    private final AlertClosing closing;
    private final Servers servers;
    private final SecurityIdentity identity;

    AlertResource(AlertHistory history, AlertClosing closing, Servers servers, SecurityIdentity identity) {
        this.history = history;
        this.closing = closing;
        this.servers = servers;
        this.identity = identity;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Alerts, newest first; follow 'next' as 'cursor' for more")
    public AlertView.Page alerts(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("server") @DefaultValue("") String server,
            @QueryParam("severity") @DefaultValue("") String severity,
            @QueryParam("limit") @DefaultValue("100") String limit,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        FilterCheck check = new FilterCheck(servers);
        AlertFilter filter = check.filter(state, server, severity);
        AlertFilter.Stretch stretch = check.stretch(limit, cursor);
        check.refuseFaults();
        List<AlertRecord> found = history.list(filter, new AlertFilter.Stretch(stretch.before(), stretch.limit() + 1));
        boolean more = found.size() > stretch.limit();
        List<AlertRecord> shown = more ? found.subList(0, stretch.limit()) : found;
        return new AlertView.Page(
                views(shown), more ? Long.toString(shown.getLast().id()) : null);
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed("technician")
    @Operation(summary = "End an alert whose subject is gone, such as a disk that was taken out")
    public AlertView close(@PathParam("id") long id) {
        closing.close(id, identity.getPrincipal().getName());
        return views(history.find(id).stream().toList()).getFirst();
    }

    private List<AlertView> views(List<AlertRecord> alerts) {
        Map<Integer, Server> known = new HashMap<>();
        return alerts.stream()
                .map(alert -> AlertView.of(alert, known.computeIfAbsent(alert.server(), id -> servers.byId(id)
                        .orElseThrow())))
                .toList();
    }
}
