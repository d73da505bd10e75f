package org.cmm.server.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.cmm.server.platform.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests that come without the right they need; browsers of strangers are led to the login. */
final class Refusals {

    private final Wording wording;
    private final Visitor visitor;

    Refusals(Wording wording, Visitor visitor) {
        this.wording = wording;
        this.visitor = visitor;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response stranger(UriInfo uri) {
        if (!visitor.wantsPage()) {
            return Response.status(401)
                    .type(Problem.MEDIA_TYPE)
                    .header("WWW-Authenticate", "Bearer")
                    .entity(Problem.of(
                            401,
                            "not-logged-in",
                            wording.now().logInFirst(),
                            wording.now().logInRemedy()))
                    .build();
        }
        String wanted = uri.getRequestUri().getRawPath()
                + (uri.getRequestUri().getRawQuery() == null
                        ? ""
                        : "?" + uri.getRequestUri().getRawQuery());
        return Response.seeOther(URI.create("/login?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)))
                .build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public Response forbidden() {
        Problem problem = Problem.of(
                403, "not-allowed", wording.now().notAllowed(), wording.now().notAllowedRemedy());
        return Response.status(403).type(Problem.MEDIA_TYPE).entity(problem).build();
    }
}
