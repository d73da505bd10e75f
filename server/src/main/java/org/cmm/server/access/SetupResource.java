package org.cmm.server.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The first administrator, for programs that install CMM. */
@Path("/api/v1/setup")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
@Singleton
@PermitAll
@RunOnVirtualThread
class SetupResource {

    private final FirstAdministrator first;
    private final CheckedInput input;

    SetupResource(FirstAdministrator first, CheckedInput input) {
        this.first = first;
        this.input = input;
    }

    /** @param needed whether there is no user yet */
    record Setup(boolean needed) {}

    @GET
    @Operation(summary = "Whether the first administrator is still missing")
    public Setup state() {
        return new Setup(first.isMissing());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Create the first administrator with the token of the setup link")
    @APIResponse(
            responseCode = "201",
            description = "The first administrator",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = User.class)))
    @APIResponse(responseCode = "403", description = "The token is not the one of the newest link")
    @APIResponse(responseCode = "409", description = "There are users already")
    public User create(Forms.@Nullable FirstAdministratorForm body) {
        return first.create(input.check(body));
    }
}
