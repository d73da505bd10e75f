package org.cmm.server.platform;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.SortedSet;

/** What the framework refuses before any feature sees it, in words that help. */
final class HttpProblems {

    private HttpProblems() {}

    static Response response(WebApplicationException e, ContainerRequestContext request) {
        int status = e.getResponse().getStatus();
        SortedSet<String> methods = KnownMethods.of(request.getUriInfo().getPath());
        if (status == 404 && !methods.isEmpty() && !methods.contains(request.getMethod())) {
            return wrongMethod(request, methods);
        }
        return switch (status) {
            case 400 ->
                ProblemMapping.response(Problem.badRequest(
                        "malformed-request",
                        "a part of the request cannot be read; /api/v1/docs says what is expected"));
            case 404 -> ProblemMapping.response(nothingAt(request));
            case 405 -> wrongMethod(request, methods);
            case 406 ->
                ProblemMapping.response(Problem.of(
                        406,
                        "not-acceptable",
                        "There is no such form of the answer",
                        "'Accept: %s' asks for a form that this address does not have; leave the header out"
                                .formatted(header(request, HttpHeaders.ACCEPT))));
            case 415 -> ProblemMapping.response(wrongType(request));
            default -> ProblemMapping.response(other(status));
        };
    }

    private static Problem nothingAt(ContainerRequestContext request) {
        return Problem.notFound("there is nothing at '%.200s'; /api/v1/docs lists what there is"
                .formatted(request.getUriInfo().getPath()));
    }

    private static Response wrongMethod(ContainerRequestContext request, SortedSet<String> known) {
        String methods = String.join(", ", known);
        Problem problem = Problem.of(
                405,
                "method-not-allowed",
                "This method is not possible here",
                "'%.20s' is not possible here; use one of %s".formatted(request.getMethod(), methods));
        return Response.fromResponse(ProblemMapping.response(problem))
                .header(HttpHeaders.ALLOW, methods)
                .build();
    }

    private static Problem wrongType(ContainerRequestContext request) {
        String wanted = request.getUriInfo().getPath().startsWith("/api/")
                ? MediaType.APPLICATION_JSON
                : MediaType.APPLICATION_FORM_URLENCODED;
        return Problem.of(
                415,
                "unsupported-media-type",
                "The body has another form than this address takes",
                "send 'Content-Type: %s', not '%.100s'".formatted(wanted, header(request, HttpHeaders.CONTENT_TYPE)));
    }

    private static Problem other(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "The request failed" : known.getReasonPhrase();
        return Problem.of(status, "http-" + status, title, title);
    }

    private static String header(ContainerRequestContext request, String name) {
        return Objects.requireNonNullElse(request.getHeaderString(name), "");
    }
}
