package org.cmm.agent.delivery;

import java.util.List;
import java.util.Optional;
import org.cmm.agent.link.Exchange;
import org.cmm.agent.link.Exchange.Answered;
import org.cmm.agent.link.Exchange.Unreachable;
import org.cmm.agent.link.Messages;
import org.cmm.protocol.Endpoints;

/** Reads what came of a request. */
final class Answers {
    private Answers() {}

    static Answer of(Exchange exchange) {
        if (exchange instanceof Unreachable lost) {
            return new Answer.Later(Optional.empty(), lost.why());
        }
        return of((Answered) exchange);
    }

    private static Answer of(Answered answered) {
        return switch (answered.status()) {
            case 200 -> partly(answered);
            case 201, 202, 204 -> new Answer.Delivered(List.of(), false, Optional.empty());
            case 400, 413, 422 -> new Answer.Unacceptable(words(answered));
            case 401 -> new Answer.Revoked();
            case 404 -> notFound(answered);
            default -> later(answered);
        };
    }

    private static Answer partly(Answered answered) {
        return Messages.readSamples(answered.body())
                .<Answer>map(reply ->
                        new Answer.Delivered(reply.refused(), reply.newEpoch(), Optional.ofNullable(reply.drill())))
                .orElseGet(() -> later(answered));
    }

    private static Answer notFound(Answered answered) {
        boolean layout = Messages.problemType(answered.body()).endsWith(Endpoints.UNKNOWN_LAYOUT);
        return layout ? new Answer.UnknownLayout() : later(answered);
    }

    static Answer later(Answered answered) {
        return new Answer.Later(answered.retryAfter(), words(answered));
    }

    private static String words(Answered answered) {
        String problem = Messages.problemWords(answered.body());
        return "the server answers " + answered.status() + (problem.isEmpty() ? "" : ": " + problem);
    }
}
