package org.cmm.server.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Logging in and out, for programs. */
@Path("/api/v1/session")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
@Singleton
@RunOnVirtualThread
class SessionResource {

    private final Login login;
    private final LoginProblems problems;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final Visitor visitor;
    private final CheckedInput input;
    private final Wording wording;

    SessionResource(
            Login login,
            LoginProblems problems,
            Sessions sessions,
            AccessTokens accessTokens,
            Visitor visitor,
            CheckedInput input,
            Wording wording) {
        this.login = login;
        this.problems = problems;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.visitor = visitor;
        this.input = input;
        this.wording = wording;
    }

    @POST
    @PermitAll
    @Operation(summary = "Log in by name or e-mail address and password")
    @APIResponseSchema(
            value = Tokens.class,
            responseCode = "200",
            responseDescription = "An access token of 15 minutes and the token that renews it")
    @APIResponse(responseCode = "401", description = "Name or password is wrong")
    @APIResponse(responseCode = "429", description = "Too many failures; Retry-After says when to come back")
    public Tokens logIn(Forms.@Nullable LoginForm body) {
        Forms.LoginForm form = input.check(body);
        User user = problems.welcome(login.attempt(form.login(), form.password(), visitor.address()));
        return tokens(sessions.open(user));
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(summary = "Trade a refresh token for new tokens; each works once")
    @APIResponseSchema(value = Tokens.class, responseCode = "200", responseDescription = "New tokens")
    @APIResponse(responseCode = "401", description = "The token has ended, or was used by somebody else")
    public Tokens refresh(Forms.@Nullable RefreshForm body) {
        return sessions.renew(input.check(body).refreshToken())
                .map(this::tokens)
                .orElseThrow(() -> Problem.of(
                                401,
                                "refresh-refused",
                                wording.now().notLoggedIn(),
                                wording.now().refreshRefused())
                        .exception());
    }

    @DELETE
    @RolesAllowed("viewer")
    @Operation(summary = "Log out: end the session that this request belongs to")
    public void logOut() {
        Caller caller = visitor.caller().orElseThrow();
        caller.session().ifPresent(session -> sessions.end(session, caller.user()));
    }

    private Tokens tokens(Sessions.Opened session) {
        return Tokens.of(accessTokens.sign(session.user(), session.session()), session);
    }
}
