package org.cmm.core.outage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A gap with its cause, as availability counts it.
 *
 * @param parts the whole gap so far, in order
 */
public record Outage(Instant from, Optional<Instant> until, Cause cause, List<Part> parts) {

    public Outage {
        parts = List.copyOf(parts);
    }

    /**
     * The same where work was planned: what failed meanwhile was expected, so that time counts as planned, and so does
     * the outage when it began then. What had failed before stays a failure.
     */
    public Outage amid(List<Span> plannedWork) {
        if (plannedWork.isEmpty()) {
            return this;
        }
        boolean expected = cause.isFailure() && plannedWork.stream().anyMatch(span -> span.holds(from));
        return new Outage(
                from,
                until,
                expected ? Cause.PLANNED : cause,
                parts.stream().flatMap(part -> amid(part, plannedWork)).toList());
    }

    private static Stream<Part> amid(Part part, List<Span> plannedWork) {
        if (!part.cause().isFailure()) {
            return Stream.of(part);
        }
        return Stream.concat(
                        part.span().clip(plannedWork).stream().map(span -> new Part(span, Cause.PLANNED)),
                        part.span().without(plannedWork).stream().map(span -> new Part(span, part.cause())))
                .sorted(Comparator.comparing(piece -> piece.span().from()));
    }
}
