package org.cmm.server.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Asking for an account. */
@Path("/api/v1/registration")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
@Singleton
@RunOnVirtualThread
class RegistrationResource {

    private final Registration registration;
    private final CheckedInput input;

    RegistrationResource(Registration registration, CheckedInput input) {
        this.registration = registration;
        this.input = input;
    }

    @GET
    @PermitAll
    @Operation(summary = "Whether newcomers may ask for an account")
    public Forms.RegistrationRule rule() {
        return new Forms.RegistrationRule(registration.isOpen());
    }

    @PUT
    @RolesAllowed("admin")
    @Operation(summary = "Let newcomers ask for an account, or stop it")
    public Forms.RegistrationRule setRule(Forms.@Nullable RegistrationRule body) {
        Forms.RegistrationRule rule = input.check(body);
        registration.setOpen(rule);
        return rule;
    }

    @POST
    @PermitAll
    @ResponseStatus(202)
    @Operation(summary = "Ask for an account; an administrator approves it")
    @APIResponse(
            responseCode = "202",
            description = "If name and address are free the request waits; the answer is the same if they are not")
    public void register(Forms.@Nullable Newcomer body) {
        registration.register(input.check(body));
    }
}
