package org.cmm.server.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Setting a password by a one-time link. */
@Path("/api/v1/password-link")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
@Singleton
@PermitAll
@RunOnVirtualThread
class PasswordLinkResource {

    private final PasswordLinks links;
    private final CheckedInput input;

    PasswordLinkResource(PasswordLinks links, CheckedInput input) {
        this.links = links;
        this.input = input;
    }

    @POST
    @Operation(summary = "Set a password with the token of a one-time link; every session of the user ends")
    @APIResponse(responseCode = "204", description = "Set; log in with it")
    @APIResponse(responseCode = "403", description = "The link was used, was replaced, or has ended")
    public void use(Forms.@Nullable LinkedPassword body) {
        links.use(input.check(body));
    }
}
