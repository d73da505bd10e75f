package org.cmm.server.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own account, for programs. */
@Path("/api/v1/me")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
@Singleton
@RolesAllowed("viewer")
@RunOnVirtualThread
class MeResource {

    private final OwnAccount account;
    private final Sessions sessions;
    private final Visitor visitor;
    private final Wording wording;
    private final CheckedInput input;

    MeResource(OwnAccount account, Sessions sessions, Visitor visitor, Wording wording, CheckedInput input) {
        this.account = account;
        this.sessions = sessions;
        this.visitor = visitor;
        this.wording = wording;
        this.input = input;
    }

    /** @param role what this request may do; an API token may be narrower than its user */
    record Me(User user, Role role) {}

    @GET
    @Operation(summary = "Who I am and what I may do")
    public Me me() {
        return new Me(caller().user(), caller().role());
    }

    @PATCH
    @Operation(summary = "Change my e-mail address or language")
    public User change(Forms.@Nullable ProfileChange body) {
        return account.change(caller().user(), input.check(body));
    }

    @PUT
    @Path("/password")
    @Operation(summary = "Change my password; every other session of mine ends")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "422", description = "The current password is wrong, or the new one is too weak")
    public void changePassword(Forms.@Nullable PasswordChange body) {
        account.changePassword(caller(), input.check(body), visitor.address());
    }

    @GET
    @Path("/sessions")
    @Operation(summary = "Where I am logged in")
    public ListPage<Session> sessions() {
        return ListPage.whole(sessions.of(caller().user().id()));
    }

    @DELETE
    @Path("/sessions/{session}")
    @Operation(summary = "End one of my sessions")
    public void endSession(@PathParam("session") UUID session) {
        if (!sessions.end(session, caller().user())) {
            throw Problem.notFound(wording.now().noSuchSession()).exception();
        }
    }

    private Caller caller() {
        return visitor.caller().orElseThrow();
    }
}
