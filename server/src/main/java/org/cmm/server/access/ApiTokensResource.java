package org.cmm.server.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.Comparator;
import java.util.List;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Tokens for programs. */
@Path("/api/v1/api-tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
@Singleton
@RolesAllowed("viewer")
@RunOnVirtualThread
class ApiTokensResource {

    private final ApiTokens tokens;
    private final Visitor visitor;
    private final CheckedInput input;

    ApiTokensResource(ApiTokens tokens, Visitor visitor, CheckedInput input) {
        this.tokens = tokens;
        this.visitor = visitor;
        this.input = input;
    }

    @GET
    @Operation(summary = "My API tokens; everybody's for an administrator who asks with all=true")
    public ListPage<ApiToken> list(
            @Parameter(description = "Everybody's, when an administrator asks")
                    @QueryParam("all")
                    @DefaultValue("false")
                    boolean all,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        List<ApiToken> alive = all && visitor.isAdmin() ? tokens.all() : tokens.of(caller().user());
        List<ApiToken> found = alive.stream()
                .sorted(Comparator.comparingInt(ApiToken::id))
                .filter(token -> token.id() > Cursor.after(cursor))
                .limit(limit.andOneMore())
                .toList();
        return ListPage.of(found, limit, token -> Cursor.at(token.id()));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Create an API token; its secret is in this answer only")
    @APIResponse(
            responseCode = "201",
            description = "The token and its secret",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApiTokens.Created.class)))
    @APIResponse(responseCode = "403", description = "The request itself came with an API token")
    @APIResponse(responseCode = "422", description = "The role is above your own, or the life is not 1 to 366 days")
    public ApiTokens.Created create(Forms.@Nullable NewApiToken body) {
        return tokens.create(caller(), input.check(body));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End one of my API tokens; an administrator may end anybody's")
    public void revoke(@PathParam("id") int id) {
        tokens.revoke(caller(), id);
    }

    private Caller caller() {
        return visitor.caller().orElseThrow();
    }
}
