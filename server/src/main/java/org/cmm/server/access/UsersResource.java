package org.cmm.server.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Users, for administrators. */
@Path("/api/v1/users")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
@Singleton
@RolesAllowed("admin")
@RunOnVirtualThread
class UsersResource {

    private final Users users;
    private final UserAdministration administration;
    private final Sessions sessions;
    private final Wording wording;
    private final CheckedInput input;

    UsersResource(
            Users users, UserAdministration administration, Sessions sessions, Wording wording, CheckedInput input) {
        this.users = users;
        this.administration = administration;
        this.sessions = sessions;
        this.wording = wording;
        this.input = input;
    }

    /** A state as an address writes it. */
    @Schema(implementation = User.State.class)
    record StateParameter(User.State state) {

        /** @throws org.cmm.server.platform.ProblemException when there is no such state */
        public static StateParameter valueOf(String word) {
            return Arrays.stream(User.State.values())
                    .filter(state -> state.word().equals(word))
                    .findFirst()
                    .map(StateParameter::new)
                    .orElseThrow(() -> Problem.invalid(List.of(new Problem.FieldFault(
                                    "state",
                                    "'state' must be pending, active or disabled, was '%.40s'".formatted(word))))
                            .exception());
        }
    }

    @GET
    @Operation(summary = "Users, oldest first; those of one state when it is given")
    public ListPage<User> list(
            @Parameter(description = "pending, active or disabled") @QueryParam("state") @Nullable StateParameter state,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        String word = state == null ? "" : state.state().word();
        return ListPage.of(
                users.after(Cursor.after(cursor), word, limit.andOneMore()), limit, user -> Cursor.at(user.id()));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Create a user, and a one-time link for their first password")
    @APIResponse(
            responseCode = "201",
            description = "The user, and the link for their first password",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UserAdministration.Invited.class)))
    @APIResponse(responseCode = "409", description = "The name or the address is taken")
    public UserAdministration.Invited invite(Forms.@Nullable NewUserForm body) {
        return administration.invite(input.check(body));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One user")
    public User one(@PathParam("id") int id) {
        return administration.found(id);
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Approve, disable or readmit a user, or give them another role")
    @APIResponseSchema(value = User.class, responseCode = "200", responseDescription = "The user as they are now")
    @APIResponse(responseCode = "409", description = "One active administrator has to remain")
    public User change(@PathParam("id") int id, Forms.@Nullable UserChange body) {
        return administration.change(id, input.check(body));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Turn down a newcomer who waits for approval")
    @APIResponse(responseCode = "204", description = "Turned down")
    @APIResponse(responseCode = "409", description = "The user was approved before; disable them instead")
    public void turnDown(@PathParam("id") int id) {
        administration.turnDown(id);
    }

    @POST
    @Path("/{id}/password-link")
    @ResponseStatus(201)
    @Operation(summary = "A one-time link with which the user sets a new password")
    @APIResponse(
            responseCode = "201",
            description = "The link",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PasswordLinks.Link.class)))
    public PasswordLinks.Link passwordLink(@PathParam("id") int id) {
        return administration.passwordLink(id);
    }

    @GET
    @Path("/{id}/sessions")
    @Operation(summary = "Where a user is logged in")
    public ListPage<Session> sessions(@PathParam("id") int id) {
        return ListPage.whole(sessions.of(administration.found(id).id()));
    }

    @DELETE
    @Path("/{id}/sessions/{session}")
    @Operation(summary = "End one session of a user")
    public void endSession(@PathParam("id") int id, @PathParam("session") UUID session) {
        if (!sessions.end(session, administration.found(id))) {
            throw Problem.notFound(wording.now().noSuchSession()).exception();
        }
    }
}
