package org.cmm.server.fleet;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Enrolment tokens for programs. */
@Path("/api/v1/enrolment-tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "fleet")
@Singleton
@RolesAllowed("admin")
class EnrolmentTokenResource {

    private final EnrolmentTokens tokens;
    private final TokenChanges changes;
    private final Listing listing;
    private final VisitorWords words;
    private final Invitations invitations;

    EnrolmentTokenResource(
            EnrolmentTokens tokens,
            TokenChanges changes,
            Listing listing,
            VisitorWords words,
            Invitations invitations) {
        this.tokens = tokens;
        this.changes = changes;
        this.listing = listing;
        this.words = words;
        this.invitations = invitations;
    }

    /**
     * The token is said here and never again.
     *
     * @param linux the one command to run on a Linux machine
     * @param windows the same for Windows
     * @param debian the same for Debian and Ubuntu, as a service with a Java of its own; absent while this CMM has no
     *     package
     * @param windowsInstaller a line for PowerShell that installs the agent with a Java of its own; absent while this
     *     CMM has no installer
     */
    record Created(
            String token,
            String linux,
            String windows,
            @Nullable String debian,
            @Nullable String windowsInstaller) {
        @Override
        public String toString() {
            return "Created[…]";
        }
    }

    @GET
    @Operation(summary = "Enrolment tokens, newest first, without their secret")
    public ListPage<EnrolmentTokens.Listed> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        return ListPage.of(
                tokens.before(Cursor.before(cursor), limit.andOneMore()), limit, token -> Cursor.at(token.id()));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Create a token; the answer is the only place that ever shows it")
    @APIResponse(
            responseCode = "201",
            description = "The token, and the commands that enrol a machine with it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Created.class)))
    public Created create(@Nullable TokenDraft draft, @Context UriInfo address) {
        if (draft == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        List<FieldFault> faults = draft.faults(words.now(), listing);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        Commands commands = invitations.with(changes.create(draft), address.getBaseUri());
        InstallerCommands installer = commands.windowsInstaller();
        return new Created(
                commands.token(),
                commands.linux(),
                commands.windows(),
                commands.debian(),
                installer == null ? null : installer.powershell());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke a token; machines that joined with it stay")
    public void revoke(@PathParam("id") int id) {
        if (!changes.revoke(id)) {
            throw Problem.notFound("there is no usable token " + id).exception();
        }
    }
}
