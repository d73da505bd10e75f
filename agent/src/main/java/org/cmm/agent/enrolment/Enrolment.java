package org.cmm.agent.enrolment;

import java.io.IOException;
import java.util.Optional;
import org.cmm.agent.link.Exchange;
import org.cmm.agent.link.Exchange.Answered;
import org.cmm.agent.link.Exchange.Unreachable;
import org.cmm.agent.link.Link;
import org.cmm.agent.link.Messages;
import org.cmm.protocol.Endpoints;
import org.cmm.protocol.EnrolmentReply;
import org.cmm.protocol.EnrolmentRequest;

/** Makes this machine known to the server, once in its life. */
public final class Enrolment {
    private final Link link;
    private final IdentityFile file;
    private final EnrolmentRequest request;

    public Enrolment(Link link, IdentityFile file, EnrolmentRequest request) {
        this.link = link;
        this.file = file;
        this.request = request;
    }

    /**
     * Asks once. Asking again after an answer was lost is safe: the server knows the machine by its id.
     *
     * @throws IOException when the identity cannot be written
     */
    public EnrolmentOutcome attempt() throws IOException {
        Exchange exchange = link.send("POST", Endpoints.ENROLMENT, Messages.write(request), Optional.empty());
        if (exchange instanceof Unreachable lost) {
            return new EnrolmentOutcome.Later(lost.why());
        }
        var answered = (Answered) exchange;
        String words = "the server answers " + answered.status() + " " + Messages.problemWords(answered.body());
        return switch (answered.status()) {
            case 200, 201 -> enrolled(Messages.readEnrolment(answered.body()));
            case 400, 401, 403, 409, 410, 422 -> new EnrolmentOutcome.Refused(words.strip());
            default -> new EnrolmentOutcome.Later(words.strip());
        };
    }

    private EnrolmentOutcome enrolled(Optional<EnrolmentReply> reply) throws IOException {
        if (reply.isEmpty()) {
            return new EnrolmentOutcome.Later("the server's answer to the enrolment cannot be read");
        }
        var identity =
                new Identity(reply.get().serverId(), reply.get().secret(), Optional.ofNullable(request.hardwareId()));
        file.write(identity);
        return new EnrolmentOutcome.Enrolled(identity);
    }
}
