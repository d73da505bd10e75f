package org.cmm.server.demo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The demo fleet for programs. */
@Path("/api/v1/demo")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "demo")
@Singleton
@RolesAllowed("admin")
class DemoResource {

    private final Demo demo;
    private final Visitor visitor;

    DemoResource(Demo demo, Visitor visitor) {
        this.demo = demo;
        this.visitor = visitor;
    }

    /** Whether its machines go on delivering while CMM runs. */
    @Schema(name = "DemoLife", examples = "{\"alive\": true}")
    record Life(@Nullable Boolean alive) {}

    @GET
    @Operation(summary = "The demo fleet, and how far it is")
    public DemoView now() {
        return DemoView.of(demo.now(), demo.progress());
    }

    @POST
    @Operation(
            summary = "Add a demo fleet",
            description =
                    "Machines that do not exist, with their past, through the same intake as real ones. It takes a"
                            + " minute; the answer does not wait for it.")
    @APIResponse(
            responseCode = "202",
            description = "It is being filled",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DemoView.class)))
    @APIResponse(responseCode = "409", description = "There is one already")
    public Response add(@Nullable DemoWish wish) {
        if (wish == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body; {} is the usual fleet")
                    .exception();
        }
        List<FieldFault> faults = wish.faults();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        demo.add(wish, visitor.name());
        return Response.accepted(now()).build();
    }

    @PUT
    @Path("/life")
    @Operation(summary = "Let the machines of the demo fleet go on delivering, or fall silent")
    public DemoView live(@Nullable Life life) {
        if (life == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        Boolean alive = life.alive();
        if (alive == null) {
            throw Problem.invalid(List.of(new FieldFault("alive", "'alive' must be given, true or false")))
                    .exception();
        }
        demo.keepAlive(alive);
        return now();
    }

    @DELETE
    @Operation(
            summary = "Remove the demo fleet with all its traces",
            description = "Also ends the filling of one. Without one nothing happens.")
    public void remove() {
        demo.remove();
    }
}
