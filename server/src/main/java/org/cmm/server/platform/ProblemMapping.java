package org.cmm.server.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request early into a problem with a true status. */
final class ProblemMapping {

    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return response(e.problem());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        List<Problem.FieldFault> faults = e.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldFault(
                        lastNode(violation.getPropertyPath().toString()), violation.getMessage()))
                .toList();
        return response(Problem.invalid(faults));
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e) {
        return response(Problem.badRequest("malformed-json", described(e)));
    }

    /** Named on its own, because the framework answers this one without words otherwise. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e) {
        return unreadable(e);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated() {
        return response(Problem.of(401, "not-logged-in", "Log in first", "Send a valid token, or log in"));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return response(Problem.of(
                403, "not-allowed", "Your role does not allow this", "Ask an administrator for a role that does"));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        int status = e.getResponse().getStatus();
        String title = Response.Status.fromStatusCode(status) == null
                ? "The request failed"
                : Response.Status.fromStatusCode(status).getReasonPhrase();
        return response(Problem.of(status, "http-" + status, title, title));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        if (databaseAway(e)) {
            return Response.fromResponse(response(Problem.of(
                            503,
                            "database-away",
                            "The database does not answer",
                            "nothing was changed; try again in a moment")))
                    .header("Retry-After", "5")
                    .build();
        }
        LOG.error("A request failed in an unexpected way", e);
        return response(Problem.of(
                500, "internal", "CMM made a mistake", "The server's log has the details; please report them"));
    }

    /** SQLSTATE classes 08 (connection), 53 (resources) and 57P (shut down), or no connection to be had at all. */
    private static boolean databaseAway(@Nullable Throwable e) {
        if (e instanceof SQLException sql) {
            String state = String.valueOf(sql.getSQLState());
            return sql.getSQLState() == null
                    || state.startsWith("08")
                    || state.startsWith("53")
                    || state.startsWith("57P");
        }
        return e != null && e.getCause() != e && databaseAway(e.getCause());
    }

    static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private static String described(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "unknown field '%s'; known are %s".formatted(unknown.getPropertyName(), known(unknown));
            case InvalidFormatException format ->
                "field '%s' has a value of the wrong type".formatted(path(format));
            case ValueInstantiationException unfit when unfit.getCause() instanceof IllegalArgumentException fault ->
                String.valueOf(fault.getMessage());
            case MismatchedInputException mismatch when !mismatch.getPath().isEmpty() ->
                "field '%s' has a value of the wrong type or is missing".formatted(path(mismatch));
            default ->
                "the JSON is malformed near line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        };
    }

    private static String path(MismatchedInputException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
