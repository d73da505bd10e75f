package org.cmm.server.maintenance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.cmm.server.access.Visitor;
import org.cmm.server.fleet.Listing;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Maintenance windows for programs. */
@Path("/api/v1/maintenance-windows")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "maintenance")
@Singleton
class WindowResource {

    private final Windows windows;
    private final WindowTable table;
    private final WindowChecks checks;
    private final Listing listing;
    private final Visitor visitor;
    private final InstantSource clock;

    WindowResource(
            Windows windows,
            WindowTable table,
            WindowChecks checks,
            Listing listing,
            Visitor visitor,
            InstantSource clock) {
        this.windows = windows;
        this.table = table;
        this.checks = checks;
        this.listing = listing;
        this.visitor = visitor;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Maintenance windows, newest first; follow 'next' as 'cursor' for more")
    public ListPage<WindowView> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        Instant now = clock.instant();
        List<PlannedWindow> found = table.list(Cursor.before(cursor), limit.andOneMore());
        return ListPage.of(found, limit, window -> Cursor.at(window.id()))
                .map(window -> WindowView.of(window, listing, now));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One maintenance window")
    public WindowView one(@PathParam("id") int id) {
        return WindowView.of(
                table.find(id).orElseThrow(() -> Problem.notFound("there is no maintenance window " + id)
                        .exception()),
                listing,
                clock.instant());
    }

    @POST
    @RolesAllowed("technician")
    @Operation(summary = "Plan a maintenance window: while it goes on, nobody is told of its machines' incidents")
    @APIResponse(
            responseCode = "201",
            description = "The window",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WindowView.class)))
    public Response plan(@Nullable WindowDraft draft) {
        if (draft == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        WindowCheck check = checks.in(visitor.language());
        WindowDraft.Checked wanted = check.check(draft)
                .orElseThrow(() -> Problem.invalid(check.faults()).exception());
        int id = windows.plan(wanted, visitor.name());
        return Response.created(URI.create("/api/v1/maintenance-windows/" + id))
                .entity(one(id))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("technician")
    @Operation(summary = "End a maintenance window for good, whether it goes on or is yet to come")
    public void end(@PathParam("id") int id) {
        one(id);
        if (!windows.end(id, visitor.name())) {
            throw Problem.conflict("already-ended", "maintenance window %d was ended before".formatted(id))
                    .exception();
        }
    }
}
