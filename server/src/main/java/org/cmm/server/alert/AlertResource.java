package org.cmm.server.alert;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Alerts for programs. */
@Path("/api/v1/alerts")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "alert")
@Singleton
class AlertResource {

    private final AlertHistory history;
    private final AlertClosing closing;
    private final Servers servers;
    private final Listing listing;
    private final DrillTimes drills;
    private final SecurityIdentity identity;

    AlertResource(
            AlertHistory history,
            AlertClosing closing,
            Servers servers,
            Listing listing,
            DrillTimes drills,
            SecurityIdentity identity) {
        this.history = history;
        this.closing = closing;
        this.servers = servers;
        this.listing = listing;
        this.drills = drills;
        this.identity = identity;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Alerts, newest first; follow 'next' as 'cursor' for more")
    public ListPage<AlertView> alerts(
            @Parameter(description = "open, cleared or all") @QueryParam("state") @DefaultValue("open") String state,
            @Parameter(description = "Code of the server; empty for every one") @QueryParam("server") @DefaultValue("")
                    String server,
            @Parameter(description = "info, warning or critical; empty for every one")
                    @QueryParam("severity")
                    @DefaultValue("")
                    String severity,
            @Parameter(description = "Number of the site; empty for every one") @QueryParam("site") @DefaultValue("")
                    String site,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        FilterCheck check = new FilterCheck(servers, listing);
        AlertFilter filter = check.filter(new AlertQuery(state, server, severity, site, ""));
        check.refuseFaults();
        List<AlertRecord> found =
                history.list(filter, new AlertFilter.Stretch(Cursor.before(cursor), limit.andOneMore()));
        ListPage<AlertRecord> page = ListPage.of(found, limit, alert -> Cursor.at(alert.id()));
        return new ListPage<>(views(page.items()), page.next());
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed("technician")
    @Operation(summary = "End an alert whose subject is gone, such as a disk that was taken out")
    public AlertView close(@PathParam("id") long id) {
        closing.close(id, identity.getPrincipal().getName());
        return one(id);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One alert")
    public AlertView one(@PathParam("id") long id) {
        return views(history.find(id).stream().toList()).stream().findFirst().orElseThrow(() -> Problem.notFound(
                        "there is no alert %d".formatted(id))
                .exception());
    }

    private List<AlertView> views(List<AlertRecord> alerts) {
        Map<Integer, Server> known = new HashMap<>();
        List<DrillTime> practised =
                drills.around(alerts.stream().map(AlertRecord::raisedAt).toList());
        return alerts.stream()
                .map(alert -> AlertView.of(
                        alert,
                        known.computeIfAbsent(
                                alert.server(), id -> servers.byId(id).orElseThrow()),
                        AlertRows.drill(alert, practised)))
                .toList();
    }
}
