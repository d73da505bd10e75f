package org.cmm.server.fleet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Servers for programs. */
@Path("/api/v1/servers")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "fleet")
@Singleton
class ServerResource {

    private final Servers servers;
    private final ServerList list;
    private final ServerChanges changes;
    private final VisitorWords words;

    ServerResource(Servers servers, ServerList list, ServerChanges changes, VisitorWords words) {
        this.servers = servers;
        this.list = list;
        this.changes = changes;
        this.words = words;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Find servers; those under watch unless a state is asked for")
    public ListPage<ServerEntry> list(@BeanParam ServerQuery query) {
        return list.page(query.request());
    }

    @GET
    @Path("/{code}")
    @RolesAllowed("viewer")
    @Operation(summary = "One server")
    public ServerEntry one(@PathParam("code") String code) {
        return list.entry(known(code));
    }

    @POST
    @RolesAllowed("technician")
    @Operation(summary = "Add a server by hand")
    @APIResponse(
            responseCode = "201",
            description = "The server",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ServerEntry.class)))
    @APIResponse(responseCode = "409", description = "Another server has this code")
    public Response add(@Nullable ServerDraft draft) {
        ServerDraft wanted = required(draft);
        refuse(wanted, changes.add(wanted, words.now()));
        return Response.created(URI.create("/api/v1/servers/" + wanted.code()))
                .entity(list.entry(known(wanted.code())))
                .build();
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("technician")
    @Operation(summary = "Replace what people know about a server")
    public ServerEntry change(@PathParam("code") String code, @Nullable ServerDraft draft) {
        ServerDraft wanted = required(draft);
        refuse(wanted, changes.change(known(code), wanted, words.now()));
        return list.entry(known(wanted.code()));
    }

    @DELETE
    @Path("/{code}")
    @RolesAllowed("technician")
    @Operation(summary = "Retire a server: its agent is refused, its history stays")
    public void retire(@PathParam("code") String code) {
        changes.retire(known(code));
    }

    @POST
    @Path("/{code}/restoration")
    @RolesAllowed("technician")
    @Operation(summary = "Take a retired server back under watch")
    public ServerEntry restore(@PathParam("code") String code) {
        changes.restore(known(code)).ifPresent(other -> {
            throw Problem.conflict("enrolled-again", words.now().enrolledAgain(other))
                    .exception();
        });
        return list.entry(known(code));
    }

    private Server known(String code) {
        return servers.byCode(code).orElseThrow(() -> Problem.notFound("there is no server '%.40s'".formatted(code))
                .exception());
    }

    private static ServerDraft required(@Nullable ServerDraft draft) {
        if (draft == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        return draft;
    }

    private void refuse(ServerDraft wanted, List<FieldFault> faults) {
        if (faults.equals(List.of(changes.codeTaken(wanted, words.now())))) {
            throw Problem.taken(faults).exception();
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
    }
}
