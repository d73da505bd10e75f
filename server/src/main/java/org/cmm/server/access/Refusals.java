package org.cmm.server.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.cmm.server.platform.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests that come without the right they need: browsers are led to the login, programs get a problem. */
final class Refusals {

    private final Wording wording;

    Refusals(Wording wording) {
        this.wording = wording;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance refused();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response stranger(UriInfo uri, HttpHeaders headers) {
        if (!wantsPage(uri, headers)) {
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
    public Response forbidden(UriInfo uri, HttpHeaders headers) {
        if (wantsPage(uri, headers)) {
            return Html.page(403, Templates.refused());
        }
        Problem problem = Problem.of(
                403, "not-allowed", wording.now().notAllowed(), wording.now().notAllowedRemedy());
        return Response.status(403).type(Problem.MEDIA_TYPE).entity(problem).build();
    }

    static boolean wantsPage(UriInfo uri, HttpHeaders headers) {
        return !uri.getPath().startsWith("/api/")
                && headers.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
    }
}
