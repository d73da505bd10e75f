package org.cmm.server.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.cmm.server.event.MachineEvents.Place;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Machine events for programs. */
@Path("/api/v1/servers/{code}/machine-events")
@Tag(name = "history")
@Singleton
class MachineEventResource {

    private final MachineEvents events;
    private final Servers servers;

    MachineEventResource(MachineEvents events, Servers servers) {
        this.events = events;
        this.servers = servers;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Starts, stops, sleep and power of a server as its agent knows of them, newest first")
    public ListPage<MachineEventView> list(
            @PathParam("code") String code,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        Server server = servers.byCode(code)
                .orElseThrow(() -> Problem.notFound("there is no server '%.40s'".formatted(code))
                        .exception());
        List<StoredEvent> found = events.before(server.id(), place(cursor), limit.andOneMore());
        return ListPage.of(found, limit, last -> new Cursor(last.at().toString(), last.id()))
                .map(MachineEventView::of);
    }

    private static Place place(@Nullable Cursor cursor) {
        if (cursor == null) {
            return Place.NOW;
        }
        try {
            return new Place(Instant.parse(cursor.key()), cursor.id());
        } catch (DateTimeException e) {
            throw Problem.badRequest("unknown-cursor", "'cursor' must be the 'next' of an earlier page, or be left out")
                    .exception();
        }
    }
}
