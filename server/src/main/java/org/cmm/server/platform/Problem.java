package org.cmm.server.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An error that a program can act on and a person can understand (RFC 9457).
 *
 * @param type stable reference of the kind of problem, {@code /problems/…}
 * @param title the kind in a few words, the same for every occurrence
 * @param status the HTTP status it is sent with
 * @param detail this occurrence: the thing, the fault and the remedy
 * @param errors faults of single fields, when the request has several; otherwise empty and not sent
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<FieldFault> errors) {

    /** Media type of problems, as RFC 9457 registers it. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** One field that was refused, and what to do about it. */
    public record FieldFault(String field, String detail) {}

    public static Problem of(int status, String kind, String title, String detail) {
        return new Problem("/problems/" + kind, title, status, detail, List.of());
    }

    public static Problem badRequest(String kind, String detail) {
        return of(400, kind, "The request cannot be understood", detail);
    }

    public static Problem notFound(String detail) {
        return of(404, "not-found", "There is no such thing here", detail);
    }

    public static Problem conflict(String kind, String detail) {
        return of(409, kind, "This clashes with what is there", detail);
    }

    /** Everything the request got wrong, field by field. */
    public static Problem invalid(List<FieldFault> faults) {
        return new Problem(
                "/problems/invalid-fields",
                "Some fields need another value",
                422,
                faults.size() == 1 ? faults.getFirst().detail() : faults.size() + " fields need another value",
                faults);
    }

    /** What must be the only one of its kind is there already. */
    public static Problem taken(List<FieldFault> faults) {
        return new Problem(
                "/problems/taken",
                "This clashes with what is there",
                409,
                faults.getFirst().detail(),
                faults);
    }

    /** To end a request with this problem. */
    public ProblemException exception() {
        return new ProblemException(this, Optional.empty());
    }

    /** To end a request with this problem, and say when trying again makes sense. */
    public ProblemException exception(Duration retryAfter) {
        return new ProblemException(this, Optional.of(retryAfter));
    }
}
