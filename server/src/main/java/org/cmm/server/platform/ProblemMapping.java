package org.cmm.server.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Turns whatever ends a request early into a problem with a true status. */
final class ProblemMapping {

    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);
    private static final String ZERO_CHARACTER = "22021";
    private static final String TAKEN = "23505";
    private static final String IN_USE = "23503";

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        Response.ResponseBuilder answer = Response.fromResponse(response(e.problem()));
        e.retryAfter().ifPresent(wait -> answer.header("Retry-After", Math.max(1, wait.toSeconds())));
        return answer.build();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        List<Problem.FieldFault> faults = e.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldFault(
                        lastNode(violation.getPropertyPath().toString()), violation.getMessage()))
                .toList();
        return response(Problem.invalid(faults));
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException e) {
        return response(Problem.badRequest("malformed-json", JsonFaults.described(e)));
    }

    /** Named on its own, because the framework answers this one without words otherwise. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException e) {
        return unreadable(e);
    }

    @ServerExceptionMapper
    public Response notText(CharConversionException e) {
        return response(Problem.badRequest("malformed-json", "the JSON is not in UTF-8"));
    }

    /**
     * A net below all features: PostgreSQL keeps every character but one, and when two people do the same at the same
     * time it refuses the second.
     */
    @ServerExceptionMapper
    public Response refusedBySql(JdbiException e) {
        String state = e.getCause() instanceof SQLException cause ? String.valueOf(cause.getSQLState()) : "";
        return switch (state) {
            case ZERO_CHARACTER ->
                response(Problem.of(
                        422,
                        "zero-character",
                        "A text needs other characters",
                        "a text holds the character U+0000; leave it out"));
            case TAKEN, IN_USE ->
                response(Problem.conflict(
                        "changed-meanwhile",
                        "somebody else changed this at the same moment; look again, then try again"));
            default -> unexpected(e);
        };
    }

    /** A parameter's own words are hidden in the framework's "not found". */
    @ServerExceptionMapper
    public Response http(WebApplicationException e, ContainerRequestContext request) {
        return switch (e.getCause()) {
            case ProblemException parameter -> problem(parameter);
            case JsonProcessingException json -> unreadable(json);
            case null, default -> HttpProblems.response(e, request);
        };
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
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

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
