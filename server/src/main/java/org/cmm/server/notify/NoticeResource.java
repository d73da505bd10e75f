package org.cmm.server.notify;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The delivery log for programs. */
@Path("/api/v1/notices")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "notify")
@Singleton
@RolesAllowed("technician")
class NoticeResource {

    private final DeliveryLog log;

    NoticeResource(DeliveryLog log) {
        this.log = log;
    }

    @GET
    @Operation(summary = "Notices with how their delivery went, newest first; follow 'next' as 'cursor' for more")
    public ListPage<LogEntry> notices(
            @Parameter(description = "waiting, sending, sent, merged, refused, expired or dropped; empty for every one")
                    @QueryParam("state")
                    @DefaultValue("")
                    String state,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        if (!state.isEmpty() && !DeliveryLog.STATES.contains(state)) {
            throw Problem.invalid(List.of(new Problem.FieldFault(
                            "state",
                            "'state' must be waiting, sending, sent, merged, refused, expired or dropped, was '%.40s'"
                                    .formatted(state))))
                    .exception();
        }
        return ListPage.of(
                log.list(new DeliveryLog.Filter(state, 0), Cursor.before(cursor), limit.andOneMore()),
                limit,
                entry -> Cursor.at(entry.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One notice with each attempt to deliver it")
    public LogEntry one(@PathParam("id") long id) {
        return log.find(id)
                .orElseThrow(() -> Problem.notFound("there is no notice " + id).exception());
    }
}
